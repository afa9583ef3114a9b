import { z } from 'zod';
import { CivilDate, Id, Instant, Page, pageOf } from './common.ts';
import { ConsentPurpose, HoldReason, PatientCard, Sex } from './patients.ts';
import { route } from './route.ts';

export const EncounterClass = z.enum([
  'inpatient',
  'day-surgery',
  'outpatient-procedure',
  'maternity',
  'outpatient',
  'emergency',
]);
export type EncounterClass = z.infer<typeof EncounterClass>;
export const EncounterStatus = z.enum(['planned', 'in-progress', 'finished', 'cancelled']);
export const Disposition = z.enum(['home', 'died', 'transferred', 'against-advice', 'dying-at-home', 'other']);
export type Disposition = z.infer<typeof Disposition>;
export const RiskBand = z.enum(['low', 'moderate', 'high']);

const StaffName = z.object({ id: Id, name: z.string() });
export const RiskMark = z.object({
  method: z.string(),
  score: z.number().int(),
  band: RiskBand,
  lowerBound: z.boolean(),
});
export type RiskMark = z.infer<typeof RiskMark>;

/** What was prepared at the bedside, so that the discharge only starts the clocks. */
export const Preparation = z.object({
  card: z.boolean(),
  reach: z.boolean(),
  phone: z.boolean(),
  /** Purposes nobody has asked this patient about yet. */
  consentsOpen: z.array(ConsentPurpose),
});

const StayLine = z.object({
  encounterId: Id,
  patient: PatientCard,
  class: EncounterClass,
  bed: z.string().nullable(),
  admittedAt: Instant.nullable(),
  surgeryAt: Instant.nullable(),
  reason: z.string().nullable(),
  attending: StaffName.nullable(),
  hold: HoldReason.nullable(),
  preparation: Preparation,
  version: z.number().int(),
});
export const InHouseStay = StayLine.extend({ expectedDischargeOn: CivilDate.nullable() });
export type InHouseStay = z.infer<typeof InHouseStay>;
export const DischargedStay = StayLine.extend({
  dischargedAt: Instant,
  disposition: Disposition.nullable(),
  risk: RiskMark.nullable(),
  /** Entered by hand; the feed has not brought it yet. */
  byHand: z.boolean(),
});
export type DischargedStay = z.infer<typeof DischargedStay>;

const ofWard = z.object({ wardId: Id });
export const listInHouse = route({
  method: 'GET',
  path: '/api/wards/:wardId/in-house',
  access: 'encounters.read',
  about: 'ward',
  summary: 'Who is still in, by expected discharge',
  params: ofWard,
  query: Page,
  reply: pageOf(InHouseStay),
});
export const listDischarged = route({
  method: 'GET',
  path: '/api/wards/:wardId/discharged',
  access: 'encounters.read',
  about: 'ward',
  summary: 'Who has left, latest first',
  params: ofWard,
  query: Page,
  reply: pageOf(DischargedStay),
});
export const enterByHand = route({
  method: 'PUT',
  path: '/api/wards/:wardId/hand-entries/:encounterId',
  access: 'encounters.write',
  about: 'ward',
  summary: 'Enter an episode by hand; when the feed brings the same one they become one',
  params: ofWard.extend({ encounterId: Id }),
  body: z.object({
    name: z.string().trim().min(1).max(60),
    phone: z.string().min(5).max(40),
    sex: Sex.default('unknown'),
    bornOn: CivilDate.nullable().default(null),
    class: EncounterClass,
    /** The operation or the reason of the stay in the nurse's words. */
    operation: z.string().trim().min(1).max(200),
    dischargedAt: Instant,
    disposition: Disposition.default('home'),
  }),
  reply: z.object({
    encounterId: Id,
    patientId: Id,
    /** new: a stay that nobody had brought; joined: it was there already. */
    outcome: z.enum(['new', 'joined', 'repeated']),
  }),
});

const RiskItem = z.object({
  item: z.enum(['L', 'A', 'C', 'E']),
  value: z.union([z.number(), z.boolean()]).nullable(),
  points: z.number().int().nullable(),
  maxPoints: z.number().int(),
});
const CharlsonItem = z.object({
  condition: z.string(),
  codes: z.array(z.string()),
  points: z.number().int(),
  reason: z.enum(['counted', 'superseded', 'unweighted']),
});
export const Risk = RiskMark.extend({
  scoreAtMost: z.number().int(),
  items: z.array(RiskItem),
  conditions: z.array(CharlsonItem),
  unreadCodes: z.array(z.string()),
  computedAt: Instant,
});
export const Diagnosis = z.object({
  code: z.string().nullable(),
  system: z.string().nullable(),
  text: z.string().nullable(),
  use: z.enum(['admission', 'discharge', 'working', 'other']),
});
export const Procedure = z.object({
  code: z.string().nullable(),
  system: z.string().nullable(),
  text: z.string().nullable(),
  performedAt: Instant.nullable(),
});
export const Medicine = z.object({
  code: z.string().nullable(),
  system: z.string().nullable(),
  text: z.string(),
  dose: z.string().nullable(),
  route: z.string().nullable(),
  frequency: z.string().nullable(),
  startsOn: CivilDate.nullable(),
  endsOn: CivilDate.nullable(),
});
export const EncounterDetail = z.object({
  encounterId: Id,
  patient: PatientCard,
  hospital: z.string(),
  class: EncounterClass,
  status: EncounterStatus,
  ward: z.object({ id: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
  bed: z.string().nullable(),
  visitNo: z.string().nullable(),
  admittedAt: Instant.nullable(),
  expectedDischargeOn: CivilDate.nullable(),
  dischargedAt: Instant.nullable(),
  disposition: Disposition.nullable(),
  urgentAdmission: z.boolean().nullable(),
  surgeryAt: Instant.nullable(),
  reason: z.string().nullable(),
  attending: StaffName.nullable(),
  source: z.enum(['hl7v2', 'fhir', 'staff']),
  joinCode: z.string(),
  preparation: Preparation,
  diagnoses: z.array(Diagnosis),
  procedures: z.array(Procedure),
  medicines: z.array(Medicine),
  risk: Risk.nullable(),
  version: z.number().int(),
});
export type EncounterDetail = z.infer<typeof EncounterDetail>;
export const readEncounter = route({
  method: 'GET',
  path: '/api/encounters/:encounterId',
  access: 'encounters.read',
  about: 'patient',
  summary: 'A stay with what was found, done and prescribed, and its risk item by item',
  params: z.object({ encounterId: Id }),
  reply: EncounterDetail,
});
export const putPreparation = route({
  method: 'PUT',
  path: '/api/encounters/:encounterId/preparation',
  access: 'encounters.write',
  about: 'patient',
  summary: 'Mark the care card as handed over and set the expected discharge; left out means unchanged',
  params: z.object({ encounterId: Id }),
  body: z.object({
    cardGiven: z.boolean().optional(),
    expectedDischargeOn: CivilDate.nullable().optional(),
    version: z.number().int(),
  }),
  reply: z.object({ version: z.number().int() }),
});
export const listJoinCards = route({
  method: 'GET',
  path: '/api/join-cards',
  access: 'encounters.join-card',
  about: 'hospital',
  summary: 'The discharge desk: masked name and join code of who left in the last day, and nothing else',
  query: Page,
  reply: pageOf(z.object({ encounterId: Id, name: z.string(), joinCode: z.string() })),
});
