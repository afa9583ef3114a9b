import type { Words as BothWords } from '../../../../contract/common.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { section } from '../content/index.ts';
import { encounterById, findingsOf, latestRisk } from '../encounters/index.ts';
import { wardById } from '../identity/index.ts';
import { close, open, rerank } from '../worklist/index.ts';
import { type CallRow, insertCall, renewCall } from './call.store.ts';
import { compose, variantOf } from './compose.ts';
import { CALL_LAID_OUT, type CallLaidOut } from './events.ts';
import { hintCall } from './told.ts';

/** The task of a plan a call is made for. */
export interface CallTask {
  readonly id: string;
  readonly owner: string;
  readonly title: BothWords;
  readonly dueAt: Date;
  readonly limitAt: Date | null;
  /** The first call after discharge keeps the window the pack gives it. */
  readonly first: boolean;
}

export interface CallPlan {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly slug: string;
  readonly version: string;
  readonly variant: 'home' | 'transferred';
}

const HOUR_MS = 3_600_000;
const later = (from: Date, hours: number) => new Date(from.getTime() + hours * HOUR_MS);

/** When the call opens, is due and has failed. */
export function windowOf(
  task: Pick<CallTask, 'dueAt' | 'limitAt' | 'first'>,
  dischargedAt: Date,
  hours: { fromHours: number; dueHours: number; limitHours: number },
): { from: Date; due: Date; limit: Date } {
  if (task.first)
    return {
      from: later(dischargedAt, hours.fromHours),
      due: later(dischargedAt, hours.dueHours),
      limit: later(dischargedAt, hours.limitHours),
    };
  const due = task.limitAt ?? later(task.dueAt, 24);
  return { from: task.dueAt, due, limit: later(due, 24) };
}

/**
 * Makes the call of a task, or lays one that nobody has begun out anew: script composed from the pinned pack, the stay's medicines and
 * the way the stay ended; item opened on the list. `existing` null: there is none yet.
 */
export async function layOut(
  tx: Tx,
  words: Words,
  plan: CallPlan,
  task: CallTask,
  existing: CallRow | null,
): Promise<void> {
  const encounter = await encounterById(tx, plan.encounterId);
  if (!encounter?.discharged_at) return;
  const [call, pathway, pack] = [
    await section(tx, plan.slug, plan.version, 'call'),
    await section(tx, plan.slug, plan.version, 'pathway'),
    await section(tx, plan.slug, plan.version, 'pack'),
  ];
  const measure = await section(tx, plan.slug, plan.version, 'measure');
  const signs = await section(tx, plan.slug, plan.version, 'warning-signs');
  const ward = encounter.ward_id ? await wardById(tx, encounter.ward_id) : null;
  const wanted =
    plan.variant === 'home' && encounter.disposition === 'against-advice' ? 'against-advice' : plan.variant;
  const variant = variantOf(call, wanted);
  const both = (key: string, params: Record<string, string | number> = {}): BothWords => ({
    'zh-CN': words('zh-CN', key, params),
    en: words('en', key, params),
  });
  const script = compose({
    packTitle: pack.title,
    call,
    variant,
    advice: pathway.medicines,
    signs: signs.map(({ id, sign, whatToDo }) => ({ id, sign, whatToDo })),
    measures: measure.programme,
    medicines: (await findingsOf(tx, plan.encounterId)).medicines,
    wardPhone: ward?.phone ?? null,
    // The ward's line is answered day and night by whoever is on duty; a number of its own comes with the ward's settings.
    onCallPhone: ward?.phone ?? null,
    words: { medicines: both('calls.script.medicines'), channels: both('calls.script.channels') },
  });
  const window = windowOf(task, encounter.discharged_at, pathway.dayOneCall);
  const itemId: string = newId();
  const row = {
    id: existing?.id ?? newId<string>(),
    plan_id: plan.id,
    task_id: task.id,
    patient_id: encounter.patient_id,
    encounter_id: plan.encounterId,
    ward_id: encounter.ward_id,
    item_id: existing?.state === 'waiting' ? existing.item_id : itemId,
    variant,
    pack_slug: plan.slug,
    pack_version: plan.version,
    script,
    discharged_at: encounter.discharged_at,
    window_from: window.from,
    due_at: window.due,
    limit_at: window.limit,
  };
  const risk = (await latestRisk(tx, [plan.encounterId])).get(plan.encounterId);
  const keepsItem = existing !== null && existing.state === 'waiting';
  if (keepsItem) {
    await rerank(tx, row.item_id, { dueAt: window.due, windowFrom: window.from, limitAt: window.limit });
  } else {
    if (existing) await close(tx, existing.item_id, 'cancelled', 'replanned');
    await open(tx, {
      id: row.item_id,
      kind: 'call',
      patientId: row.patient_id,
      encounterId: row.encounter_id,
      wardId: row.ward_id,
      ref: { kind: 'call', id: row.id },
      title: task.title,
      reason: reasonOf(pack.title, risk, window.due < tx.now, both),
      urgency: 0,
      risk: risk?.score ?? null,
      windowFrom: window.from,
      dueAt: window.due,
      limitAt: window.limit,
      ownerStaffId: task.owner === 'attending-doctor' ? encounter.attending_staff_id : encounter.nurse_staff_id,
      ownerRole: task.owner,
    });
  }
  if (existing) await renewCall(tx, row);
  else await insertCall(tx, row);
  hintCall(tx, { ...row, caller_staff_id: null });
  if (existing) return;
  const payload: CallLaidOut = {
    callId: row.id,
    planId: plan.id,
    taskId: task.id,
    encounterId: plan.encounterId,
    patientId: row.patient_id,
    dueAt: window.due.toISOString(),
  };
  await emit(tx, { type: CALL_LAID_OUT, lane: row.patient_id, payload });
}

/** Why this person is rung, in one line: the pack, the risk, and that we heard late. */
export function reasonOf(
  packTitle: BothWords,
  risk: { readonly score: number } | undefined,
  late: boolean,
  both: (key: string, params?: Record<string, string | number>) => BothWords,
): BothWords {
  const inOne = (language: 'zh-CN' | 'en') => {
    const key = risk ? 'calls.item.reason' : 'calls.item.reason-plain';
    return both(key, { pack: packTitle[language], risk: risk ? `LACE ${risk.score}` : '' })[language];
  };
  const plain = { 'zh-CN': inOne('zh-CN'), en: inOne('en') };
  if (!late) return plain;
  return {
    'zh-CN': both('calls.item.late', { reason: plain['zh-CN'] })['zh-CN'],
    en: both('calls.item.late', { reason: plain.en }).en,
  };
}
