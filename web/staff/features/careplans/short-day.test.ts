import { expect, it } from 'vitest';
import { shortDay } from './short-day.ts';

it('writes a day so that nobody takes it for a month', () => {
  expect(shortDay('2031-03-04', 'zh-CN')).toBe('3/4');
  expect(shortDay('2031-03-04', 'en')).toBe('4 Mar');
  expect(shortDay('2031-12-31', 'en')).toBe('31 Dec');
});
