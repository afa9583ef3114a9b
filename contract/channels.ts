import { z } from 'zod';
import { Id, Instant, Page, pageOf, Words } from './common.ts';
import { route } from './route.ts';

/** Why a message is sent; decides hours, budget and consent. Clinical (`care`) goes before `education` before `benefit`. */
export const Purpose = z.enum(['care', 'education', 'benefit', 'alert']);
export type Purpose = z.infer<typeof Purpose>;
export const MessageState = z.enum(['waiting', 'held', 'sent', 'read', 'cancelled', 'failed']);
export type MessageState = z.infer<typeof MessageState>;

/** One decision about a message: `what` happened to it, why, and until when it was put off. */
export const MessageEvent = z.object({
  id: Id,
  at: Instant,
  what: z.enum(['queued', 'revived', 'postponed', 'held', 'released', 'cancelled', 'sent', 'read', 'failed', 'moved']),
  reasonCode: z.string().nullable(),
  /** The reason in words; null where there is none to give. */
  reason: Words.nullable(),
  until: Instant.nullable(),
});
export const Message = z.object({
  id: Id,
  purpose: Purpose,
  channel: z.enum(['in-app']),
  title: Words,
  body: Words,
  because: z.object({ kind: z.string(), ref: z.string() }),
  state: MessageState,
  reasonCode: z.string().nullable(),
  reason: Words.nullable(),
  dueAt: Instant,
  nextAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  readAt: Instant.nullable(),
  /** Oldest first. */
  history: z.array(MessageEvent),
});
export type Message = z.infer<typeof Message>;

export const listMessages = route({
  method: 'GET',
  path: '/api/patients/:patientId/messages',
  access: 'channels.read',
  about: 'patient',
  summary: 'Messages to a patient, why each was sent and what became of it; latest due first',
  params: z.object({ patientId: Id }),
  query: Page,
  reply: pageOf(Message),
});

/** The switch for everything outgoing. Alerts and emergency advice go on in every state. */
export const Gate = z.object({
  state: z.enum(['open', 'stopped', 'surge']),
  reason: z.string().nullable(),
  changedAt: Instant.nullable(),
  /** Name of the staff member; null where the house did it itself. */
  changedBy: z.string().nullable(),
  surge: z.object({ arrivals: z.number().int(), usual: z.number() }).nullable(),
  version: z.number().int(),
  /** What waits for the switch or for its time, by purpose; counts stop at 1001. */
  waiting: z.array(
    z.object({ purpose: Purpose, held: z.number().int(), waiting: z.number().int(), oldestDueAt: Instant.nullable() }),
  ),
});
export type Gate = z.infer<typeof Gate>;

const version = z.number().int().min(0);

export const readGate = route({
  method: 'GET',
  path: '/api/channels/gate',
  access: 'channels.gate',
  about: 'hospital',
  summary: 'State of the switch for everything outgoing and what is waiting',
  reply: Gate,
});
export const stopOutgoing = route({
  method: 'POST',
  path: '/api/channels/gate/stop',
  access: 'channels.gate',
  about: 'hospital',
  summary: 'Stop everything outgoing of this hospital; what falls due is held, alerts go on',
  body: z.object({ reason: z.string().trim().min(2).max(200), version }),
  reply: Gate,
});
export const allowOutgoing = route({
  method: 'POST',
  path: '/api/channels/gate/allow',
  access: 'channels.gate',
  about: 'hospital',
  summary: 'Allow outgoing messages again; held ones are checked anew and leave in waves',
  body: z.object({ version }),
  reply: Gate,
});
export const releaseSurge = route({
  method: 'POST',
  path: '/api/channels/gate/release',
  access: 'channels.gate',
  about: 'hospital',
  summary: 'Say yes to what an unusual number of arrivals holds back, for the rest of this day',
  body: z.object({ version }),
  reply: Gate,
});
