import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { civilDate, daysBetween } from '../../kernel/time/index.ts';
import { send } from '../channels/index.ts';
import { type Bilingual, type PackMessage, section } from '../content/index.ts';
import { ownHospital, staffByIds, systemScope, wardById } from '../identity/index.ts';
import { patientCards } from '../patients/index.ts';
import { causeOf } from './end.ts';
import { TASK_COMPLETED, type TaskCompleted } from './events.ts';
import { fill, type Holes } from './fill.ts';
import { surgeryCounts } from './lay/lay-out.ts';
import type { PlanRow } from './plan.store.ts';
import { readStay } from './stay.ts';
import { saveTask, type TaskRow } from './task.store.ts';

/** A message of a day is no longer what it says a day later: not sent by then, it is not sent at all. */
export const MESSAGE_VALID_HOURS = 24;

/** Hands the message of a task to `channels`, which asks everything else when it sends: death, hold, home, consent, hours, budget. */
export async function sendMessage(tx: Tx, words: Ctx['words'], plan: PlanRow, task: TaskRow): Promise<void> {
  if (plan.slug === null || plan.pack_version === null) throw new Error('a message comes from a pack');
  const expiresAt = new Date(task.due_at.getTime() + MESSAGE_VALID_HOURS * 3_600_000);
  const { messages } = await section(tx, plan.slug, plan.pack_version, 'pathway');
  const message = messages.find((one) => one.id === task.ref);
  if (!message || expiresAt <= tx.now) {
    const reason = message ? 'too-late' : 'no-such-message';
    await saveTask(tx, { ...task, state: 'skipped', reason_code: reason, wake_at: null });
    return;
  }
  const holes = await holesOf(tx, words, plan, task, message);
  const both = (text: Bilingual) => ({ 'zh-CN': fill(text['zh-CN'], holes['zh-CN']), en: fill(text.en, holes.en) });
  const messageId = await send(tx, {
    dedupeKey: `plan:${plan.id}:${task.task_key}:${task.occurrence}`,
    patientId: plan.patient_id,
    encounterId: plan.encounter_id,
    purpose: message.purpose,
    title: both(message.title),
    body: both(message.body),
    outsideTitle: message.outsideTitle,
    because: causeOf(plan.id),
    dueAt: task.due_at,
    expiresAt,
  });
  await saveTask(tx, {
    ...task,
    state: 'done',
    result: { outcome: 'handed-over', ref: messageId },
    done_at: tx.now,
    wake_at: null,
  });
  const payload: TaskCompleted = {
    taskId: task.id,
    planId: plan.id,
    encounterId: plan.encounter_id,
    patientId: plan.patient_id,
    kind: task.kind,
    outcome: 'handed-over',
  };
  await emit(tx, { type: TASK_COMPLETED, lane: plan.patient_id, payload });
}

async function holesOf(
  tx: Tx,
  words: Ctx['words'],
  plan: PlanRow,
  task: TaskRow,
  message: PackMessage,
): Promise<Record<'zh-CN' | 'en', Holes>> {
  const hospital = await ownHospital(tx);
  const stay = await readStay(tx, plan.encounter_id);
  const ward = stay?.wardId ? await wardById(tx, stay.wardId) : null;
  const cards = await patientCards(tx, systemScope(tx.hospitalId), [plan.patient_id]);
  const [nurse] = stay?.nurseStaffId ? await staffByIds(tx, [stay.nurseStaffId]) : [];
  const [doctor] = stay?.attendingStaffId ? await staffByIds(tx, [stay.attendingStaffId]) : [];
  const anchors = { discharge: plan.discharged_at, surgery: plan.surgery_at };
  const from = message.anchor === 'surgery' && surgeryCounts(anchors) ? plan.surgery_at : plan.discharged_at;
  const day = daysBetween(
    civilDate(from ?? plan.discharged_at, hospital.time_zone),
    civilDate(task.due_at, hospital.time_zone),
  );
  const say = (language: 'zh-CN' | 'en'): Holes => ({
    form_of_address: cards.get(plan.patient_id)?.formOfAddress ?? words(language, 'careplans.message.you'),
    day_number: String(day),
    ward_phone: ward?.phone ?? words(language, 'careplans.message.no-phone'),
    hospital: language === 'en' ? hospital.name_en : hospital.name,
    clinician: nurse
      ? words(language, 'careplans.message.nurse', { name: nurse.name })
      : doctor
        ? words(language, 'careplans.message.doctor', { name: doctor.name })
        : words(language, 'careplans.message.ward-nurse'),
  });
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}
