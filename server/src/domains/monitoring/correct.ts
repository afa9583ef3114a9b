import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { openPatient } from '../encounters/index.ts';
import { openAlertsOf } from './alert.store.ts';
import { closeBecause } from './close.ts';
import type { Raised } from './judge-reading.ts';
import { alreadyCorrected } from './problems.ts';
import { lockProgrammes } from './programme.store.ts';
import { markWrong, type ReadingRow, readingsByIds } from './reading.store.ts';
import { record } from './record.ts';

export interface Correction {
  readonly patientId: string;
  readonly readingId: string;
  readonly reason: string;
  /** The right figure; null where there is none. */
  readonly replacement: {
    readonly id: string;
    readonly value: string;
    readonly unit: string;
    readonly effectiveAt: Date;
    readonly confirmed?: boolean;
  } | null;
}

/**
 * Takes a reading out of the record and puts the right one in its place; both stay readable. Alerts that stand on nothing else are
 * closed, the right figure is judged anew. The same correction again changes nothing.
 */
export async function correct(
  tx: Tx,
  scope: Scope,
  input: Correction,
): Promise<{ readingId: string | null; alerts: Raised[] }> {
  const patientId = await openPatient(tx, scope, input.patientId);
  await lockProgrammes(tx, patientId);
  const [wrong] = await readingsByIds(tx, [input.readingId]);
  if (wrong?.patient_id !== patientId) throw notFound();
  const { replacement } = input;
  if (wrong.status !== 'final') {
    if (wrong.superseded_by !== (replacement?.id ?? null)) throw alreadyCorrected();
  } else {
    const by = { staffId: staffOf(scope), reason: input.reason, supersededBy: replacement?.id ?? null };
    const where = { id: wrong.id, effectiveAt: wrong.effective_at, patientId };
    if (!(await markWrong(tx, where, by))) throw alreadyCorrected();
    await audit(tx, scope, {
      action: 'monitoring.reading-corrected',
      subject: { kind: 'reading', id: wrong.id },
      patientId,
      detail: { reason: input.reason },
    });
    await closeBaseless(tx, scope, wrong);
    tx.hint(`patient:${patientId}`, 'reading', wrong.id);
  }
  if (!replacement) return { readingId: null, alerts: [] };
  return record(tx, scope, {
    ...replacement,
    patientId,
    encounterId: wrong.encounter_id,
    code: wrong.code,
    source: wrong.source,
  });
}

async function closeBaseless(tx: Tx, scope: Scope, wrong: ReadingRow): Promise<void> {
  for (const alert of await openAlertsOf(tx, wrong.patient_id)) {
    if (!alert.evidence.includes(wrong.id)) continue;
    const standing = (await readingsByIds(tx, alert.evidence)).some((row) => row.status === 'final');
    if (!standing) await closeBecause(tx, alert, 'reading-corrected', staffOf(scope));
  }
}
