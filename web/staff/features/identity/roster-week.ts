import { addDays, civilDate, civilTime, instantOf } from '../../../kit/civil.ts';
import type { Reply } from '../../api/types.ts';

export type Roster = Reply<'identity.roster'>;
export type Shift = Roster['shifts'][number];
export type Absence = Roster['absences'][number];
export type StaffMember = Reply<'identity.listStaff'>[number];
/** The part of the day a shift begins in: said in a word and shown in a colour. */
export type ShiftKind = 'day' | 'evening' | 'night';

/** One person's week: shifts and absence for each of its days. */
export interface RosterRow {
  readonly staff: { readonly id: string; readonly name: string; readonly staffNo: string };
  readonly days: readonly {
    readonly date: string;
    readonly shifts: readonly Shift[];
    readonly absence: Absence | null;
  }[];
}

/** The seven civil dates from a Monday on. */
export function weekDays(monday: string): string[] {
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day));
}

/** Rows of the grid: all staff of the ward, and whoever works there this week without belonging to it. */
export function rosterRows(
  roster: Roster,
  staff: readonly StaffMember[],
  days: readonly string[],
  timeZone: string,
): RosterRow[] {
  const people = new Map<string, RosterRow['staff']>(staff.map((one) => [one.id, one]));
  for (const shift of roster.shifts) if (!people.has(shift.staff.id)) people.set(shift.staff.id, shift.staff);
  const startOf = (shift: Shift) => civilDate(Date.parse(shift.startsAt), timeZone);
  return [...people.values()].map((person) => ({
    staff: person,
    days: days.map((date) => ({
      date,
      shifts: roster.shifts
        .filter((shift) => shift.staff.id === person.id && startOf(shift) === date)
        .sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
      absence:
        roster.absences.find(({ staff: { id }, from, to }) => id === person.id && from <= date && date <= to) ?? null,
    })),
  }));
}

/** By its first hour: from 6 day, from 14 evening, from 22 night. */
export function shiftKind(startsAt: string, timeZone: string): ShiftKind {
  const hour = Number(civilTime(Date.parse(startsAt), timeZone).slice(0, 2));
  if (hour >= 6 && hour < 14) return 'day';
  return hour >= 14 && hour < 22 ? 'evening' : 'night';
}

/** Instants of a shift given by its date and wall times; one that ends at or before its start ends the next day. */
export function shiftTimes(
  date: string,
  from: string,
  to: string,
  timeZone: string,
): { startsAt: string; endsAt: string } {
  const endDate = to <= from ? addDays(date, 1) : date;
  const iso = (at: number) => `${civilDate(at, 'UTC')}T${civilTime(at, 'UTC')}:00Z`;
  return { startsAt: iso(instantOf(date, from, timeZone)), endsAt: iso(instantOf(endDate, to, timeZone)) };
}
