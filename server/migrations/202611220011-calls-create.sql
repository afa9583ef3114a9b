-- Calls after discharge: the pinned script, its answers, attempts and what came of it.
create schema calls;
grant usage on schema calls to dayone_app;

-- kind: tenant
create table calls.call (
  hospital_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  patient_id uuid not null,
  encounter_id uuid not null,
  ward_id uuid,
  item_id uuid not null,
  variant text not null constraint call_variant_check check (variant in ('home', 'transferred', 'against-advice')),
  pack_slug text not null,
  pack_version text not null,
  -- composed once from the pack and the stay; what was asked can always be shown again
  script jsonb not null,
  state text not null default 'waiting' constraint call_state_check check (state in ('waiting', 'in-progress', 'suspended', 'finished', 'unreachable', 'cancelled')),
  discharged_at timestamptz not null,
  window_from timestamptz not null,
  due_at timestamptz not null,
  limit_at timestamptz not null,
  next_try_at timestamptz,
  -- a person spoke, or a machine did: only the first is interactive contact
  contact text constraint call_contact_check check (contact in ('human', 'automated')),
  outcome text constraint call_outcome_check check (outcome in ('completed', 'partly', 'declined', 'unreachable')),
  spoke_with text constraint call_spoke_with_check check (spoke_with in ('patient', 'relative', 'alternate-1', 'alternate-2')),
  hours_after_discharge numeric(8, 2),
  emergency_told_at timestamptz,
  emergency_told_by uuid,
  caller_staff_id uuid,
  opened_at timestamptz,
  finished_at timestamptz,
  finished_by uuid,
  seconds integer,
  reason_code text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint call_pkey primary key (hospital_id, id),
  constraint call_task_key unique (hospital_id, plan_id, task_id),
  constraint call_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint call_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id),
  constraint call_ward_fkey foreign key (hospital_id, ward_id) references identity.ward (hospital_id, id),
  constraint call_item_fkey foreign key (hospital_id, item_id) references worklist.item (hospital_id, id)
);
create index call_patient on calls.call (hospital_id, patient_id, discharged_at desc, id desc);
create index call_plan on calls.call (hospital_id, plan_id);
select kernel.tenant_table('calls.call', 'select, insert, update');

-- kind: tenant
create table calls.answer (
  hospital_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  question_id text not null,
  value jsonb not null,
  severity text not null constraint answer_severity_check check (severity in ('none', 'amber', 'red')),
  -- the warning sign the answer raised, and what came of it
  raised text,
  alert_id uuid,
  reading_id uuid,
  answered_by uuid not null,
  answered_at timestamptz not null,
  -- id the screen gave the last write: the same write sent twice is one
  save_id uuid not null,
  version integer not null default 1,
  constraint answer_pkey primary key (hospital_id, id),
  constraint answer_question_key unique (hospital_id, call_id, question_id),
  constraint answer_call_fkey foreign key (hospital_id, call_id) references calls.call (hospital_id, id)
);
select kernel.tenant_table('calls.answer', 'select, insert, update');

-- kind: tenant
create table calls.attempt (
  hospital_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  number integer not null,
  who text not null constraint attempt_who_check check (who in ('patient', 'relative', 'alternate-1', 'alternate-2')),
  outcome text not null constraint attempt_outcome_check check (outcome in ('reached', 'no-answer', 'busy', 'declined', 'wrong-number', 'voicemail', 'rescheduled')),
  tried_at timestamptz not null,
  tried_by uuid not null,
  next_try_at timestamptz,
  constraint attempt_pkey primary key (hospital_id, id),
  constraint attempt_number_key unique (hospital_id, call_id, number),
  constraint attempt_call_fkey foreign key (hospital_id, call_id) references calls.call (hospital_id, id)
);
select kernel.tenant_table('calls.attempt', 'select, insert');
