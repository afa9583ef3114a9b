// Written by tools/generate.ts from the migrated database. Do not edit.

/** calls.answer */
export interface CallsAnswerRow {
  hospital_id: string;
  id: string;
  call_id: string;
  question_id: string;
  value: unknown;
  severity: string;
  raised: string | null;
  alert_id: string | null;
  reading_id: string | null;
  answered_by: string;
  answered_at: Date;
  save_id: string;
  version: number;
}

/** calls.attempt */
export interface CallsAttemptRow {
  hospital_id: string;
  id: string;
  call_id: string;
  number: number;
  who: string;
  outcome: string;
  tried_at: Date;
  tried_by: string;
  next_try_at: Date | null;
}

/** calls.call */
export interface CallsCallRow {
  hospital_id: string;
  id: string;
  plan_id: string;
  task_id: string;
  patient_id: string;
  encounter_id: string;
  ward_id: string | null;
  item_id: string;
  variant: string;
  pack_slug: string;
  pack_version: string;
  script: unknown;
  state: string;
  discharged_at: Date;
  window_from: Date;
  due_at: Date;
  limit_at: Date;
  next_try_at: Date | null;
  contact: string | null;
  outcome: string | null;
  spoke_with: string | null;
  hours_after_discharge: string | null;
  emergency_told_at: Date | null;
  emergency_told_by: string | null;
  caller_staff_id: string | null;
  opened_at: Date | null;
  finished_at: Date | null;
  finished_by: string | null;
  seconds: number | null;
  reason_code: string | null;
  created_at: Date;
  version: number;
}

/** careplans.plan */
export interface CareplansPlanRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  encounter_id: string;
  ward_id: string | null;
  state: string;
  variant: string | null;
  slug: string | null;
  pack_version: string | null;
  because: unknown;
  disposition: string | null;
  discharged_at: Date;
  surgery_at: Date | null;
  laid_out_until: Date | null;
  paused_reasons: string[];
  ended_reason: string | null;
  ended_at: Date | null;
  not_started_reason: string | null;
  choice_item_id: string | null;
  wake_at: Date | null;
  created_at: Date;
  version: number;
}

/** careplans.task */
export interface CareplansTaskRow {
  hospital_id: string;
  id: string;
  plan_id: string;
  patient_id: string;
  encounter_id: string;
  task_key: string;
  occurrence: string;
  kind: string;
  owner: string;
  title: unknown;
  ref: string | null;
  due_at: Date;
  limit_at: Date | null;
  state: string;
  reason_code: string | null;
  result: unknown | null;
  done_at: Date | null;
  done_by: string | null;
  wake_at: Date | null;
  created_at: Date;
  version: number;
}

/** channels.gate */
export interface ChannelsGateRow {
  hospital_id: string;
  id: string;
  state: string;
  reason: string | null;
  changed_by: string | null;
  changed_at: Date;
  arrivals: number | null;
  usual: string | null;
  released_on: string | null;
  wake_at: Date | null;
  version: number;
}

/** channels.message */
export interface ChannelsMessageRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  encounter_id: string | null;
  recipient_kind: string;
  channel: string;
  purpose: string;
  title: unknown;
  body: unknown;
  outside_title: unknown;
  because_kind: string;
  because_ref: string;
  dedupe_key: string;
  state: string;
  reason_code: string | null;
  attempts: number;
  due_at: Date;
  next_at: Date | null;
  expires_at: Date | null;
  sent_at: Date | null;
  read_at: Date | null;
  wake_at: Date | null;
  created_at: Date;
}

/** channels.message_event */
export interface ChannelsMessageEventRow {
  hospital_id: string;
  id: string;
  message_id: string;
  at: Date;
  what: string;
  reason_code: string | null;
  until_at: Date | null;
}

/** content.pack_attempt */
export interface ContentPackAttemptRow {
  hospital_id: string;
  folder: string;
  version: string | null;
  outcome: string;
  problems: unknown;
  tried_by: string | null;
  tried_at: Date;
}

/** content.pack_section */
export interface ContentPackSectionRow {
  hospital_id: string;
  pack_version_id: string;
  name: string;
  body: unknown;
}

/** content.pack_version */
export interface ContentPackVersionRow {
  hospital_id: string;
  id: string;
  slug: string;
  version: string;
  state: string;
  sha256: string;
  title: unknown;
  sign_off_status: string;
  signed_by: string | null;
  signed_role: string | null;
  signed_on: string | null;
  review_due_on: string;
  imported_by: string | null;
  imported_at: Date;
}

/** encounters.diagnosis */
export interface EncountersDiagnosisRow {
  hospital_id: string;
  id: string;
  encounter_id: string;
  code: string | null;
  system: string | null;
  text: string | null;
  use: string;
  rank: number;
}

/** encounters.discharge_medicine */
export interface EncountersDischargeMedicineRow {
  hospital_id: string;
  id: string;
  encounter_id: string;
  code: string | null;
  system: string | null;
  text: string;
  dose: string | null;
  route: string | null;
  frequency: string | null;
  starts_on: string | null;
  ends_on: string | null;
  rank: number;
}

/** encounters.encounter */
export interface EncountersEncounterRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  visit_no: string | null;
  visit_round: number;
  class: string;
  status: string;
  ward_id: string | null;
  bed: string | null;
  admitted_at: Date | null;
  expected_discharge_on: string | null;
  discharged_at: Date | null;
  disposition: string | null;
  disposition_code: string | null;
  urgent_admission: boolean | null;
  attending_staff_id: string | null;
  nurse_staff_id: string | null;
  reason: string | null;
  surgery_at: Date | null;
  source: string;
  source_at: Date | null;
  status_source_at: Date | null;
  card_given_at: Date | null;
  join_code: string;
  created_at: Date;
  version: number;
}

/** encounters.procedure */
export interface EncountersProcedureRow {
  hospital_id: string;
  id: string;
  encounter_id: string;
  code: string | null;
  system: string | null;
  text: string | null;
  performed_at: Date | null;
  rank: number;
}

/** encounters.risk_assessment */
export interface EncountersRiskAssessmentRow {
  hospital_id: string;
  id: string;
  encounter_id: string;
  method: string;
  score: number;
  band: string;
  lower_bound: boolean;
  explanation: unknown;
  computed_at: Date;
}

/** identity.absence */
export interface IdentityAbsenceRow {
  hospital_id: string;
  id: string;
  staff_id: string;
  from_on: string;
  to_on: string;
  cover_staff_id: string | null;
}

/** identity.credential */
export interface IdentityCredentialRow {
  hospital_id: string;
  staff_id: string;
  kind: string;
  hash: string;
  failed: number;
  locked_until: Date | null;
  changed_at: Date;
}

/** identity.hospital */
export interface IdentityHospitalRow {
  id: string;
  code: string;
  name: string;
  name_en: string;
  time_zone: string;
  ownership: string;
  region: string;
  demo: boolean;
  created_at: Date;
  old_discharge_days: number;
}

/** identity.session */
export interface IdentitySessionRow {
  hospital_id: string;
  id: string;
  secret_hash: Buffer;
  staff_id: string;
  workstation_id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  locked_at: Date | null;
  ended_at: Date | null;
}

/** identity.shift */
export interface IdentityShiftRow {
  hospital_id: string;
  id: string;
  ward_id: string;
  staff_id: string;
  duty: string;
  starts_at: Date;
  ends_at: Date;
}

/** identity.staff */
export interface IdentityStaffRow {
  hospital_id: string;
  id: string;
  staff_no: string;
  name: string;
  title: string | null;
  phone: string | null;
  active: boolean;
  left_at: Date | null;
  created_at: Date;
}

/** identity.staff_role */
export interface IdentityStaffRoleRow {
  hospital_id: string;
  staff_id: string;
  role: string;
  ward_id: string | null;
  id: string;
}

/** identity.ward */
export interface IdentityWardRow {
  hospital_id: string;
  id: string;
  code: string;
  name: string;
  specialty: string;
  phone: string | null;
}

/** identity.workstation */
export interface IdentityWorkstationRow {
  hospital_id: string;
  id: string;
  secret_hash: Buffer;
  trusted_until: Date;
  created_at: Date;
  failed_pins: number;
}

/** intake.arrival */
export interface IntakeArrivalRow {
  hospital_id: string;
  span_at: Date;
  slot: number;
  discharges: number;
}

/** intake.feed */
export interface IntakeFeedRow {
  id: string;
  hospital_id: string;
  kind: string;
  sending_facility: string | null;
  receiving_facility: string | null;
  name: string;
  time_zone: string;
  disposition_codes: unknown;
  identifier_systems: unknown;
  secret_hash: Buffer | null;
  created_at: Date;
}

/** intake.raw_message */
export interface IntakeRawMessageRow {
  hospital_id: string;
  id: string;
  feed_id: string;
  format: string;
  bytes: Buffer;
  sha256: Buffer;
  control_id: string | null;
  type: string | null;
  visit_hash: Buffer | null;
  lane: string;
  received_at: Date;
  source_at: Date;
  state: string;
  problem_code: string | null;
  problem_path: string | null;
  problem_detail: string | null;
  corrected_bytes: Buffer | null;
  corrected_by: string | null;
  corrected_at: Date | null;
  discard_reason: string | null;
  attempts: number;
  patient_id: string | null;
  encounter_id: string | null;
  version: number;
}

/** kernel.audit */
export interface KernelAuditRow {
  hospital_id: string;
  id: string;
  recorded_at: Date;
  occurred_at: Date;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  patient_id: string | null;
  detail: unknown;
}

/** kernel.audit_seal */
export interface KernelAuditSealRow {
  hospital_id: string;
  minute: Date;
  first_id: string;
  last_id: string;
  rows: number;
  hash: Buffer;
  previous_hash: Buffer | null;
  sealed_at: Date;
}

/** kernel.delivery */
export interface KernelDeliveryRow {
  hospital_id: string;
  event_id: string;
  handler: string;
  lane: string;
  state: string;
  attempts: number;
  not_before: Date;
  leased_until: Date | null;
  error_code: string | null;
}

/** kernel.file */
export interface KernelFileRow {
  hospital_id: string;
  id: string;
  class: string;
  sha256: Buffer;
  mime: string;
  bytes: number;
  owner_domain: string;
  owner_id: string;
  stored_path: string;
  created_at: Date;
  deleted_at: Date | null;
}

/** kernel.hospital_clock */
export interface KernelHospitalClockRow {
  hospital_id: string;
  offset_ms: bigint;
}

/** kernel.outbox */
export interface KernelOutboxRow {
  hospital_id: string;
  id: string;
  lane: string;
  type: string;
  version: number;
  payload: unknown;
  occurred_at: Date;
  recorded_at: Date;
}

/** kernel.worker_heartbeat */
export interface KernelWorkerHeartbeatRow {
  worker: string;
  beat_at: Date;
}

/** monitoring.alert */
export interface MonitoringAlertRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  encounter_id: string | null;
  ward_id: string | null;
  rule_key: string;
  rule_version: number;
  code: string | null;
  severity: string;
  state: string;
  title: unknown;
  reason: unknown;
  patient_words: unknown | null;
  patient_now: unknown | null;
  evidence: string[];
  last_evidence_at: Date | null;
  source_kind: string;
  source_id: string | null;
  item_id: string | null;
  message_id: string | null;
  raised_at: Date;
  ack_due_at: Date;
  acknowledged_by: string | null;
  acknowledged_at: Date | null;
  resolved_by: string | null;
  resolved_at: Date | null;
  actions: string[];
  useful: boolean | null;
  note: string | null;
  close_code: string | null;
  version: number;
}

/** monitoring.programme */
export interface MonitoringProgrammeRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  encounter_id: string;
  slug: string;
  pack_version: string;
  codes: string[];
  discharge_on: string;
  surgery_on: string | null;
  starts_at: Date;
  ends_at: Date | null;
  state: string;
  state_reason: string | null;
}

/** monitoring.reading */
export interface MonitoringReadingRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  encounter_id: string | null;
  code: string;
  kind: string;
  value: string;
  unit: string;
  given_value: string | null;
  given_unit: string | null;
  source: string;
  recorded_by: string | null;
  effective_at: Date;
  recorded_at: Date;
  confirmed: boolean;
  note: string | null;
  status: string;
  corrected_by: string | null;
  corrected_at: Date | null;
  correction_reason: string | null;
  superseded_by: string | null;
  dedupe_key: string;
}

/** patients.consent */
export interface PatientsConsentRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  purpose: string;
  state: string;
  text_version: string;
  method: string;
  given_by: string;
  given_by_name: string | null;
  witness_staff_id: string | null;
  encounter_id: string | null;
  decided_at: Date;
}

/** patients.contact_point */
export interface PatientsContactPointRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  related_person_id: string | null;
  system: string;
  value: string;
  value_hmac: Buffer;
  rank: number;
}

/** patients.hold */
export interface PatientsHoldRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  encounter_id: string | null;
  reason: string;
  set_by: string;
  set_at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
}

/** patients.identifier */
export interface PatientsIdentifierRow {
  hospital_id: string;
  system: string;
  value: string;
  patient_id: string;
  type: string;
  retired_at: Date | null;
}

/** patients.patient */
export interface PatientsPatientRow {
  hospital_id: string;
  id: string;
  name: string;
  sex: string;
  born_on: string | null;
  form_of_address: string | null;
  preferred_from: string | null;
  preferred_to: string | null;
  reach_channel: string;
  reach_notes: string | null;
  language: string;
  elder_mode: boolean;
  reach_prepared_at: Date | null;
  deceased_at: Date | null;
  deceased_source: string | null;
  merged_into: string | null;
  provisional: boolean;
  created_at: Date;
  version: number;
}

/** patients.related_person */
export interface PatientsRelatedPersonRow {
  hospital_id: string;
  id: string;
  patient_id: string;
  name: string;
  relationship: string;
  source: string;
}

/** timeline.entry */
export interface TimelineEntryRow {
  hospital_id: string;
  patient_id: string;
  event_id: string;
  occurred_at: Date;
  kind: string;
  data: unknown;
}

/** worklist.asked */
export interface WorklistAskedRow {
  hospital_id: string;
  item_id: string;
  staff_id: string;
  level: string;
  asked_at: Date;
}

/** worklist.item */
export interface WorklistItemRow {
  hospital_id: string;
  id: string;
  kind: string;
  patient_id: string;
  encounter_id: string | null;
  ward_id: string | null;
  ref_kind: string;
  ref_id: string;
  title: unknown;
  reason: unknown;
  urgency: number;
  risk: number | null;
  rank: number;
  window_from: Date | null;
  due_at: Date;
  limit_at: Date | null;
  owner_staff_id: string | null;
  owner_role: string;
  taken_at: Date | null;
  taken_by: string | null;
  state: string;
  snoozed_until: Date | null;
  ack_minutes: number | null;
  level: string;
  level_since: Date;
  overdue_at: Date | null;
  first_late_at: Date | null;
  reason_code: string | null;
  opened_at: Date;
  closed_at: Date | null;
  wake_at: Date | null;
  version: number;
  asked_rounds: number;
}

/** worklist.staff_minutes */
export interface WorklistStaffMinutesRow {
  hospital_id: string;
  id: string;
  staff_id: string;
  patient_id: string;
  encounter_id: string | null;
  ref_kind: string;
  ref_id: string;
  started_at: Date;
  seconds: number;
  stopped_at: Date | null;
}
