import type { Tx } from '../../kernel/db/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import { isAtHome } from '../encounters/index.ts';
import { ownHospital } from '../identity/index.ts';
import { contactGate } from '../patients/index.ts';
import { openAlertsOf } from './alert.store.ts';
import { closeBecause } from './close.ts';
import type { Severity } from './events.ts';
import { type Hit, type InForce, isRecent, judge, reachHours, rulesFor } from './judge.ts';
import type { MeasureKind } from './measures.ts';
import { ownerKindOf } from './owner.ts';
import { putUnder, raiseOnce } from './raise.ts';
import { readingsBetween } from './reading.store.ts';
import { figureTitle } from './texts.ts';

export interface StoredReading {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly value: string;
  readonly effectiveAt: Date;
}

export interface Raised {
  readonly id: string;
  readonly severity: Severity;
}

const HOUR_MS = 3_600_000;

/**
 * Judges a stored reading by the rules in force and raises what must be raised, in the same transaction; the caller holds the locks
 * of the patient's programmes. Nothing is judged for the dead, for somebody in hospital, and for what was measured days ago.
 */
export async function judgeReading(
  tx: Tx,
  measure: MeasureKind,
  reading: StoredReading,
  packs: readonly InForce[],
): Promise<Raised[]> {
  if (packs.length === 0 || !isRecent(reading.effectiveAt, tx.now)) return [];
  if (!(await contactGate(tx, reading.patientId)).alive || !(await isAtHome(tx, reading.patientId))) return [];
  const hit = await hitOf(tx, measure, reading, packs);
  return hit ? [await raiseOrAdd(tx, measure, reading, hit)] : [];
}

async function hitOf(
  tx: Tx,
  measure: MeasureKind,
  reading: StoredReading,
  packs: readonly InForce[],
): Promise<Hit | null> {
  const { time_zone: zone } = await ownHospital(tx);
  const on = civilDate(reading.effectiveAt, zone);
  const reach = reachHours(packs.flatMap((pack) => rulesFor(pack, measure.code, on)));
  const at = reading.effectiveAt.getTime();
  const around = await readingsBetween(
    tx,
    reading.patientId,
    measure.code,
    new Date(at - reach.before * HOUR_MS),
    new Date(at + reach.after * HOUR_MS),
  );
  return judge(
    packs,
    measure.code,
    { id: reading.id, value: Number(reading.value), at: reading.effectiveAt },
    around.map((row) => ({ id: row.id, value: Number(row.value), at: row.effective_at })),
    zone,
  );
}

/**
 * One trouble is one alert: while one of this measure at least as red is open, the readings are put under it; a redder one takes the
 * place of what was open before.
 */
async function raiseOrAdd(
  tx: Tx,
  measure: MeasureKind,
  reading: StoredReading,
  { rule, evidence }: Hit,
): Promise<Raised> {
  const open = (await openAlertsOf(tx, reading.patientId)).filter((alert) => alert.code === measure.code);
  const enough = open.find((alert) => alert.severity === 'red' || alert.severity === rule.severity);
  if (enough) {
    await putUnder(tx, enough, evidence);
    return { id: enough.id, severity: enough.severity };
  }
  const { alertId } = await raiseOnce(tx, {
    patientId: reading.patientId,
    encounterId: reading.encounterId,
    ruleKey: `reading:${rule.id}`,
    ruleVersion: rule.version,
    severity: rule.severity,
    title: figureTitle(measure, reading.value),
    reason: rule.staffWords,
    patientWords: rule.patientWords,
    patientNow: rule.patientNow,
    sourceRef: { kind: 'reading', id: reading.id },
    code: measure.code,
    evidence,
    ackMinutes: rule.ackMinutes,
    owner: ownerKindOf(rule.owner),
  });
  for (const lesser of open) await closeBecause(tx, lesser, 'became-red');
  return { id: alertId, severity: rule.severity };
}
