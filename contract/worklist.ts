import { z } from 'zod';
import { Id, Instant, Page, pageOf, Words } from './common.ts';
import { StaffRef } from './identity.ts';
import { PatientCard } from './patients.ts';
import { route } from './route.ts';

export const ItemKind = z.enum(['call', 'alert', 'question', 'review', 'join', 'choice']);
export type ItemKind = z.infer<typeof ItemKind>;
export const ItemState = z.enum(['open', 'snoozed', 'suspended', 'done', 'cancelled']);
/** How far the chain of an untaken item has come. */
export const EscalationLevel = z.enum(['owner', 'nurses-on-duty', 'head-nurse', 'doctor-on-duty']);
export type EscalationLevel = z.infer<typeof EscalationLevel>;

/** One thing staff owe a patient. */
export const Item = z.object({
  id: Id,
  kind: ItemKind,
  state: ItemState,
  patient: PatientCard,
  encounterId: Id.nullable(),
  wardId: Id.nullable(),
  /** The thing this stands for: `call`, `alert`, …; the screen opens it by this. */
  ref: z.object({ kind: z.string(), id: Id }),
  title: Words,
  reason: Words,
  /** 0 ordinary … 3 danger to a person. */
  urgency: z.number().int().min(0).max(3),
  risk: z.number().int().nullable(),
  windowFrom: Instant.nullable(),
  dueAt: Instant,
  limitAt: Instant.nullable(),
  overdue: z.boolean(),
  owner: StaffRef.nullable(),
  ownerRole: z.string(),
  takenAt: Instant.nullable(),
  snoozedUntil: Instant.nullable(),
  level: EscalationLevel,
  /** The reader is the owner, or the chain has asked them. */
  mine: z.boolean(),
  version: z.number().int(),
});
export type Item = z.infer<typeof Item>;

const Filter = z.object({
  /** Absent: every ward in reach. */
  wardId: Id.optional(),
  /** `true`: mine only, and what the chain has asked me. */
  mine: z.enum(['true']).optional(),
  kind: ItemKind.optional(),
});

export const listItems = route({
  method: 'GET',
  path: '/api/worklist',
  access: 'worklist.read',
  about: 'hospital',
  summary: 'What is owed to patients, most pressing first',
  query: Page.extend(Filter.shape).extend({ state: z.enum(['open', 'snoozed']).default('open') }),
  reply: pageOf(Item),
});

/** Counts stop at 1001. */
export const countItems = route({
  method: 'GET',
  path: '/api/worklist/counts',
  access: 'worklist.read',
  about: 'hospital',
  summary: 'How much is open, mine, snoozed, late, and of which kind',
  query: z.object({ wardId: Id.optional() }),
  reply: z.object({
    open: z.number().int(),
    mine: z.number().int(),
    snoozed: z.number().int(),
    overdue: z.number().int(),
    byKind: z.partialRecord(ItemKind, z.number().int()),
  }),
});

export const itemOf = route({
  method: 'GET',
  path: '/api/worklist/items/:itemId',
  access: 'worklist.read',
  about: 'patient',
  summary: 'One item',
  params: z.object({ itemId: Id }),
  reply: Item,
});

const Versioned = z.object({ version: z.number().int() });

export const takeItem = route({
  method: 'POST',
  path: '/api/worklist/items/:itemId/take',
  access: 'worklist.work',
  about: 'patient',
  summary: 'Take an item: it is mine, the chain stops',
  params: z.object({ itemId: Id }),
  body: Versioned,
  reply: Item,
});
export const releaseItem = route({
  method: 'POST',
  path: '/api/worklist/items/:itemId/release',
  access: 'worklist.work',
  about: 'patient',
  summary: 'Give an item back; the chain starts again with the ward',
  params: z.object({ itemId: Id }),
  body: Versioned,
  reply: Item,
});
export const assignItem = route({
  method: 'POST',
  path: '/api/worklist/items/:itemId/assign',
  access: 'worklist.assign',
  about: 'patient',
  summary: 'Give an item to a colleague of the ward, or to their cover',
  params: z.object({ itemId: Id }),
  body: Versioned.extend({ staffId: Id }),
  reply: Item,
});
export const snoozeItem = route({
  method: 'POST',
  path: '/api/worklist/items/:itemId/snooze',
  access: 'worklist.work',
  about: 'patient',
  summary: 'Put an item aside until a time; never past its last time, and never an alert',
  params: z.object({ itemId: Id }),
  body: Versioned.extend({ until: Instant }),
  reply: Item,
});
export const wakeItem = route({
  method: 'POST',
  path: '/api/worklist/items/:itemId/wake',
  access: 'worklist.work',
  about: 'patient',
  summary: 'Bring a snoozed item back now',
  params: z.object({ itemId: Id }),
  body: Versioned,
  reply: Item,
});
export const takeItems = route({
  method: 'POST',
  path: '/api/worklist/take',
  access: 'worklist.work',
  about: 'hospital',
  summary: 'Take several items; those changed meanwhile or out of reach are named, the others are mine',
  body: z.object({
    items: z
      .array(z.object({ id: Id, version: z.number().int() }))
      .min(1)
      .max(100),
  }),
  reply: z.object({ taken: z.array(Id), notTaken: z.array(Id) }),
});
