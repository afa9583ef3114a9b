-- What staff owe patients: items with clock, owner and escalation; minutes with a person.
create schema worklist;
grant usage on schema worklist to dayone_app, dayone_sweeper;

-- kind: tenant
create table worklist.item (
  hospital_id uuid not null,
  id uuid not null,
  kind text not null constraint item_kind_check check (kind in ('call', 'alert', 'question', 'review', 'join', 'choice')),
  patient_id uuid not null,
  encounter_id uuid,
  ward_id uuid,
  -- the thing of another domain that this item stands for; it is closed through that domain
  ref_kind text not null,
  ref_id uuid not null,
  title jsonb not null,
  reason jsonb not null,
  urgency smallint not null constraint item_urgency_check check (urgency between 0 and 3),
  risk integer,
  -- place in the list before the clock is looked at, lowest first: urgency, then band of risk (rank.ts)
  rank smallint not null,
  window_from timestamptz,
  due_at timestamptz not null,
  limit_at timestamptz,
  owner_staff_id uuid,
  owner_role text not null,
  taken_at timestamptz,
  taken_by uuid,
  state text not null default 'open' constraint item_state_check check (state in ('open', 'snoozed', 'suspended', 'done', 'cancelled')),
  snoozed_until timestamptz,
  -- minutes each level of the chain has to take the item; null: no chain
  ack_minutes integer constraint item_ack_minutes_check check (ack_minutes > 0),
  level text not null default 'owner' constraint item_level_check check (level in ('owner', 'nurses-on-duty', 'head-nurse', 'doctor-on-duty')),
  level_since timestamptz not null,
  -- since when it is late; taken back when a later time is agreed
  overdue_at timestamptz,
  -- when it first missed a time: stays, and is counted
  first_late_at timestamptz,
  reason_code text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  wake_at timestamptz,
  version integer not null default 1,
  constraint item_pkey primary key (hospital_id, id),
  constraint item_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint item_encounter_fkey foreign key (hospital_id, encounter_id) references encounters.encounter (hospital_id, id),
  constraint item_ward_fkey foreign key (hospital_id, ward_id) references identity.ward (hospital_id, id),
  constraint item_owner_fkey foreign key (hospital_id, owner_staff_id) references identity.staff (hospital_id, id)
);
-- The list of a ward is one range of this index, whatever the age of the hospital.
create index item_ward on worklist.item (hospital_id, ward_id, state, rank, due_at, id);
create index item_ward_kind on worklist.item (hospital_id, ward_id, kind, state, rank, due_at, id);
create index item_owner on worklist.item (hospital_id, owner_staff_id, state, rank, due_at, id) where owner_staff_id is not null;
-- Roles of the whole hospital, and patients without a ward.
create index item_hospital on worklist.item (hospital_id, state, rank, due_at, id) where state in ('open', 'snoozed');
create index item_patient on worklist.item (hospital_id, patient_id, state);
create index item_overdue on worklist.item (hospital_id, ward_id) where overdue_at is not null and state in ('open', 'snoozed');
create index item_late on worklist.item (hospital_id, first_late_at) where first_late_at is not null;
create index item_ref on worklist.item (hospital_id, ref_kind, ref_id);
create index item_wake on worklist.item (wake_at) where wake_at is not null;
create index item_wake_own on worklist.item (hospital_id, wake_at) where wake_at is not null;
select kernel.tenant_table('worklist.item', 'select, insert, update');
grant select (hospital_id, wake_at) on worklist.item to dayone_sweeper;

-- Whom the chain has asked for an item that nobody has taken yet; emptied when it is taken or closed.
-- kind: tenant
create table worklist.asked (
  hospital_id uuid not null,
  item_id uuid not null,
  staff_id uuid not null,
  level text not null,
  asked_at timestamptz not null,
  constraint asked_pkey primary key (hospital_id, item_id, staff_id),
  constraint asked_item_fkey foreign key (hospital_id, item_id) references worklist.item (hospital_id, id),
  constraint asked_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id)
);
create index asked_staff on worklist.asked (hospital_id, staff_id, item_id);
select kernel.tenant_table('worklist.asked', 'select, insert, delete');

-- Seconds a member of the staff spent with or for one person, idle time left out by the screen and bounded by the clock.
-- kind: tenant
create table worklist.staff_minutes (
  hospital_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  patient_id uuid not null,
  encounter_id uuid,
  ref_kind text not null,
  ref_id uuid not null,
  started_at timestamptz not null,
  seconds integer not null default 0 constraint staff_minutes_seconds_check check (seconds >= 0),
  stopped_at timestamptz,
  constraint staff_minutes_pkey primary key (hospital_id, id),
  constraint staff_minutes_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id),
  constraint staff_minutes_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id)
);
create index staff_minutes_ref on worklist.staff_minutes (hospital_id, ref_kind, ref_id);
create index staff_minutes_staff on worklist.staff_minutes (hospital_id, staff_id, started_at);
select kernel.tenant_table('worklist.staff_minutes', 'select, insert, update');
