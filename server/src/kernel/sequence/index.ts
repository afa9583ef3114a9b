export { localDay, sameLocalDay } from './local-day.ts';
export { type Occurrence, type OffsetInput, type OffsetResult, type OffsetSchedule, resolveOffset } from './offsets.ts';
export { type RunningShift, type Shift, shiftAt, shiftCovers } from './shifts.ts';
export { type ContactWindows, type DailyWindow, inWindow, isContactAllowed, nextAllowed } from './windows.ts';
export { type DayKind, isWorkday, type Workday } from './workdays.ts';
