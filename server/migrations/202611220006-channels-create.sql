-- Messages to patients, what became of each, and the switch for everything outgoing.
create schema channels;
grant usage on schema channels to dayone_app, dayone_sweeper;

-- kind: tenant
create table channels.message (
  hospital_id uuid not null,
  -- also the idempotency key towards a provider
  id uuid not null,
  patient_id uuid not null,
  encounter_id uuid,
  recipient_kind text not null constraint message_recipient_kind_check check (recipient_kind in ('patient')),
  channel text not null constraint message_channel_check check (channel in ('in-app')),
  purpose text not null constraint message_purpose_check check (purpose in ('care', 'education', 'benefit', 'alert')),
  title jsonb not null,
  body jsonb not null,
  -- what may stand on a locked screen or in a provider's template: no diagnosis, no name
  outside_title jsonb not null,
  because_kind text not null,
  because_ref text not null,
  dedupe_key text not null,
  state text not null constraint message_state_check check (state in ('waiting', 'held', 'sent', 'read', 'cancelled', 'failed')),
  -- of the last decision: why it waits, is held or was cancelled
  reason_code text,
  attempts integer not null default 0,
  -- when the sender wanted it out; never changed by a postponement
  due_at timestamptz not null,
  -- the next attempt of a waiting message; wake_at is cleared by the sweep, this is not
  next_at timestamptz,
  expires_at timestamptz,
  sent_at timestamptz,
  read_at timestamptz,
  wake_at timestamptz,
  created_at timestamptz not null,
  constraint message_pkey primary key (hospital_id, id),
  constraint message_dedupe_key unique (hospital_id, dedupe_key),
  constraint message_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint message_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id)
);
create index message_patient on channels.message (hospital_id, patient_id, due_at desc, id desc);
create index message_open on channels.message (hospital_id, patient_id) where state in ('waiting', 'held');
create index message_sent on channels.message (hospital_id, patient_id, sent_at) where sent_at is not null;
create index message_because on channels.message (hospital_id, because_kind, because_ref) where state in ('waiting', 'held');
create index message_waiting on channels.message (hospital_id, state, purpose, due_at, id) where state in ('waiting', 'held');
create index message_wake on channels.message (wake_at) where wake_at is not null;
create index message_wake_tenant on channels.message (hospital_id, wake_at) where wake_at is not null;
select kernel.tenant_table('channels.message', 'select, insert, update');
grant select (hospital_id, wake_at) on channels.message to dayone_sweeper;

-- Every decision about a message, so that a person can read why it came, came late or never came.
-- kind: tenant
create table channels.message_event (
  hospital_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  what text not null constraint message_event_what_check check (what in ('queued', 'revived', 'postponed', 'held', 'released', 'cancelled', 'sent', 'read', 'failed', 'moved')),
  reason_code text,
  until_at timestamptz,
  constraint message_event_pkey primary key (hospital_id, id),
  constraint message_event_message_fkey foreign key (hospital_id, message_id) references channels.message (hospital_id, id)
);
create index message_event_message on channels.message_event (hospital_id, message_id, id);
select kernel.tenant_table('channels.message_event', 'select, insert');

-- One row per hospital; none means open. `id` equals hospital_id: the sweep names rows and lanes by it.
-- kind: tenant
create table channels.gate (
  hospital_id uuid not null,
  id uuid not null,
  state text not null constraint gate_state_check check (state in ('open', 'stopped', 'surge')),
  reason text,
  -- null: the house itself (a surge)
  changed_by uuid,
  changed_at timestamptz not null,
  -- of a surge: what arrived in the hour and what is usual
  arrivals integer,
  usual numeric,
  -- an administrator's yes to a surge holds for the rest of that day of the hospital
  released_on date,
  wake_at timestamptz,
  version integer not null default 1,
  constraint gate_pkey primary key (hospital_id),
  constraint gate_id_check check (id = hospital_id)
);
create index gate_wake on channels.gate (wake_at) where wake_at is not null;
create index gate_wake_tenant on channels.gate (hospital_id, wake_at) where wake_at is not null;
select kernel.tenant_table('channels.gate', 'select, insert, update');
grant select (hospital_id, wake_at) on channels.gate to dayone_sweeper;
