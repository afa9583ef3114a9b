import { z } from 'zod';
import { CivilDate, Id, Instant, Words } from './common.ts';
import { route } from './route.ts';

export const Sex = z.enum(['male', 'female', 'other', 'unknown']);
export const ConsentPurpose = z.enum(['care-follow-up', 'device-data', 'community', 'research', 'marketing']);
export const ConsentState = z.enum(['granted', 'refused', 'withdrawn']);
export const ConsentMethod = z.enum(['paper', 'verbal', 'bedside', 'app']);
export const ConsentGiver = z.enum(['patient', 'guardian', 'relative']);
export const HoldReason = z.enum([
  'died',
  'dying-at-home',
  'stillborn-or-nicu',
  'dispute',
  'do-not-contact',
  'readmitted-elsewhere',
]);
export const ReachChannel = z.enum(['phone', 'app', 'paper']);
/** A time of day, HH:MM. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A person as lists and headers show them; the name is masked where the reader may not see it whole. */
export const PatientCard = z.object({
  id: Id,
  name: z.string(),
  formOfAddress: z.string(),
  age: z.number().int().nullable(),
  sex: Sex,
  /** Large type, slow motion, phone before app. */
  elder: z.boolean(),
});
export type PatientCard = z.infer<typeof PatientCard>;

export const Contact = z.object({
  id: Id,
  /** As dialled: +8613800000000 or +862155550101. */
  phone: z.string(),
  rank: z.number().int(),
  /** Null: the patient's own number. */
  relative: z.object({ id: Id, name: z.string(), relationship: z.string() }).nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const ReachProfile = z.object({
  /** What the patient wishes to be called; null: made from age and sex. */
  formOfAddress: z.string().trim().min(1).max(20).nullable(),
  preferredFrom: LocalTime.nullable(),
  preferredTo: LocalTime.nullable(),
  channel: ReachChannel,
  notes: z.string().trim().max(500).nullable(),
  elderMode: z.boolean(),
});

export const Consent = z.object({
  purpose: ConsentPurpose,
  /** The text shown to the patient and its version. */
  text: Words,
  textVersion: z.string(),
  /** The newest decision; null: never asked. */
  latest: z
    .object({
      id: Id,
      state: ConsentState,
      method: ConsentMethod,
      givenBy: ConsentGiver,
      givenByName: z.string().nullable(),
      witness: z.string().nullable(),
      textVersion: z.string(),
      encounterId: Id.nullable(),
      decidedAt: Instant,
    })
    .nullable(),
  /** False where it was refused in the present stay: it is not asked again. */
  mayAsk: z.boolean(),
});

export const Hold = z.object({
  id: Id,
  reason: HoldReason,
  encounterId: Id.nullable(),
  setBy: z.string(),
  setAt: Instant,
});

export const PatientStay = z.object({
  encounterId: Id,
  class: z.string(),
  status: z.string(),
  ward: z.object({ id: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
  bed: z.string().nullable(),
  admittedAt: Instant.nullable(),
  dischargedAt: Instant.nullable(),
  surgeryAt: Instant.nullable(),
  reason: z.string().nullable(),
  disposition: z.string().nullable(),
});

export const PatientRecord = z.object({
  patient: PatientCard.extend({
    bornOn: CivilDate.nullable(),
    /** Entered by hand and not yet confirmed by a feed. */
    provisional: z.boolean(),
    deceased: z.object({ at: Instant, source: z.enum(['feed', 'staff']) }).nullable(),
    version: z.number().int(),
  }),
  identifiers: z.array(z.object({ type: z.string(), system: z.string(), value: z.string() })),
  contacts: z.array(Contact),
  relatives: z.array(z.object({ id: Id, name: z.string(), relationship: z.string(), source: z.string() })),
  reach: ReachProfile.extend({ preparedAt: Instant.nullable() }),
  consents: z.array(Consent),
  holds: z.array(Hold),
  /** Newest first, at most twenty. */
  stays: z.array(PatientStay),
});
export type PatientRecord = z.infer<typeof PatientRecord>;

const ofPatient = z.object({ patientId: Id });

export const readPatient = route({
  method: 'GET',
  path: '/api/patients/:patientId',
  access: 'patients.read',
  about: 'patient',
  summary: "A patient's record; the id of a merged record answers with the one that stands",
  params: ofPatient,
  reply: PatientRecord,
});
export const putReach = route({
  method: 'PUT',
  path: '/api/patients/:patientId/reach',
  access: 'patients.write',
  about: 'patient',
  summary: 'How, when and by which name this patient is reached',
  params: ofPatient,
  body: ReachProfile.extend({
    /** Own numbers in the order they are tried, as people write them. */
    phones: z.array(z.string().max(40)).max(5),
    version: z.number().int(),
  }),
  reply: z.object({ version: z.number().int() }),
});
export const putRelative = route({
  method: 'PUT',
  path: '/api/patients/:patientId/relatives/:relativeId',
  access: 'patients.write',
  about: 'patient',
  summary: 'Add or change a relative with their numbers',
  params: ofPatient.extend({ relativeId: Id }),
  body: z.object({
    name: z.string().trim().min(1).max(60),
    relationship: z.string().trim().min(1).max(30),
    phones: z.array(z.string().max(40)).max(3),
  }),
});
export const removeRelative = route({
  method: 'DELETE',
  path: '/api/patients/:patientId/relatives/:relativeId',
  access: 'patients.write',
  about: 'patient',
  summary: 'Take a relative off the record',
  params: ofPatient.extend({ relativeId: Id }),
});
export const putConsent = route({
  method: 'PUT',
  path: '/api/patients/:patientId/consents/:consentId',
  access: 'patients.consent',
  about: 'patient',
  summary: 'Record a decision with its evidence; the id is made by the client, a repeat changes nothing',
  params: ofPatient.extend({ consentId: Id }),
  body: z.object({
    purpose: ConsentPurpose,
    state: ConsentState,
    textVersion: z.string().min(1).max(40),
    method: ConsentMethod,
    givenBy: ConsentGiver.default('patient'),
    givenByName: z.string().trim().min(1).max(60).nullable().default(null),
    encounterId: Id.nullable().default(null),
  }),
});
export const setHold = route({
  method: 'PUT',
  path: '/api/patients/:patientId/holds/:holdId',
  access: 'patients.hold',
  about: 'patient',
  summary: 'Stop everything that would reach this patient, at once',
  params: ofPatient.extend({ holdId: Id }),
  body: z.object({ reason: HoldReason, encounterId: Id.nullable().default(null) }),
});
export const liftHold = route({
  method: 'DELETE',
  path: '/api/patients/:patientId/holds/:holdId',
  access: 'patients.hold',
  about: 'patient',
  summary: 'Lift a hold',
  params: ofPatient.extend({ holdId: Id }),
});
export const markDeceased = route({
  method: 'POST',
  path: '/api/patients/:patientId/deceased',
  access: 'patients.hold',
  about: 'patient',
  summary: 'Record a death the hospital was told of',
  params: ofPatient,
  body: z.object({ diedOn: CivilDate }),
});
export const correctDeath = route({
  method: 'DELETE',
  path: '/api/patients/:patientId/deceased',
  access: 'patients.hold',
  about: 'patient',
  summary: 'Take back a death that staff recorded by mistake; nothing starts again by itself',
  params: ofPatient,
});
