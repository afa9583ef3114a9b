/** What a message means for a hospital, whatever language it came in: HL7 v2 and FHIR are both mapped to this. */
export type Mapped = StayMessage | ChargeMessage | MergeMessage | Ignored | Broken;

/** A stay (or only a person, where `stay` is null) as one message tells it. */
export interface StayMessage {
  readonly kind: 'stay';
  readonly person: PersonClaim;
  readonly stay: StayClaim | null;
  /**
   * yes: the message says that the person has died (a discharge as died is told by the stay); the instant stands in `person.deceasedAt` where it was given. withdrawn: it
   * takes an earlier word of it back, expressly.
   */
  readonly died: 'yes' | 'withdrawn' | 'not-said';
}

/** Something done for the person was charged: the end of an outpatient procedure, and of no other stay. */
export interface ChargeMessage {
  readonly kind: 'charge';
  readonly person: PersonClaim;
  readonly visitNo: string;
  readonly chargedAt: Date;
}

/** Two records are one person: everything of `from` goes to `into`. */
export interface MergeMessage {
  readonly kind: 'merge';
  readonly pairs: readonly { readonly into: PersonClaim; readonly from: readonly IdentifierClaim[] }[];
}

/** Kept and findable, not used. */
export interface Ignored {
  readonly kind: 'ignored';
  readonly reason: 'type-not-used' | 'inpatient-order' | 'charge-not-used' | 'nothing-to-use';
}

/** Cannot be used as it is. `path` is HL7's or FHIR's own name of the place; no contents. */
export interface Broken {
  readonly kind: 'broken';
  readonly code: BrokenCode;
  readonly path: string;
  readonly detail?: string;
}

export type BrokenCode =
  | 'not-hl7'
  | 'not-readable'
  | 'charset'
  | 'too-large'
  | 'unknown-facility'
  | 'no-patient-id'
  | 'no-name'
  | 'no-visit-number'
  | 'no-merge-id'
  | 'no-discharge-time'
  | 'time-unreadable'
  | 'time-in-future'
  | 'class-unknown'
  | 'disposition-unknown'
  | 'several-stays'
  | 'identity-conflict'
  | 'reference';

export interface IdentifierClaim {
  readonly system: string;
  readonly value: string;
  readonly type: 'medical-record' | 'national-id' | 'insurance' | 'other';
}

export interface RelativeClaim {
  readonly name: string;
  readonly relationship: string;
  readonly phones: readonly string[];
}

export interface PersonClaim {
  readonly identifiers: readonly IdentifierClaim[];
  readonly name: string;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  /** YYYY-MM-DD. */
  readonly bornOn: string | null;
  readonly phones: readonly string[];
  readonly relatives: readonly RelativeClaim[];
  readonly deceasedAt: Date | null;
}

export type StayKind = 'admit' | 'discharge' | 'update' | 'transfer' | 'cancel-admit' | 'cancel-discharge';
export type StayClass = 'inpatient' | 'day-surgery' | 'outpatient-procedure' | 'maternity' | 'outpatient' | 'emergency';
export type Disposition = 'home' | 'died' | 'transferred' | 'against-advice' | 'dying-at-home' | 'other';

export interface DiagnosisClaim {
  readonly code: string | null;
  readonly system: string | null;
  readonly text: string | null;
  readonly use: 'admission' | 'discharge' | 'working' | 'other';
}

export interface ProcedureClaim {
  readonly code: string | null;
  readonly system: string | null;
  readonly text: string | null;
  readonly performedAt: Date | null;
}

export interface MedicineClaim {
  readonly code: string | null;
  readonly system: string | null;
  readonly text: string;
  readonly dose: string | null;
  readonly route: string | null;
  readonly frequency: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** null and undefined: not said. An empty list of diagnoses, procedures or medicines says there are none. */
export interface StayClaim {
  readonly kind: StayKind;
  readonly visitNo: string;
  readonly class: StayClass;
  /** Announced only. */
  readonly planned: boolean;
  readonly wardCode: string | null;
  readonly bed: string | null;
  readonly admittedAt: Date | null;
  readonly expectedDischargeOn: string | null;
  readonly dischargedAt: Date | null;
  readonly disposition: Disposition | null;
  readonly dispositionCode: string | null;
  readonly urgentAdmission: boolean | null;
  readonly attendingStaffNo: string | null;
  readonly surgeryAt: Date | null;
  readonly reason: string | null;
  readonly diagnoses?: readonly DiagnosisClaim[];
  readonly procedures?: readonly ProcedureClaim[];
  readonly medicines?: readonly MedicineClaim[];
  /** `add`: the medicines join those known (an order message brings one); `remove`: they leave the list. */
  readonly medicinesMode: 'replace' | 'add' | 'remove';
}

/** What a mapping needs to know of the mouth the message came through. */
export interface FeedFacts {
  readonly timeZone: string;
  readonly dispositionCodes: Readonly<Record<string, string>>;
  readonly identifierSystems: Readonly<Record<string, string>>;
}

/** Thrown inside a mapping to leave it from any depth; caught by its entry, never seen outside. */
export class BrokenMessage extends Error {
  readonly broken: Broken;

  constructor(code: BrokenCode, path: string, detail?: string) {
    super(`${code} at ${path}`);
    this.broken = { kind: 'broken', code, path, ...(detail === undefined ? {} : { detail }) };
  }
}

/** Runs a mapping; a BrokenMessage becomes its result. */
export function mapping(work: () => Mapped): Mapped {
  try {
    return work();
  } catch (error) {
    if (error instanceof BrokenMessage) return error.broken;
    throw error;
  }
}
