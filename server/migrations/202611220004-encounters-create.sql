-- Stays and other care episodes with what was found, done and prescribed.
create schema encounters;
grant usage on schema encounters to dayone_app, dayone_sweeper;

-- kind: tenant
create table encounters.encounter (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  -- PV1-19; null for an episode entered by hand until the feed brings it
  visit_no text,
  -- counts how often the hospital has used the same number for another stay
  visit_round integer not null default 1,
  class text not null constraint encounter_class_check check (class in ('inpatient', 'day-surgery', 'outpatient-procedure', 'maternity', 'outpatient', 'emergency')),
  status text not null constraint encounter_status_check check (status in ('planned', 'in-progress', 'finished', 'cancelled')),
  ward_id uuid,
  bed text,
  admitted_at timestamptz,
  expected_discharge_on date,
  discharged_at timestamptz,
  disposition text constraint encounter_disposition_check check (disposition in ('home', 'died', 'transferred', 'against-advice', 'dying-at-home', 'other')),
  disposition_code text,
  urgent_admission boolean,
  attending_staff_id uuid,
  nurse_staff_id uuid,
  reason text,
  surgery_at timestamptz,
  source text not null constraint encounter_source_check check (source in ('hl7v2', 'fhir', 'staff')),
  -- what the newest applied message said of itself: an older one that arrives late does not undo it
  source_at timestamptz,
  -- the same for messages that admit, discharge or take either back: an older discharge may still fill a stay that only an
  -- update has touched since, and may not repeat what a cancellation undid
  status_source_at timestamptz,
  card_given_at timestamptz,
  join_code text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint encounter_pkey primary key (hospital_id, id),
  constraint encounter_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint encounter_ward_fkey foreign key (hospital_id, ward_id) references identity.ward (hospital_id, id)
);
create unique index encounter_visit on encounters.encounter (hospital_id, visit_no, visit_round) where visit_no is not null;
create unique index encounter_join_code on encounters.encounter (hospital_id, join_code);
create index encounter_patient on encounters.encounter (hospital_id, patient_id, admitted_at desc);
create index encounter_in_house on encounters.encounter (hospital_id, ward_id, coalesce(expected_discharge_on, '9999-12-31'::date), id) where status = 'in-progress';
create index encounter_left on encounters.encounter (hospital_id, discharged_at desc, id) where status = 'finished';
create index encounter_emergency on encounters.encounter (hospital_id, patient_id, admitted_at) where class = 'emergency';
create index encounter_gone on encounters.encounter (hospital_id, ward_id, discharged_at desc, id) where status = 'finished';
select kernel.tenant_table('encounters.encounter', 'select, insert, update');

-- kind: tenant
create table encounters.diagnosis (
  hospital_id uuid not null,
  id uuid not null,
  encounter_id uuid not null,
  code text,
  system text,
  text text,
  use text not null constraint diagnosis_use_check check (use in ('admission', 'discharge', 'working', 'other')),
  rank integer not null,
  constraint diagnosis_pkey primary key (hospital_id, id),
  constraint diagnosis_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
create index diagnosis_encounter on encounters.diagnosis (hospital_id, encounter_id, rank);
select kernel.tenant_table('encounters.diagnosis', 'select, insert, update, delete');

-- kind: tenant
create table encounters.procedure (
  hospital_id uuid not null,
  id uuid not null,
  encounter_id uuid not null,
  code text,
  system text,
  text text,
  performed_at timestamptz,
  rank integer not null,
  constraint procedure_pkey primary key (hospital_id, id),
  constraint procedure_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
create index procedure_encounter on encounters.procedure (hospital_id, encounter_id, rank);
select kernel.tenant_table('encounters.procedure', 'select, insert, update, delete');

-- kind: tenant
create table encounters.discharge_medicine (
  hospital_id uuid not null,
  id uuid not null,
  encounter_id uuid not null,
  code text,
  system text,
  text text not null,
  dose text,
  route text,
  frequency text,
  starts_on date,
  ends_on date,
  rank integer not null,
  constraint discharge_medicine_pkey primary key (hospital_id, id),
  constraint discharge_medicine_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
create index discharge_medicine_encounter on encounters.discharge_medicine (hospital_id, encounter_id, rank);
select kernel.tenant_table('encounters.discharge_medicine', 'select, insert, update, delete');

-- kind: tenant
create table encounters.risk_assessment (
  hospital_id uuid not null,
  id uuid not null,
  encounter_id uuid not null,
  method text not null,
  score integer not null,
  band text not null constraint risk_assessment_band_check check (band in ('low', 'moderate', 'high')),
  lower_bound boolean not null,
  explanation jsonb not null,
  computed_at timestamptz not null,
  constraint risk_assessment_pkey primary key (hospital_id, id),
  constraint risk_assessment_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
create index risk_assessment_latest on encounters.risk_assessment (hospital_id, encounter_id, method, computed_at desc, id desc);
select kernel.tenant_table('encounters.risk_assessment', 'select, insert');
