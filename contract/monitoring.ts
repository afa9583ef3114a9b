import { z } from 'zod';
import { Id, Instant, Page, pageOf, Words } from './common.ts';
import { StaffRef } from './identity.ts';
import { PatientCard } from './patients.ts';
import { route } from './route.ts';

/** A figure as it was given: digits kept, so 2.0 is not 2.00. */
export const Figure = z.string().regex(/^-?\d{1,5}(\.\d{1,4})?$/);
export const Severity = z.enum(['amber', 'red']);
export const AlertState = z.enum(['open', 'acknowledged', 'resolved', 'dismissed']);
export const ReadingSource = z.enum(['staff', 'call', 'patient', 'device']);
/** LOINC codes of the measures the house knows. */
export const MeasureCode = z.enum(['8310-5', '72514-3', '29463-7', '8480-6', '8462-4', '8867-4', '59408-5', '14743-9']);
export type MeasureCode = z.infer<typeof MeasureCode>;

/** What was done about an alert. */
export const AlertAction = z.enum([
  'called-patient',
  'called-family',
  'advised-at-home',
  'remeasure-asked',
  'medicine-advised',
  'doctor-informed',
  'visit-arranged',
  'sent-to-emergency',
  'readmitted',
  'not-reached',
]);
export type AlertAction = z.infer<typeof AlertAction>;
/** Why an alert is put aside without anything done. */
export const DismissReason = z.enum([
  'measuring-error',
  'typing-error',
  'known-and-expected',
  'duplicate',
  'in-hospital',
]);
export type DismissReason = z.infer<typeof DismissReason>;

export const Reading = z.object({
  id: Id,
  code: z.string(),
  value: z.string(),
  /** UCUM. */
  unit: z.string(),
  given: z.object({ value: z.string(), unit: z.string() }).nullable(),
  source: ReadingSource,
  recordedBy: StaffRef.nullable(),
  effectiveAt: Instant,
  recordedAt: Instant,
  /** Unlikely figure that somebody confirmed. */
  confirmed: z.boolean(),
  note: z.string().nullable(),
  status: z.enum(['final', 'entered-in-error', 'superseded']),
  supersededBy: Id.nullable(),
});
export type Reading = z.infer<typeof Reading>;

/** Staff bounds of a measure, from the rules in force: beyond them an alert would be raised. */
const Bounds = z.object({ low: z.number().nullable(), high: z.number().nullable() });
const Point = z.object({ id: Id, at: Instant, value: z.string() });

export const Measure = z.object({
  code: MeasureCode,
  kind: z.string(),
  title: Words,
  /** The unit in plain words, and in UCUM. */
  unitWords: Words,
  unit: z.string(),
  /** Units a figure may be given in; the first is the measure's own. */
  units: z.array(z.string()),
  decimals: z.number().int(),
  /** A figure outside is asked again before it is stored. */
  plausible: z.object({ low: z.number(), high: z.number() }),
  /** Part of the patient's programme now. */
  inProgramme: z.boolean(),
  how: Words.nullable(),
  bounds: Bounds,
  /** The last 14 days, oldest first, at most 60. */
  points: z.array(Point),
  latest: Point.nullable(),
});
export type Measure = z.infer<typeof Measure>;

export const AlertRow = z.object({
  id: Id,
  patient: PatientCard,
  encounterId: Id.nullable(),
  ward: z.object({ id: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
  severity: Severity,
  state: AlertState,
  code: z.string().nullable(),
  measure: Words.nullable(),
  title: Words,
  reason: Words,
  raisedAt: Instant,
  /** By when somebody takes it in hand. */
  ackDueAt: Instant,
  lastEvidenceAt: Instant.nullable(),
  /** Who holds it now. */
  holder: StaffRef.nullable(),
  acknowledgedBy: StaffRef.nullable(),
  acknowledgedAt: Instant.nullable(),
  resolvedBy: StaffRef.nullable(),
  resolvedAt: Instant.nullable(),
  actions: z.array(AlertAction),
  useful: z.boolean().nullable(),
  closeCode: z.string().nullable(),
  version: z.number().int(),
});
export type AlertRow = z.infer<typeof AlertRow>;

/** An alert with all that is needed to act: figures, their trend, last contact, and the next step. */
export const AlertDetail = AlertRow.extend({
  ruleKey: z.string(),
  ruleVersion: z.number().int(),
  source: z.object({ kind: z.enum(['reading', 'call']), id: Id.nullable() }),
  evidence: z.array(Reading),
  trend: z
    .object({ title: Words, unitWords: Words, decimals: z.number().int(), bounds: Bounds, points: z.array(Point) })
    .nullable(),
  lastContact: z.object({ at: Instant, kind: z.enum(['message', 'call']), title: Words.nullable() }).nullable(),
  suggestedStep: Words,
  /** What the patient was told, or why nothing was said. */
  patientMessage: z.object({
    words: Words.nullable(),
    now: Words.nullable(),
    /** Line of the ward that stood under the words. */
    wardPhone: z.string().nullable(),
    /** '120' stands under every red one: this is not an emergency service. */
    emergencyNumber: z.literal('120').nullable(),
    withheld: z.enum(['not-given', 'hold', 'not-alive']).nullable(),
    messageId: Id.nullable(),
  }),
  note: z.string().nullable(),
});
export type AlertDetail = z.infer<typeof AlertDetail>;

const patient = z.object({ patientId: Id });
const oneAlert = z.object({ alertId: Id });
const version = z.number().int().min(1);

export const patientMeasures = route({
  method: 'GET',
  path: '/api/patients/:patientId/measures',
  access: 'monitoring.read',
  about: 'patient',
  summary: 'What this patient measures, with the last two weeks',
  params: patient,
  reply: z.object({
    programme: z
      .object({
        slug: z.string(),
        version: z.string(),
        state: z.enum(['active', 'paused', 'ended']),
        startsAt: Instant,
      })
      .nullable(),
    measures: z.array(Measure),
    openAlerts: z.array(AlertRow),
  }),
});

export const listReadings = route({
  method: 'GET',
  path: '/api/patients/:patientId/readings',
  access: 'monitoring.read',
  about: 'patient',
  summary: 'Readings of one measure, newest first, corrected ones included',
  params: patient,
  query: Page.extend({ code: MeasureCode }),
  reply: pageOf(Reading),
});

const NewFigure = z.object({ value: Figure, unit: z.string().min(1).max(20), effectiveAt: Instant });

export const recordReading = route({
  method: 'PUT',
  path: '/api/patients/:patientId/readings/:readingId',
  access: 'monitoring.record',
  about: 'patient',
  summary: 'Record a reading a staff member was told or took; an unlikely one is asked again unless confirmed',
  params: patient.extend({ readingId: Id }),
  body: NewFigure.extend({
    code: MeasureCode,
    encounterId: Id.nullable().default(null),
    note: z.string().trim().max(500).optional(),
    confirmed: z.boolean().default(false),
  }),
  reply: z.object({ readingId: Id, alerts: z.array(z.object({ id: Id, severity: Severity })) }),
});

export const correctReading = route({
  method: 'POST',
  path: '/api/patients/:patientId/readings/:readingId/correction',
  access: 'monitoring.record',
  about: 'patient',
  summary: 'Mark a reading as entered in error, with the right one in its place where there is one',
  params: patient.extend({ readingId: Id }),
  body: z.object({
    reason: z.enum(['typing-error', 'measuring-error', 'wrong-patient', 'wrong-time']),
    replacement: NewFigure.extend({ id: Id, confirmed: z.boolean().default(false) }).nullable(),
  }),
  reply: z.object({ readingId: Id.nullable(), alerts: z.array(z.object({ id: Id, severity: Severity })) }),
});

export const AlertQuery = Page.extend({
  wardId: Id.optional(),
  state: z.enum(['open', 'closed']).default('open'),
  holder: z.enum(['me', 'anyone']).default('anyone'),
});
export type AlertQuery = z.infer<typeof AlertQuery>;
export const listAlerts = route({
  method: 'GET',
  path: '/api/alerts',
  access: 'monitoring.read',
  about: 'ward',
  summary: 'Alerts of a ward or of all wards in reach; open ones by danger and age, closed ones newest first',
  query: AlertQuery,
  reply: pageOf(AlertRow),
});

export const readAlert = route({
  method: 'GET',
  path: '/api/alerts/:alertId',
  access: 'monitoring.read',
  about: 'patient',
  summary: 'One alert with its evidence, trend and next step',
  params: oneAlert,
  reply: AlertDetail,
});

export const acknowledgeAlert = route({
  method: 'POST',
  path: '/api/alerts/:alertId/acknowledge',
  access: 'monitoring.resolve',
  about: 'patient',
  summary: 'Take an alert in hand: its escalation stops',
  params: oneAlert,
  body: z.object({ version }),
  reply: AlertRow,
});

export const resolveAlert = route({
  method: 'POST',
  path: '/api/alerts/:alertId/resolve',
  access: 'monitoring.resolve',
  about: 'patient',
  summary: 'Close an alert with what was done and whether it was worth raising',
  params: oneAlert,
  body: z.object({
    version,
    actions: z.array(AlertAction).min(1).max(10),
    useful: z.boolean(),
    note: z.string().trim().max(1000).optional(),
  }),
  reply: AlertRow,
});

export const dismissAlert = route({
  method: 'POST',
  path: '/api/alerts/:alertId/dismiss',
  access: 'monitoring.resolve',
  about: 'patient',
  summary: 'Put an alert aside with a reason',
  params: oneAlert,
  body: z.object({ version, reason: DismissReason, note: z.string().trim().max(1000).optional() }),
  reply: AlertRow,
});
