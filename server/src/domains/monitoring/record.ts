import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { invalid } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { openEncounter, openPatient } from '../encounters/index.ts';
import { openAlertsOf } from './alert.store.ts';
import { READING_RECORDED, type ReadingRecorded } from './events.ts';
import { entryOf, rulesOf } from './in-force.ts';
import type { InForce } from './judge.ts';
import { judgeReading, type Raised } from './judge-reading.ts';
import { type MeasureKind, measureOf } from './measures.ts';
import { idTaken, implausible, impossible, inFuture, unitUnknown } from './problems.ts';
import { lockProgrammes } from './programme.store.ts';
import { idOfDedupeKey, insertReading, type ReadingRow, readingsByIds } from './reading.store.ts';
import { type Figure, plausibilityOf, toOwnUnit } from './units.ts';

export interface RecordInput {
  /** Made by the client: recording the same id again changes nothing. */
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string | null;
  /** LOINC. */
  readonly code: string;
  readonly value: string;
  /** UCUM: the measure's own unit or one it is converted from. */
  readonly unit: string;
  readonly effectiveAt: Date;
  readonly source: ReadingRow['source'];
  readonly note?: string | undefined;
  /** Somebody said that an unlikely figure is right. */
  readonly confirmed?: boolean | undefined;
  /** Of a device or feed that may tell the same twice under different ids. */
  readonly dedupeKey?: string | undefined;
}

/** Clocks of meters and computers are not alike. */
const AHEAD_MS = 5 * 60_000;

/**
 * Stores a reading and judges it, in one transaction: an alert it raises is there when the caller commits. Throws not found for a
 * patient out of reach, `implausible` for a figure that should be confirmed, invalid for one the scale does not have.
 */
export async function record(
  tx: Tx,
  scope: Scope,
  input: RecordInput,
): Promise<{ readingId: string; alerts: Raised[] }> {
  const patientId = await openPatient(tx, scope, input.patientId);
  const measure = measureOf(input.code);
  if (!measure) throw invalid({ code: 'monitoring.field.unit' });
  if (input.effectiveAt.getTime() > tx.now.getTime() + AHEAD_MS) throw inFuture();
  const programmes = await lockProgrammes(tx, patientId);
  const packs = await rulesOf(tx, programmes);
  const figure = checked(measure, input, packs);
  const [before] = await readingsByIds(tx, [input.id]);
  if (before) return repeated(tx, before, patientId, measure);
  const encounterId = await encounterOf(tx, scope, input.encounterId, patientId, programmes);
  const reading = { id: input.id, patientId, encounterId, value: figure.value, effectiveAt: input.effectiveAt };
  const isNew = await insertReading(tx, {
    ...reading,
    code: measure.code,
    kind: measure.kind,
    unit: measure.unit,
    given: figure.given,
    source: input.source,
    recordedBy: staffOf(scope),
    confirmed: input.confirmed ?? false,
    note: input.note || null,
    dedupeKey: input.dedupeKey ?? input.id,
  });
  if (!isNew) {
    const known = await idOfDedupeKey(tx, input.effectiveAt, input.dedupeKey ?? input.id);
    return { readingId: known ?? input.id, alerts: [] };
  }
  await tell(tx, scope, reading, measure, input.source);
  return { readingId: input.id, alerts: await judgeReading(tx, measure, reading, packs) };
}

function checked(measure: MeasureKind, input: RecordInput, packs: readonly InForce[]): Figure {
  const figure = toOwnUnit(measure, input.value, input.unit);
  if (!figure) throw unitUnknown();
  const entry = entryOf(packs, measure.code);
  const range = entry && { min: entry.min, max: entry.max };
  const met = plausibilityOf(measure, figure.value, range);
  if (met === 'impossible') throw impossible();
  if (met === 'ask-again' && !input.confirmed) {
    throw implausible(
      Math.max(measure.plausible.low, range?.min ?? measure.plausible.low),
      Math.min(measure.plausible.high, range?.max ?? measure.plausible.high),
    );
  }
  return figure;
}

/** The same write again: what it raised is told again. An id of somebody else's reading is refused. */
async function repeated(
  tx: Tx,
  before: ReadingRow,
  patientId: string,
  measure: MeasureKind,
): Promise<{ readingId: string; alerts: Raised[] }> {
  if (before.patient_id !== patientId || before.code !== measure.code) throw idTaken();
  const open = await openAlertsOf(tx, patientId);
  return {
    readingId: before.id,
    alerts: open
      .filter((alert) => alert.evidence.includes(before.id))
      .map((alert) => ({ id: alert.id, severity: alert.severity })),
  };
}

/** The stay named, when it is this patient's; else that of the newest programme. */
async function encounterOf(
  tx: Tx,
  scope: Scope,
  encounterId: string | null,
  patientId: string,
  programmes: readonly { encounter_id: string; starts_at: Date }[],
): Promise<string | null> {
  if (encounterId) {
    const encounter = await openEncounter(tx, scope, encounterId);
    if (encounter.patient_id !== patientId) throw invalid({ encounterId: 'monitoring.field.encounter' });
    return encounterId;
  }
  return [...programmes].sort((a, b) => +b.starts_at - +a.starts_at)[0]?.encounter_id ?? null;
}

async function tell(
  tx: Tx,
  scope: Scope,
  reading: { id: string; patientId: string; encounterId: string | null; effectiveAt: Date },
  measure: MeasureKind,
  source: ReadingRow['source'],
): Promise<void> {
  await audit(tx, scope, {
    action: 'monitoring.reading-recorded',
    subject: { kind: 'reading', id: reading.id },
    patientId: reading.patientId,
  });
  const payload: ReadingRecorded = {
    readingId: reading.id,
    patientId: reading.patientId,
    encounterId: reading.encounterId,
    code: measure.code,
    source,
  };
  await emit(tx, { type: READING_RECORDED, lane: reading.patientId, payload, occurredAt: reading.effectiveAt });
  tx.hint(`patient:${reading.patientId}`, 'reading', reading.id);
}
