import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { addMonths, atLocal, civilDate } from '../../kernel/time/index.ts';
import { ownHospital } from '../identity/index.ts';
import type { EncounterRow } from './encounter.store.ts';
import { diagnosisCodesOf } from './findings.store.ts';
import { charlsonFromIcd10, LACE_VERSION, lace, lengthOfStayDays } from './risk/index.ts';
import { emergencyVisits, insertRisk, latestRisk } from './risk.store.ts';

const MOVES_RISK = new Set([
  'status',
  'class',
  'admittedAt',
  'dischargedAt',
  'urgentAdmission',
  'diagnoses',
  'disposition',
]);

/**
 * Scores an inpatient stay that ended alive, when something LACE looks at has changed, and says so where the score is another. Visits
 * to other hospitals' emergency departments are not known here, so E below its highest points is always a lower bound.
 */
export async function assessRisk(tx: Tx, row: EncounterRow, changed: readonly string[]): Promise<void> {
  if (row.class !== 'inpatient' || row.status !== 'finished' || row.disposition === 'died') return;
  if (!changed.some((field) => MOVES_RISK.has(field))) return;
  const { time_zone } = await ownHospital(tx);
  const before = row.admitted_at ?? row.discharged_at ?? tx.now;
  const from = atLocal(addMonths(civilDate(before, time_zone), -6), '00:00', time_zone);
  const charlson = charlsonFromIcd10(await diagnosisCodesOf(tx, row.patient_id));
  const scored = lace({
    losDays: lengthOfStayDays(row.admitted_at, row.discharged_at, time_zone),
    acute: row.urgent_admission,
    charlson: charlson.score,
    charlsonLowerBound: charlson.lowerBound,
    edVisits6m: await emergencyVisits(tx, row.patient_id, from, before),
  });
  const visits = scored.items.find(({ item }) => item === 'E');
  const unseen = visits && visits.points !== null ? visits.maxPoints - visits.points : 0;
  const explanation = {
    scoreAtMost: scored.scoreAtMost + unseen,
    items: scored.items,
    conditions: charlson.items.map(({ condition, codes, points, reason }) => ({ condition, codes, points, reason })),
    unreadCodes: charlson.unread,
  };
  const last = (await latestRisk(tx, [row.id])).get(row.id);
  if (last && last.score === scored.score && sameText(last.explanation, explanation)) return;
  await insertRisk(tx, {
    encounterId: row.id,
    method: LACE_VERSION,
    score: scored.score,
    band: scored.band,
    lowerBound: scored.lowerBound || unseen > 0,
    explanation,
  });
  await emit(tx, {
    type: 'risk.changed',
    lane: row.patient_id,
    payload: { encounterId: row.id, patientId: row.patient_id },
  });
}

/** jsonb gives keys back in an order of its own. */
function sameText(a: unknown, b: unknown): boolean {
  const spell = (_key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value;
  return JSON.stringify(a, spell) === JSON.stringify(b, spell);
}
