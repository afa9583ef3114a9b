import { expect, it } from 'vitest';
import { makeFormats } from './formats.ts';

const zh = makeFormats('zh-CN', 'Asia/Shanghai');
const en = makeFormats('en', 'Asia/Shanghai');
const at = '2026-11-22T16:05:00Z';
const now = Date.parse('2026-11-22T18:20:00Z');

it('writes days and times of the hospital, not of the browser', () => {
  expect(zh.day(at)).toBe('11月23日 周一');
  expect(en.day(at)).toBe('Mon 23 Nov');
  expect(zh.time(at)).toBe('00:05');
  expect(zh.date(at)).toBe('2026年11月23日');
});
it('names the year only where it is another one', () => {
  expect(zh.dateTime(at, now)).toBe('11月23日 00:05');
  expect(zh.dateTime('2025-01-02T03:04:00Z', now)).toBe('2025年1月2日 11:04');
});
it('counts whole units from hospital now', () => {
  expect(zh.relative(at, now)).toBe('2小时前');
  expect(en.relative(now + 47 * 3_600_000, now)).toBe('tomorrow');
  expect(zh.relative(now + 20_000, now)).toBe('此刻');
});
it('gives numbers a fixed number of digits', () => {
  expect(zh.number(36.8, 1)).toBe('36.8');
  expect(zh.number(12345)).toBe('12,345');
});
