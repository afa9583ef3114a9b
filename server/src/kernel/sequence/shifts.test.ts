import { describe, expect, test } from 'vitest';
import { shiftAt, shiftCovers } from './index.ts';

const SH = 'Asia/Shanghai';
const at = (local: string) => new Date(`${local}:00+08:00`);
const day = { code: 'day', start: '08:00', end: '17:00' };
const night = { code: 'night', start: '17:00', end: '08:00' };

describe('shifts', () => {
  test('nobody is on duty outside the roster', () => {
    expect(shiftAt([], at('2026-11-22T12:00'), SH)).toBeNull();
    expect(shiftCovers([day], at('2026-11-22T07:59'), SH)).toBe(false);
    expect(shiftCovers([day], at('2026-11-22T17:00'), SH)).toBe(false);
    expect(shiftCovers([day], at('2026-11-22T08:00'), SH)).toBe(true);
  });

  test('the night belongs to the date it started on', () => {
    const running = shiftAt([day, night], at('2026-11-22T03:00'), SH);
    expect(running?.shift.code).toBe('night');
    expect(running?.on).toBe('2026-11-21');
    expect(running?.until).toEqual(at('2026-11-22T08:00'));
    expect(shiftAt([day, night], at('2026-11-22T08:00'), SH)?.on).toBe('2026-11-22');
  });

  test("Friday's night covers Saturday 03:00, not Friday 03:00", () => {
    const friday = { ...night, weekdays: [5] as const };
    expect(shiftCovers([friday], at('2026-11-21T03:00'), SH)).toBe(true);
    expect(shiftCovers([friday], at('2026-11-20T03:00'), SH)).toBe(false);
  });

  test('equal ends are a day on call; in an overlap the later start holds', () => {
    const onCall = { code: 'on-call', start: '08:00', end: '08:00' };
    expect(shiftAt([onCall], at('2026-11-22T07:59'), SH)?.on).toBe('2026-11-21');
    expect(shiftAt([onCall], at('2026-11-22T08:00'), SH)?.on).toBe('2026-11-22');
    const early = { ...day, code: 'early', end: '18:00' };
    expect(shiftAt([early, night], at('2026-11-22T17:30'), SH)?.shift.code).toBe('night');
    expect(shiftAt([early, { ...early, code: 'same' }], at('2026-11-22T12:00'), SH)?.shift.code).toBe('early');
  });
});
