import { z } from 'zod';

/** UUIDv7 in lower case; ids are made by the client for writes it may repeat. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
/** An instant, RFC 3339 in UTC. */
export const Instant = z.iso.datetime({ offset: true });
/** A civil date of the hospital, YYYY-MM-DD, within three lifetimes: beyond them calendars and databases disagree. */
export const CivilDate = z.iso.date().refine((date) => date >= '1850-01-01' && date < '2200-01-01');
/** A text in both languages of the product. */
export const Words = z.object({ 'zh-CN': z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

/** Keyset paging: `after` is the opaque `next` of the page before. */
export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(500).optional(),
});
/** A page of items with the cursor of the next one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** RFC 9457 problem; `type` is `urn:dayone:<domain>:<code>`, `title` is in the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;
