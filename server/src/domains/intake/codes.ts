import type { Disposition, IdentifierClaim, StayClass } from './stay-message.ts';

/**
 * PV1-36 as sent → what became of the patient. One digit: 离院方式 of the front page of the Chinese medical record (病案首页);
 * two digits: HL7's user-defined table 0112; words: FHIR's discharge-disposition. A feed's own list wins over this.
 */
const DISPOSITIONS: Readonly<Record<string, Disposition>> = {
  '1': 'home',
  '2': 'transferred',
  '3': 'transferred',
  '4': 'against-advice',
  '5': 'died',
  '9': 'other',
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
  home: 'home',
  'alt-home': 'home',
  'other-hcf': 'transferred',
  hosp: 'transferred',
  long: 'transferred',
  rehab: 'transferred',
  psy: 'transferred',
  snf: 'transferred',
  aadvice: 'against-advice',
  exp: 'died',
  oth: 'other',
};

const KNOWN: ReadonlySet<string> = new Set([
  'home',
  'died',
  'transferred',
  'against-advice',
  'dying-at-home',
  'other',
] satisfies Disposition[]);

/** What a disposition code means; null where nobody has said. It is never guessed: the wrong guess writes to the dead. */
export function dispositionOf(code: string, own: Readonly<Record<string, string>>): Disposition | null {
  const said = Object.hasOwn(own, code) ? own[code] : undefined;
  if (said !== undefined && KNOWN.has(said)) return said as Disposition;
  const key = code.toLowerCase();
  return Object.hasOwn(DISPOSITIONS, key) ? (DISPOSITIONS[key] ?? null) : null;
}

/** PV1-2 (table 0004, with the D that sites add for day surgery) or FHIR's v3-ActCode → class. */
const CLASSES: Readonly<Record<string, StayClass>> = {
  I: 'inpatient',
  B: 'maternity',
  D: 'day-surgery',
  DS: 'day-surgery',
  O: 'outpatient',
  R: 'outpatient',
  E: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  SS: 'day-surgery',
  AMB: 'outpatient',
  EMER: 'emergency',
};

/** Class by its code; an outpatient visit with a procedure is an outpatient procedure. Null: the code is not known. */
export function classOf(code: string, withProcedure: boolean): StayClass | null {
  const key = code.toUpperCase();
  const found = Object.hasOwn(CLASSES, key) ? CLASSES[key] : undefined;
  if (found === undefined) return null;
  return found === 'outpatient' && withProcedure ? 'outpatient-procedure' : found;
}

/** Table 0203 (also FHIR's v2-0203) → the kinds of identifiers we tell apart. */
export function identifierType(code: string | undefined): IdentifierClaim['type'] {
  switch (code?.toUpperCase()) {
    case 'MR':
    case 'MRN':
    case 'PI':
    case 'PT':
      return 'medical-record';
    case 'NI':
    case 'NNCHN':
    case 'SS':
    case 'PRC':
    case 'ID':
      return 'national-id';
    case 'HC':
    case 'MC':
    case 'MI':
    case 'INS':
      return 'insurance';
    default:
      return 'other';
  }
}

/** Administrative sex: HL7's letters, FHIR's words, and the digits of GB/T 2261.1 that Chinese systems print. */
export function sexOf(code: string | undefined): 'male' | 'female' | 'other' | 'unknown' {
  switch (code?.toLowerCase()) {
    case 'm':
    case '1':
    case 'male':
      return 'male';
    case 'f':
    case '2':
    case 'female':
      return 'female';
    case 'o':
    case 'a':
    case '9':
    case 'other':
      return 'other';
    default:
      return 'unknown';
  }
}

/** Coding systems under the names the house uses, however the sender spells them; others stay as sent. */
export function codeSystem(name: string | undefined): string | null {
  if (name === undefined) return null;
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/icd9cm3|icd9(cm)?$|^i9c?p?$|^i9cm?$|^icd9cmp$/.test(key)) return 'icd-9-cm-3';
  if (/icd10|^i10c?$/.test(key)) return 'icd-10';
  return name;
}

/** A fixed system for numbers the state gives, so that every mouth means the same. */
export const NATIONAL_ID = 'national-id';

/** The system an identifier is kept under. Without an assigning authority the hospital's own register is meant. */
export function identifierSystem(
  authority: string | undefined,
  type: IdentifierClaim['type'],
  names: Readonly<Record<string, string>>,
): string {
  if (type === 'national-id') return NATIONAL_ID;
  const said = authority ?? 'hospital';
  return (Object.hasOwn(names, said) ? names[said] : undefined) ?? said;
}
