import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { route } from './route.ts';

/** A hint on the push stream (`GET /api/stream`, server-sent events): refetch what `topic` shows. */
export const Hint = z.object({ topic: z.string(), kind: z.string(), id: z.string().nullable() });
export type Hint = z.infer<typeof Hint>;

export const readClock = route({
  method: 'GET',
  path: '/api/demo/clock',
  access: 'demo.clock',
  about: 'hospital',
  summary: 'Hospital time of the demo',
  reply: z.object({
    now: Instant,
    offsetSeconds: z.number().int(),
    advancing: z.boolean(),
    reached: Instant.nullable(),
    target: Instant.nullable(),
  }),
});
export const advanceClock = route({
  method: 'POST',
  path: '/api/demo/clock',
  access: 'demo.clock',
  about: 'hospital',
  summary: 'Move the demo hospital forward, instant by instant; answers at once, progress on the stream topic clock',
  body: z.object({
    minutes: z
      .number()
      .int()
      .min(1)
      .max(60 * 24 * 400),
  }),
  reply: z.object({ target: Instant }),
});

export const ParkedWork = z.object({
  id: z.string(),
  kind: z.enum(['delivery', 'job']),
  name: z.string(),
  eventType: z.string().nullable(),
  lane: z.string().nullable(),
  attempts: z.number().int(),
  errorCode: z.string().nullable(),
  since: Instant,
});
export const listParked = route({
  method: 'GET',
  path: '/api/ops/parked',
  access: 'ops.parked',
  about: 'hospital',
  summary: 'Work that failed six times and waits for a person',
  reply: z.object({ items: z.array(ParkedWork), waiting: z.number().int() }),
});
export const retryParked = route({
  method: 'POST',
  path: '/api/ops/parked/:eventId/retry',
  access: 'ops.parked',
  about: 'hospital',
  summary: 'Let a parked delivery run again',
  params: z.object({ eventId: Id }),
  body: z.object({ handler: z.string() }),
});

export const retryJob = route({
  method: 'POST',
  path: '/api/ops/jobs/:jobId/retry',
  access: 'ops.parked',
  about: 'hospital',
  summary: 'Let a failed job run again',
  params: z.object({ jobId: z.string().regex(/^\d{1,19}$/) }),
});
