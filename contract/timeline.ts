import { z } from 'zod';
import { Id, Instant, Page, pageOf, Words } from './common.ts';
import { route } from './route.ts';

/** What a line is about: decides its sign. */
export const TimelineTopic = z.enum([
  'person',
  'stay',
  'consent',
  'plan',
  'message',
  'call',
  'reading',
  'alert',
  'work',
]);
export type TimelineTopic = z.infer<typeof TimelineTopic>;

export const TimelineEntry = z.object({
  id: Id,
  at: Instant,
  kind: z.string(),
  topic: TimelineTopic,
  /** `danger` is for danger to a person and nothing else. */
  tone: z.enum(['calm', 'good', 'attention', 'danger', 'note', 'quiet']),
  title: Words,
  detail: Words.nullable(),
  /** The thing behind the line, for a link. */
  ref: z.object({ kind: z.string(), id: Id }).nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const readTimeline = route({
  method: 'GET',
  path: '/api/patients/:patientId/timeline',
  access: 'timeline.read',
  about: 'patient',
  summary: 'All that happened around a patient, newest first',
  params: z.object({ patientId: Id }),
  query: Page,
  reply: pageOf(TimelineEntry),
});
