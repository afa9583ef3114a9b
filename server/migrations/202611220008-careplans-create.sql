-- Plans laid out from a pathway, and their tasks.
create schema careplans;
grant usage on schema careplans to dayone_app, dayone_sweeper;

-- kind: tenant
create table careplans.plan (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  encounter_id uuid not null,
  ward_id uuid,
  state text not null constraint plan_state_check check (state in ('active', 'awaiting-choice', 'paused', 'ended', 'not-started')),
  variant text constraint plan_variant_check check (variant in ('home', 'transferred')),
  -- pinned version of the pack; null where no pack fits
  slug text,
  pack_version text,
  because jsonb not null,
  -- what the plan was laid out from
  disposition text,
  discharged_at timestamptz not null,
  surgery_at timestamptz,
  laid_out_until timestamptz,
  -- every reason for which it rests; empty when it does not
  paused_reasons text[] not null default '{}',
  ended_reason text,
  ended_at timestamptz,
  not_started_reason text constraint plan_not_started_check check (not_started_reason in ('too-old', 'died', 'no-pathway')),
  -- worklist item that waits for the ward's choice
  choice_item_id uuid,
  wake_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint plan_pkey primary key (hospital_id, id),
  constraint plan_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint plan_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
-- one plan per stay, besides those that have ended
create unique index plan_live on careplans.plan (hospital_id, encounter_id) where state <> 'ended';
create index plan_encounter on careplans.plan (hospital_id, encounter_id, created_at desc);
create index plan_patient on careplans.plan (hospital_id, patient_id, discharged_at desc, id);
create index plan_not_started on careplans.plan (hospital_id, ward_id, discharged_at desc, id) where state = 'not-started';
create index plan_wake on careplans.plan (wake_at) where wake_at is not null;
create index plan_wake_hospital on careplans.plan (hospital_id, wake_at) where wake_at is not null;
select kernel.tenant_table('careplans.plan', 'select, insert, update');
grant select (hospital_id, wake_at) on careplans.plan to dayone_sweeper;

-- kind: tenant
create table careplans.task (
  hospital_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  encounter_id uuid not null,
  -- id of the task in the pack, and its place in the schedule there
  task_key text not null,
  occurrence text not null,
  kind text not null constraint task_kind_check check (kind in ('call', 'message', 'medicine-review', 'exercise', 'measurement', 'visit', 'survey', 'group-invitation', 'recall')),
  owner text not null,
  title jsonb not null,
  ref text,
  due_at timestamptz not null,
  limit_at timestamptz,
  state text not null constraint task_state_check check (state in ('waiting', 'due', 'done', 'skipped', 'cancelled')),
  reason_code text,
  -- codes and ids only
  result jsonb,
  done_at timestamptz,
  done_by uuid,
  wake_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint task_pkey primary key (hospital_id, id),
  constraint task_occurrence_key unique (hospital_id, plan_id, task_key, occurrence),
  constraint task_plan_fkey foreign key (hospital_id, plan_id) references careplans.plan (hospital_id, id)
);
create index task_of_plan on careplans.task (hospital_id, plan_id, due_at, id);
create index task_wake on careplans.task (wake_at) where wake_at is not null;
create index task_wake_hospital on careplans.task (hospital_id, wake_at) where wake_at is not null;
select kernel.tenant_table('careplans.task', 'select, insert, update');
grant select (hospital_id, wake_at) on careplans.task to dayone_sweeper;
