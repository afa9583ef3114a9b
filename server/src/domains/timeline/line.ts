import type { Words } from '../../../../contract/common.ts';
import type { TimelineEntry, TimelineTopic } from '../../../../contract/timeline.ts';
import type { EventValue } from '../../kernel/outbox/index.ts';
import type { Kind } from './kinds.ts';

export type Data = Readonly<Record<string, EventValue>>;

/** A text of words/*.json with what fills it: figures as they are, words in the language of the line. */
export interface Text {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number | Words>>;
}

/** What the owners of the things behind the lines say of them. Missing where the thing is gone or out of reach. */
export interface Known {
  readonly messages: ReadonlyMap<string, { readonly title: Words }>;
  readonly alerts: ReadonlyMap<string, { readonly title: Words; readonly reason: Words }>;
  /** With the figure; `final` is false where it was corrected since. */
  readonly readings: ReadonlyMap<string, { readonly title: Words; readonly final: boolean }>;
  readonly tasks: ReadonlyMap<string, Words>;
  readonly staff: ReadonlyMap<string, string>;
  /** Words of a code: `code('hold', 'dispute')`; the code itself where no word is written. */
  code(group: string, code: EventValue | undefined): Words;
  time(instant: EventValue | undefined): Words;
}

export interface Line {
  readonly topic: TimelineTopic;
  readonly tone: TimelineEntry['tone'];
  /** Default: the text of the kind itself. */
  readonly text?: Text;
  readonly detail?: Text | Words | null;
  readonly ref?: { readonly kind: string; readonly id: EventValue | undefined };
}

/** How each kind of event reads. Exhaustive: a recorded kind without a line does not compile. */
export const LINES: Readonly<Record<Kind, (data: Data, known: Known) => Line>> = {
  'patient.registered': () => ({ topic: 'person', tone: 'quiet' }),
  'patient.died': (data, { code }) => ({
    topic: 'person',
    tone: 'quiet',
    detail: { key: 'timeline.told-by', params: { source: code('source', data.source) } },
  }),
  'patient.death-corrected': () => ({ topic: 'person', tone: 'note' }),
  'patient.merged': () => ({ topic: 'person', tone: 'note' }),
  'hold.set': (data, { code }) => ({ topic: 'person', tone: 'attention', detail: code('hold', data.reason) }),
  'hold.lifted': (data, { code }) => ({ topic: 'person', tone: 'calm', detail: code('hold', data.reason) }),
  'consent.granted': (data, { code }) => ({ topic: 'consent', tone: 'good', detail: code('consent', data.purpose) }),
  'consent.refused': (data, { code }) => ({ topic: 'consent', tone: 'note', detail: code('consent', data.purpose) }),
  'consent.withdrawn': (data, { code }) => ({ topic: 'consent', tone: 'note', detail: code('consent', data.purpose) }),
  'encounter.admitted': (data) => ({ topic: 'stay', tone: 'note', ref: stay(data) }),
  'encounter.transferred': (data) => ({ topic: 'stay', tone: 'calm', ref: stay(data) }),
  'encounter.discharged': (data, { code }) => ({
    topic: 'stay',
    tone: data.disposition === 'died' ? 'quiet' : 'calm',
    text: { key: 'timeline.encounter.discharged', params: { disposition: code('disposition', data.disposition) } },
    detail: data.recordedLate ? { key: 'timeline.heard-late' } : null,
    ref: stay(data),
  }),
  'encounter.discharge-cancelled': (data) => ({ topic: 'stay', tone: 'attention', ref: stay(data) }),
  'encounter.admission-cancelled': (data) => ({ topic: 'stay', tone: 'attention', ref: stay(data) }),
  'risk.changed': (data) => ({ topic: 'stay', tone: 'quiet', ref: stay(data) }),
  'message.sent': (data, known) => message(data, known, 'good'),
  'message.cancelled': (data, known) => message(data, known, 'quiet', known.code('cancelled', data.reason)),
  'message.failed': (data, known) => message(data, known, 'attention'),
  'item.assigned': (data, { staff, code }) => ({
    topic: 'work',
    tone: 'quiet',
    text: {
      key: 'timeline.item.assigned',
      params: { who: staff.get(String(data.staffId)) ?? code('level', data.level), item: code('item', data.kind) },
    },
    ref: { kind: String(data.refKind), id: data.refId },
  }),
  'item.overdue': (data, { code, time }) => ({
    topic: 'work',
    tone: 'attention',
    text: { key: 'timeline.item.overdue', params: { item: code('item', data.kind) } },
    detail: { key: 'timeline.was-due', params: { at: time(data.dueAt) } },
    ref: { kind: String(data.refKind), id: data.refId },
  }),
  'plan.started': (data) => ({
    topic: 'plan',
    tone: 'good',
    ...(data.variant === 'transferred' ? { detail: { key: 'timeline.plan.transferred' } } : {}),
    ref: plan(data),
  }),
  'plan.changed': (data) => ({ topic: 'plan', tone: 'quiet', ref: plan(data) }),
  'plan.paused': (data, { code }) => ({
    topic: 'plan',
    tone: 'attention',
    detail: code('pause', data.reason),
    ref: plan(data),
  }),
  'plan.resumed': (data) => ({ topic: 'plan', tone: 'good', ref: plan(data) }),
  'plan.ended': (data, { code }) => ({
    topic: 'plan',
    tone: 'quiet',
    detail: code('end', data.reason),
    ref: plan(data),
  }),
  'plan.not-started': (data, { code }) => ({
    topic: 'plan',
    tone: 'note',
    detail: code('not-started', data.reason),
    ref: plan(data),
  }),
  'plan.awaiting-choice': (data, { code }) => ({
    topic: 'plan',
    tone: 'attention',
    detail: code('disposition', data.reason),
    ref: plan(data),
  }),
  'task.completed': (data, { tasks, code }) => ({
    topic: 'plan',
    tone: data.outcome === 'done' || data.outcome === 'completed' || data.outcome === 'sent' ? 'good' : 'calm',
    text: {
      key: 'timeline.task.completed',
      params: { task: tasks.get(String(data.taskId)) ?? code('task', data.kind) },
    },
    detail: code('outcome', data.outcome),
    ref: { kind: 'task', id: data.taskId },
  }),
  'reading.recorded': (data, { readings, code }) => {
    const reading = readings.get(String(data.readingId));
    return {
      topic: 'reading',
      tone: 'calm',
      text: reading
        ? { key: 'timeline.reading.figure', params: { title: reading.title } }
        : { key: 'timeline.reading.recorded' },
      detail: reading?.final === false ? { key: 'timeline.reading.corrected' } : code('reading-source', data.source),
      ref: { kind: 'reading', id: data.readingId },
    };
  },
  'alert.raised': (data, { alerts }) => {
    const alert = alerts.get(String(data.alertId));
    const red = data.severity === 'red';
    return {
      topic: 'alert',
      tone: red ? 'danger' : 'attention',
      text: {
        key: `timeline.alert.raised.${red ? 'red' : 'amber'}${alert ? '-of' : ''}`,
        ...(alert ? { params: { title: alert.title } } : {}),
      },
      detail: alert?.reason ?? null,
      ref: { kind: 'alert', id: data.alertId },
    };
  },
  'alert.acknowledged': (data, { staff }) => ({
    topic: 'alert',
    tone: 'calm',
    ...(staff.has(String(data.staffId))
      ? { text: { key: 'timeline.alert.acknowledged-by', params: { who: staff.get(String(data.staffId)) ?? '' } } }
      : {}),
    ref: { kind: 'alert', id: data.alertId },
  }),
  'alert.closed': (data, { alerts, code }) => ({
    topic: 'alert',
    tone: data.outcome === 'resolved' ? 'good' : 'quiet',
    text: { key: `timeline.alert.${data.outcome === 'resolved' ? 'resolved' : 'dismissed'}` },
    detail: data.code ? code('dismissed', data.code) : (alerts.get(String(data.alertId))?.title ?? null),
    ref: { kind: 'alert', id: data.alertId },
  }),
  'call.attempted': (data, { code }) => ({
    topic: 'call',
    tone: data.outcome === 'reached' ? 'calm' : 'quiet',
    text: {
      key: 'timeline.call.attempted',
      params: { number: Number(data.number), who: code('who', data.who), outcome: code('attempt', data.outcome) },
    },
    ref: { kind: 'call', id: data.callId },
  }),
  'call.unreachable': (data) => ({ topic: 'call', tone: 'attention', ref: { kind: 'call', id: data.callId } }),
  'call.cancelled': (data, { code }) => ({
    topic: 'call',
    tone: 'quiet',
    detail: code('cancelled', data.reason),
    ref: { kind: 'call', id: data.callId },
  }),
  'call.finished': (data, { code }) => ({
    topic: 'call',
    tone: data.outcome === 'completed' ? 'good' : 'attention',
    text: { key: 'timeline.call.finished', params: { outcome: code('call', data.outcome) } },
    ref: { kind: 'call', id: data.callId },
  }),
};

const stay = (data: Data) => ({ kind: 'encounter', id: data.encounterId });
const plan = (data: Data) => ({ kind: 'plan', id: data.planId });

function message(data: Data, { messages }: Known, tone: Line['tone'], detail: Words | null = null): Line {
  const known = messages.get(String(data.messageId));
  const what = data.purpose === 'alert' ? 'alert' : 'message';
  const happened = tone === 'good' ? 'sent' : tone === 'quiet' ? 'cancelled' : 'failed';
  return {
    topic: 'message',
    tone,
    text: known
      ? { key: `timeline.${what}.${happened}-of`, params: { title: known.title } }
      : { key: `timeline.${what}.${happened}` },
    detail,
    ref: { kind: 'message', id: data.messageId },
  };
}
