import type { Scope } from '../../kernel/access/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { applyStay, findingsOf } from '../encounters/index.ts';
import { correctDeath, markDeceased } from '../patients/index.ts';
import { applyCharge } from './apply-charge.ts';
import { applyMerge } from './apply-merge.ts';
import { match } from './match-person.ts';
import { combine } from './medicines.ts';
import type { Outcome } from './message.store.ts';
import { done, quarantined } from './outcome.ts';
import type { Mapped, StayClaim, StayMessage } from './stay-message.ts';

/** A discharge or admission this far ahead of the hospital's clock is a slip of the pen, not a clock that runs a little fast. */
const AHEAD_MS = 60 * 60_000;

export interface Source {
  readonly format: string;
  readonly sourceAt: Date;
}

/** Carries out what a message means, through the front doors of patients and encounters. */
export async function apply(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  scope: Scope,
  mapped: Mapped,
  source: Source,
): Promise<Outcome> {
  switch (mapped.kind) {
    case 'ignored':
      return done('ignored', { code: mapped.reason, path: null, detail: null });
    case 'broken':
      return quarantined(mapped.code, mapped.path, mapped.detail);
    case 'charge':
      if (isAhead(tx, mapped.chargedAt)) return quarantined('time-in-future', 'FT1-4');
      return applyCharge(tx, ctx, scope, mapped, source.sourceAt);
    case 'merge':
      return applyMerge(tx, ctx, scope, mapped);
    case 'stay':
      return applyMessage(tx, ctx, scope, mapped, source);
  }
}

const isAhead = (tx: Tx, at: Date | null | undefined): boolean =>
  at != null && at.getTime() > tx.now.getTime() + AHEAD_MS;

async function applyMessage(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  scope: Scope,
  message: StayMessage,
  source: Source,
): Promise<Outcome> {
  const { stay, person } = message;
  if (isAhead(tx, stay?.dischargedAt))
    return quarantined('time-in-future', source.format === 'fhir' ? 'Encounter.period.end' : 'PV1-45');
  // Somebody "in hospital" from next year on would not be written to until then.
  if (stay?.kind === 'admit' && !stay.planned && isAhead(tx, stay.admittedAt))
    return quarantined('time-in-future', source.format === 'fhir' ? 'Encounter.period.start' : 'PV1-44');
  const matched = await match(tx, ctx, scope, person);
  if (matched === null)
    return quarantined('identity-conflict', source.format === 'fhir' ? 'Patient.identifier' : 'PID-3');
  const { patientId } = matched;
  // A death by disposition is told, and taken back by A13, where the stay is recorded.
  if (message.died === 'yes') {
    const told = person.deceasedAt ?? stay?.dischargedAt ?? source.sourceAt;
    await markDeceased(tx, scope, patientId, told < tx.now ? told : tx.now, 'feed');
  } else if (message.died === 'withdrawn') {
    await correctDeath(tx, scope, patientId, 'feed');
  }
  if (stay === null) return done('processed', null, patientId);
  const { encounterId } = await record(tx, scope, stay, patientId, source);
  return done('processed', null, patientId, encounterId);
}

async function record(tx: Tx, scope: Scope, stay: StayClaim, patientId: string, source: Source) {
  const { medicinesMode, medicines, ...claim } = stay;
  const seen = {
    ...claim,
    patientId,
    sourceAt: source.sourceAt,
    source: source.format === 'fhir' ? 'fhir' : 'hl7v2',
  } as const;
  if (medicines === undefined || medicinesMode === 'replace') return applyStay(tx, scope, { ...seen, medicines });
  // An order brings one medicine: the stay is found first, its list read, and told back with the one more or less.
  const { encounterId } = await applyStay(tx, scope, seen);
  const known = encounterId === null ? [] : (await findingsOf(tx, encounterId)).medicines;
  return applyStay(tx, scope, { ...seen, medicines: combine(known, medicines, medicinesMode) });
}
