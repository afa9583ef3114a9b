export {
  addDays,
  addMonths,
  ageInYears,
  atLocal,
  atLocalBoth,
  type CivilDate,
  civilDate,
  daysBetween,
  hoursBetween,
  type LocalTime,
  localMillis,
  nextTransition,
  type Weekday,
  weekday,
  type Zone,
} from './civil.ts';
export { type DtmParts, fromDtm } from './dtm.ts';
export { formatLocal, type TimeLocale, type TimeStyle } from './format.ts';
