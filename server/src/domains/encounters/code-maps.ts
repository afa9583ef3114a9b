import type { Disposition, EncounterClass } from '../../../../contract/encounters.ts';

/** HL7 table 0112 where hospitals of China use it, and 离院方式 of the front page of the medical record (病案首页). */
const DISPOSITIONS: Readonly<Record<string, Disposition>> = {
  // 离院方式: 1 医嘱离院 2 医嘱转院 3 医嘱转社区卫生服务机构 4 非医嘱离院 5 死亡 9 其他
  '1': 'home',
  '2': 'transferred',
  '3': 'transferred',
  '4': 'against-advice',
  '5': 'died',
  '9': 'other',
  // HL7 0112, two digits: the leading zero tells it from 离院方式
  '01': 'home',
  '02': 'transferred',
  '03': 'transferred',
  '04': 'transferred',
  '05': 'transferred',
  '06': 'home',
  '07': 'against-advice',
  '08': 'home',
  '20': 'died',
  '40': 'died',
  '41': 'died',
  '42': 'died',
  // 50 and 51 are hospice at home and in an institution
  '50': 'dying-at-home',
  '51': 'transferred',
};

/**
 * What a discharge disposition (PV1-36) means; `extra` holds a feed's own codes and goes before the table. An unknown code is
 * `other`, no code is null.
 */
export function dispositionOf(
  code: string | null | undefined,
  extra: Readonly<Record<string, Disposition>> = {},
): Disposition | null {
  const key = code?.normalize('NFKC').trim().toUpperCase() ?? '';
  if (key === '') return null;
  return extra[key] ?? DISPOSITIONS[key] ?? 'other';
}

/** HL7 table 0004. P (pre-admit) is an inpatient stay that is only planned. */
const CLASSES: Readonly<Record<string, EncounterClass>> = {
  I: 'inpatient',
  P: 'inpatient',
  O: 'outpatient',
  E: 'emergency',
  B: 'maternity',
  R: 'outpatient',
  D: 'day-surgery',
};

/**
 * The class of a visit (PV1-2); `planned` for a pre-admission. An outpatient visit with a procedure is an outpatient procedure.
 * Codes no table knows are null: the message needs a person.
 */
export function classOf(
  code: string | null | undefined,
  withProcedure: boolean,
  extra: Readonly<Record<string, EncounterClass>> = {},
): { class: EncounterClass; planned: boolean } | null {
  const key = code?.normalize('NFKC').trim().toUpperCase() ?? '';
  const found = extra[key] ?? CLASSES[key];
  if (!found) return null;
  return { class: found === 'outpatient' && withProcedure ? 'outpatient-procedure' : found, planned: key === 'P' };
}

const STAYS: readonly EncounterClass[] = ['inpatient', 'maternity', 'day-surgery'];
const VISITS: readonly EncounterClass[] = ['outpatient-procedure', 'outpatient', 'day-surgery'];

/** Could one colleague and one feed mean the same episode by these? Day surgery is booked as either. */
export function sameFamily(a: EncounterClass, b: EncounterClass): boolean {
  return a === b || [STAYS, VISITS].some((family) => family.includes(a) && family.includes(b));
}
