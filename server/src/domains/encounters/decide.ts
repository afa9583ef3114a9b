import type { Disposition, EncounterClass } from '../../../../contract/encounters.ts';

/** What can be told of a stay; null or absent in a message means it did not say. */
export interface StayFacts {
  readonly class: EncounterClass;
  readonly wardId: string | null;
  readonly bed: string | null;
  readonly admittedAt: Date | null;
  readonly expectedDischargeOn: string | null;
  readonly dischargedAt: Date | null;
  readonly disposition: Disposition | null;
  readonly dispositionCode: string | null;
  readonly urgentAdmission: boolean | null;
  readonly attendingStaffId: string | null;
  readonly surgeryAt: Date | null;
  readonly reason: string | null;
}

export type StayStatus = 'planned' | 'in-progress' | 'finished' | 'cancelled';
export interface Stay extends StayFacts {
  readonly status: StayStatus;
  readonly sourceAt: Date | null;
  readonly statusSourceAt: Date | null;
}

export type StayKind = 'admit' | 'discharge' | 'update' | 'transfer' | 'cancel-admit' | 'cancel-discharge';
export interface StayMessage extends StayFacts {
  readonly kind: StayKind;
  /** Announced only (PV1-2 P). */
  readonly planned: boolean;
  readonly sourceAt: Date;
}

export type StayEvent =
  | 'encounter.admitted'
  | 'encounter.updated'
  | 'encounter.transferred'
  | 'encounter.discharged'
  | 'encounter.discharge-cancelled'
  | 'encounter.admission-cancelled';

export type Decided =
  | { readonly outcome: 'applied'; readonly next: Stay; readonly event: StayEvent | null; readonly changed: string[] }
  /** The hospital uses the number again for another stay. */
  | { readonly outcome: 'another-stay' }
  | { readonly outcome: 'unchanged' | 'older' | 'nothing-to-undo' };

const FIELDS = [
  'class',
  'wardId',
  'bed',
  'admittedAt',
  'expectedDischargeOn',
  'dischargedAt',
  'disposition',
  'dispositionCode',
  'urgentAdmission',
  'attendingStaffId',
  'surgeryAt',
  'reason',
] as const satisfies readonly (keyof StayFacts)[];

const not = (before: Date | null, at: Date): boolean => before === null || at >= before;

/**
 * What a message does to a stay. Two clocks decide what is newer: that of the facts and that of the status, so that a discharge
 * which arrives behind a later update still discharges, and one which was cancelled does not come back.
 */
export function decide(stay: Stay | null, message: StayMessage): Decided {
  if (!stay) return begin(message);
  const statusNewer = not(stay.statusSourceAt, message.sourceAt);
  switch (message.kind) {
    case 'admit':
      return admit(stay, message, statusNewer);
    case 'discharge':
      return discharge(stay, message, statusNewer);
    case 'update':
    case 'transfer':
      return stay.status === 'cancelled' ? { outcome: 'unchanged' } : facts(stay, message, stay.status);
    case 'cancel-admit':
      if (stay.status === 'cancelled') return { outcome: 'unchanged' };
      if (!statusNewer) return { outcome: 'older' };
      return turn(stay, message, 'cancelled', 'encounter.admission-cancelled');
    case 'cancel-discharge':
      if (stay.status !== 'finished') return { outcome: 'nothing-to-undo' };
      if (!statusNewer) return { outcome: 'older' };
      return turn(stay, message, 'in-progress', 'encounter.discharge-cancelled');
    default:
      return message.kind satisfies never;
  }
}

/** A stay nobody had told of. An update of one that has ended already records it as ended: the discharge was missed. */
function begin(message: StayMessage): Decided {
  switch (message.kind) {
    case 'cancel-admit':
    case 'cancel-discharge':
      return { outcome: 'nothing-to-undo' };
    case 'discharge':
      return first(message, 'finished', 'encounter.discharged');
    case 'update':
    case 'transfer':
      if (message.dischargedAt && message.dischargedAt <= message.sourceAt)
        return first(message, 'finished', 'encounter.discharged');
      return message.planned ? first(message, 'planned', null) : first(message, 'in-progress', 'encounter.admitted');
    case 'admit':
      return message.planned ? first(message, 'planned', null) : first(message, 'in-progress', 'encounter.admitted');
    default:
      return message.kind satisfies never;
  }
}

function first(message: StayMessage, status: StayStatus, event: StayEvent | null): Decided {
  const { kind: _kind, planned: _planned, sourceAt, ...said } = message;
  const next = { ...endOf(said, message, status), status, sourceAt, statusSourceAt: sourceAt };
  return { outcome: 'applied', next, event, changed: ['status'] };
}

/** An end belongs to a finished stay only; some systems write the expected one into PV1-45. Without a time it ended when it was said. */
function endOf(said: StayFacts, message: StayMessage, status: StayStatus): StayFacts {
  if (status === 'finished') return { ...said, dischargedAt: said.dischargedAt ?? message.sourceAt };
  return { ...said, dischargedAt: null, disposition: null, dispositionCode: null };
}

function admit(stay: Stay, message: StayMessage, statusNewer: boolean): Decided {
  if (stay.status === 'finished') {
    const again = stay.dischargedAt && message.admittedAt && message.admittedAt > stay.dischargedAt;
    // The same admission told again after the discharge does not open the stay: only A13 does.
    return again ? { outcome: 'another-stay' } : facts(stay, message, 'finished');
  }
  if (stay.status === 'in-progress') return facts(stay, message, 'in-progress');
  if (message.planned) return stay.status === 'planned' ? facts(stay, message, 'planned') : { outcome: 'unchanged' };
  return statusNewer ? turn(stay, message, 'in-progress', 'encounter.admitted') : { outcome: 'older' };
}

function discharge(stay: Stay, message: StayMessage, statusNewer: boolean): Decided {
  if (stay.status === 'finished') return facts(stay, message, 'finished');
  const ofEarlierStay =
    !message.admittedAt && stay.admittedAt && message.dischargedAt && message.dischargedAt < stay.admittedAt;
  if (!statusNewer || ofEarlierStay) return { outcome: 'older' };
  return turn(stay, message, 'finished', 'encounter.discharged');
}

/**
 * The status changes with the message; facts of an older message only fill what is open. A cancellation repeats the facts of what it
 * cancels, so nothing is taken from it.
 */
function turn(stay: Stay, message: StayMessage, status: StayStatus, event: StayEvent): Decided {
  const cancels = message.kind === 'cancel-admit' || message.kind === 'cancel-discharge';
  const said = cancels ? stay : merge(stay, message);
  const next: Stay = {
    ...stay,
    ...(status === 'cancelled' ? said : endOf(said, message, status)),
    status,
    sourceAt: latest(stay.sourceAt, message.sourceAt),
    statusSourceAt: message.sourceAt,
  };
  return { outcome: 'applied', next, event, changed: ['status', ...changes(stay, next)] };
}

function facts(stay: Stay, message: StayMessage, status: StayStatus): Decided {
  const merged = merge(stay, message);
  const said = status === 'finished' ? merged : endOf(merged, message, status);
  const changed = changes(stay, said);
  if (changed.length === 0) return { outcome: not(stay.sourceAt, message.sourceAt) ? 'unchanged' : 'older' };
  const next: Stay = { ...stay, ...said, status, sourceAt: latest(stay.sourceAt, message.sourceAt) };
  const moved = message.kind === 'transfer' && (changed.includes('wardId') || changed.includes('bed'));
  return { outcome: 'applied', next, event: moved ? 'encounter.transferred' : 'encounter.updated', changed };
}

function merge(stay: Stay, message: StayMessage): StayFacts {
  const newer = not(stay.sourceAt, message.sourceAt);
  const merged: Record<string, unknown> = {};
  for (const field of FIELDS) merged[field] = (newer ? message[field] : stay[field]) ?? stay[field] ?? message[field];
  return merged as unknown as StayFacts;
}

function changes(before: StayFacts, after: StayFacts): string[] {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return FIELDS.filter((field) => plain(before[field]) !== plain(after[field]));
}

const latest = (a: Date | null, b: Date): Date => (a && a > b ? a : b);
