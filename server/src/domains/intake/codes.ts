import { classOf as knownClass, dispositionOf as knownDisposition } from '../encounters/index.ts';
import type { Disposition, IdentifierClaim, StayClass } from './stay-message.ts';

/** FHIR's discharge-disposition, beside the tables encounters knows. */
const FHIR_DISPOSITIONS: Readonly<Record<string, Disposition>> = {
  HOME: 'home',
  'ALT-HOME': 'home',
  'OTHER-HCF': 'transferred',
  HOSP: 'transferred',
  LONG: 'transferred',
  REHAB: 'transferred',
  PSY: 'transferred',
  SNF: 'transferred',
  AADVICE: 'against-advice',
  EXP: 'died',
  OTH: 'other',
};

/** Codes that mean `other` by their own list, 病案首页 or FHIR. */
const SAID_OTHER: ReadonlySet<string> = new Set(['9', 'OTH']);

const KNOWN: ReadonlySet<string> = new Set<Disposition>([
  'home',
  'died',
  'transferred',
  'against-advice',
  'dying-at-home',
  'other',
]);

/** What a discharge disposition means; null where nobody has said. It is never guessed: the wrong guess writes to the dead. */
export function dispositionOf(code: string, own: Readonly<Record<string, string>>): Disposition | null {
  const extra = new Map<string, Disposition>(Object.entries(FHIR_DISPOSITIONS));
  for (const [said, meaning] of Object.entries(own))
    if (KNOWN.has(meaning)) extra.set(said.normalize('NFKC').trim().toUpperCase(), meaning as Disposition);
  const found = knownDisposition(code, Object.fromEntries(extra));
  const key = code.normalize('NFKC').trim().toUpperCase();
  return found === 'other' && !SAID_OTHER.has(key) && extra.get(key) !== 'other' ? null : found;
}

/** FHIR's v3-ActCode, and the DS some sites write for day surgery, beside table 0004. */
const MORE_CLASSES: Readonly<Record<string, StayClass>> = {
  DS: 'day-surgery',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  SS: 'day-surgery',
  AMB: 'outpatient',
  EMER: 'emergency',
  PRENC: 'inpatient',
};

/** Class by its code, and whether the stay is announced only. Null: the code is not known. */
export function classOf(code: string, withProcedure: boolean): { class: StayClass; planned: boolean } | null {
  const found = knownClass(code, withProcedure, MORE_CLASSES);
  return found && { ...found, planned: found.planned || code.toUpperCase() === 'PRENC' };
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
