import { addDays, atLocal, type CivilDate, civilDate, type Zone } from '../time/index.ts';

/** Whether two instants fall on the same civil date of `zone`: the unit in which a message budget is counted. */
export function sameLocalDay(a: Date, b: Date, zone: Zone): boolean {
  return civilDate(a, zone) === civilDate(b, zone);
}

/** The civil day around an instant as a half-open range of instants, for counting rows; 23 or 25 hours twice a year. */
export function localDay(instant: Date, zone: Zone): { on: CivilDate; from: Date; until: Date } {
  const on = civilDate(instant, zone);
  return { on, from: atLocal(on, '00:00', zone), until: atLocal(addDays(on, 1), '00:00', zone) };
}
