import { z } from 'zod';
import { Id, Instant, Page, pageOf } from './common.ts';
import { route } from './route.ts';

export const MessageState = z.enum(['received', 'processed', 'ignored', 'quarantined', 'discarded']);
export type MessageState = z.infer<typeof MessageState>;
export const MessageFormat = z.enum(['hl7v2', 'fhir']);

/** What keeps a message from being used, or why it is not: a code, the place, and numbers; never what stood there. */
export const MessageProblem = z.object({
  code: z.string(),
  path: z.string().nullable(),
  detail: z.string().nullable(),
});

export const MessageSummary = z.object({
  id: Id,
  format: MessageFormat,
  /** MSH-9 as `ADT^A03`, or the bundle's type. */
  type: z.string().nullable(),
  controlId: z.string().nullable(),
  feed: z.string(),
  state: MessageState,
  problem: MessageProblem.nullable(),
  /** Wall clock. */
  receivedAt: Instant,
  /** What the message says of its own time. */
  sourceAt: Instant,
  corrected: z.boolean(),
  attempts: z.number().int(),
  patientId: Id.nullable(),
  encounterId: Id.nullable(),
  version: z.number().int(),
});
export type MessageSummary = z.infer<typeof MessageSummary>;

/** One field as a screen shows it: HL7's own number and its raw text. */
export const SegmentField = z.object({ number: z.number().int(), text: z.string() });
export const Segment = z.object({
  name: z.string(),
  /** Which segment of that name, from 1. */
  occurrence: z.number().int(),
  fields: z.array(SegmentField),
});

export const MessageDetail = MessageSummary.extend({
  bytes: z.number().int(),
  charset: z.string(),
  /** True: characters had been lost or did not fit the charset. */
  replaced: z.boolean(),
  /** False: the reader may see structure and places only; every value is left out. */
  shown: z.boolean(),
  /** Filled for HL7 that can be read. */
  segments: z.array(Segment),
  /** The text as it is read now: corrected where it was, else as it came. Segments end in line feeds. Empty where not shown. */
  text: z.string(),
  /** The text as it came, where a correction stands beside it. */
  originalText: z.string().nullable(),
  /** The segment and field the problem speaks of. */
  broken: z
    .object({ segment: z.string(), occurrence: z.number().int(), field: z.number().int().nullable() })
    .nullable(),
  correctedAt: Instant.nullable(),
  correctedBy: z.string().nullable(),
  discardReason: z.string().nullable(),
});
export type MessageDetail = z.infer<typeof MessageDetail>;

export const listMessages = route({
  method: 'GET',
  path: '/api/intake/messages',
  access: 'intake.read',
  about: 'hospital',
  summary: 'Messages received, newest first',
  query: Page.extend({
    state: MessageState.optional(),
    type: z.string().max(40).optional(),
    problem: z.string().max(60).optional(),
    /** A control id (MSH-10, bundle identifier) or a visit number, exactly. */
    search: z.string().trim().min(1).max(80).optional(),
  }),
  reply: pageOf(MessageSummary),
});
export const messageCounts = route({
  method: 'GET',
  path: '/api/intake/counts',
  access: 'intake.read',
  about: 'hospital',
  summary: 'Messages by state, each counted up to 1001, and what the quarantined ones suffer from',
  reply: z.object({
    states: z.record(MessageState, z.number().int()),
    problems: z.array(z.object({ code: z.string(), count: z.number().int() })),
    lastReceivedAt: Instant.nullable(),
  }),
});
export const openMessage = route({
  method: 'GET',
  path: '/api/intake/messages/:messageId',
  access: 'intake.read',
  about: 'hospital',
  summary: 'One message with its segments',
  params: z.object({ messageId: Id }),
  reply: MessageDetail,
});
export const correctMessage = route({
  method: 'POST',
  path: '/api/intake/messages/:messageId/correction',
  access: 'intake.correct',
  about: 'hospital',
  summary: 'Put a corrected text beside the original and read it again',
  params: z.object({ messageId: Id }),
  body: z.object({ version: z.number().int(), text: z.string().min(1).max(2_000_000) }),
  reply: MessageDetail,
});
export const replayMessage = route({
  method: 'POST',
  path: '/api/intake/messages/:messageId/replay',
  access: 'intake.correct',
  about: 'hospital',
  summary: 'Read a message again as it stands',
  params: z.object({ messageId: Id }),
  body: z.object({ version: z.number().int() }),
  reply: MessageSummary,
});
export const discardMessage = route({
  method: 'POST',
  path: '/api/intake/messages/:messageId/discard',
  access: 'intake.correct',
  about: 'hospital',
  summary: 'Lay a message aside for good, with a reason; it stays findable',
  params: z.object({ messageId: Id }),
  body: z.object({
    version: z.number().int(),
    reason: z.enum(['test-message', 'sent-again', 'not-ours', 'entered-by-hand', 'cannot-be-mended']),
  }),
  reply: MessageSummary,
});
export const replayQuarantined = route({
  method: 'POST',
  path: '/api/intake/replay',
  access: 'intake.correct',
  about: 'hospital',
  summary: 'Read all quarantined messages of one problem again, oldest first, up to 500 at a time',
  body: z.object({ problem: z.string().min(1).max(60) }),
  reply: z.object({ replayed: z.number().int(), more: z.boolean() }),
});

export const Disposition = z.enum(['home', 'died', 'transferred', 'against-advice', 'dying-at-home', 'other']);
export const Feed = z.object({
  id: Id,
  kind: z.enum(['mllp', 'fhir']),
  name: z.string(),
  sendingFacility: z.string().nullable(),
  receivingFacility: z.string().nullable(),
  timeZone: z.string(),
  dispositionCodes: z.record(z.string(), Disposition),
});
export type Feed = z.infer<typeof Feed>;
export const listFeeds = route({
  method: 'GET',
  path: '/api/intake/feeds',
  access: 'intake.read',
  about: 'hospital',
  summary: 'The mouths of this hospital',
  reply: z.array(Feed),
});
export const putDispositionCodes = route({
  method: 'PUT',
  path: '/api/intake/feeds/:feedId/disposition-codes',
  access: 'intake.correct',
  about: 'hospital',
  summary: 'Say what the discharge disposition codes of a feed mean',
  params: z.object({ feedId: Id }),
  body: z.object({ codes: z.record(z.string().min(1).max(20), Disposition) }),
  reply: Feed,
});

/** FHIR answers are resources, sent as application/fhir+json; their shape is FHIR's. */
const Resource = z.looseObject({ resourceType: z.string() });
export const postBundle = route({
  method: 'POST',
  path: '/fhir',
  access: 'intake.accept',
  about: 'hospital',
  summary: 'Hand over a stay as a FHIR R4 Bundle (transaction, batch, collection, message, document)',
  reply: Resource,
});
export const postBundleResource = route({ ...postBundle, path: '/fhir/Bundle' });
export const fhirMetadata = route({
  method: 'GET',
  path: '/fhir/metadata',
  access: 'public',
  about: 'public',
  summary: 'What this FHIR endpoint takes',
  reply: Resource,
});
