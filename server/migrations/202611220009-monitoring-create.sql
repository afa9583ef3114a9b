-- Readings at home, the programme that says what to measure, and the alerts they raise.
create schema monitoring;
grant usage on schema monitoring to dayone_app, dayone_sweeper;

-- kind: tenant
create table monitoring.reading (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  encounter_id uuid,
  -- LOINC, and the short name of the measure for people who read the table
  code text not null,
  kind text not null,
  -- in `unit` (UCUM); numeric keeps the digits that were given, so 2.0 is not 2.00
  value numeric not null,
  unit text not null,
  -- what was typed, where it was another unit
  given_value text,
  given_unit text,
  source text not null constraint reading_source_check check (source in ('staff', 'call', 'patient', 'device')),
  recorded_by uuid,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  -- outside the plausible range, stored because somebody said it is right
  confirmed boolean not null default false,
  note text,
  -- superseded: a corrected reading stands in its place; entered-in-error: nothing does
  status text not null default 'final' constraint reading_status_check check (status in ('final', 'entered-in-error', 'superseded')),
  corrected_by uuid,
  corrected_at timestamptz,
  correction_reason text,
  superseded_by uuid,
  dedupe_key text not null,
  constraint reading_pkey primary key (hospital_id, effective_at, id),
  constraint reading_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint reading_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
) partition by range (effective_at);
create table monitoring.reading_default partition of monitoring.reading default;
create unique index reading_dedupe on monitoring.reading (hospital_id, effective_at, dedupe_key);
create index reading_trend on monitoring.reading (hospital_id, patient_id, code, effective_at desc);
create index reading_by_id on monitoring.reading (hospital_id, id);
select kernel.tenant_table('monitoring.reading', 'select, insert, update');

-- kind: tenant
create table monitoring.programme (
  hospital_id uuid not null,
  -- the plan's own id: one programme per plan
  id uuid not null,
  patient_id uuid not null,
  encounter_id uuid not null,
  slug text not null,
  pack_version text not null,
  -- LOINC codes to be measured
  codes text[] not null,
  -- what days are counted from; surgery falls back to discharge where no operation is known
  discharge_on date not null,
  surgery_on date,
  starts_at timestamptz not null,
  ends_at timestamptz,
  state text not null default 'active' constraint programme_state_check check (state in ('active', 'paused', 'ended')),
  state_reason text,
  constraint programme_pkey primary key (hospital_id, id),
  constraint programme_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint programme_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
create index programme_patient on monitoring.programme (hospital_id, patient_id, starts_at desc);
select kernel.tenant_table('monitoring.programme', 'select, insert, update');

-- kind: tenant
create table monitoring.alert (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  encounter_id uuid,
  ward_id uuid,
  rule_key text not null,
  rule_version integer not null,
  -- the measure it is about; null where an answer raised it
  code text,
  severity text not null constraint alert_severity_check check (severity in ('amber', 'red')),
  state text not null default 'open' constraint alert_state_check check (state in ('open', 'acknowledged', 'resolved', 'dismissed')),
  -- {zh-CN, en}: what and why, for staff; and the gentle words with what to do now, for the patient
  title jsonb not null,
  reason jsonb not null,
  patient_words jsonb,
  patient_now jsonb,
  evidence uuid[] not null default '{}',
  last_evidence_at timestamptz,
  source_kind text not null constraint alert_source_kind_check check (source_kind in ('reading', 'call')),
  source_id uuid,
  item_id uuid,
  message_id uuid,
  raised_at timestamptz not null,
  ack_due_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  resolved_by uuid,
  resolved_at timestamptz,
  actions text[] not null default '{}',
  useful boolean,
  note text,
  -- why it was closed without being resolved, or by the house itself
  close_code text,
  version integer not null default 1,
  constraint alert_pkey primary key (hospital_id, id),
  constraint alert_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint alert_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id),
  constraint alert_ward_fkey foreign key (hospital_id, ward_id) references identity.ward (hospital_id, id)
);
create unique index alert_one_open on monitoring.alert (hospital_id, patient_id, rule_key) where state in ('open', 'acknowledged');
create index alert_open on monitoring.alert (hospital_id, ward_id, (case severity when 'red' then 0 else 1 end), raised_at, id) where state in ('open', 'acknowledged');
create index alert_closed on monitoring.alert (hospital_id, ward_id, resolved_at desc, id desc) where state in ('resolved', 'dismissed');
create index alert_patient on monitoring.alert (hospital_id, patient_id, raised_at desc, id desc);
create index alert_item on monitoring.alert (hospital_id, item_id) where item_id is not null;
select kernel.tenant_table('monitoring.alert', 'select, insert, update');
