-- The mouths: feeds and the messages they brought, kept as they came.
create schema intake;
grant usage on schema intake to dayone_app, dayone_sweeper;

-- Read before a tenant is known: it tells which hospital a listener's message or a key belongs to.
-- kind: reference
create table intake.feed (
  id uuid not null,
  hospital_id uuid not null,
  kind text not null constraint feed_kind_check check (kind in ('mllp', 'fhir')),
  -- MSH-4 and MSH-6 of its messages; null: any
  sending_facility text,
  receiving_facility text,
  name text not null,
  -- of times that come without an offset
  time_zone text not null,
  -- PV1-36 code → disposition, beside the built-in list
  disposition_codes jsonb not null default '{}',
  -- assigning authority or identifier system as sent → system as we keep it, where two mouths name one register differently
  identifier_systems jsonb not null default '{}',
  -- of a FHIR key
  secret_hash bytea,
  created_at timestamptz not null,
  constraint feed_pkey primary key (id),
  constraint feed_hospital_fkey foreign key (hospital_id) references identity.hospital (id)
);
create unique index feed_facility on intake.feed (kind, sending_facility, receiving_facility) nulls not distinct where kind = 'mllp';
create unique index feed_secret on intake.feed (secret_hash) where secret_hash is not null;
grant select, insert, update on intake.feed to dayone_app;

-- kind: tenant
create table intake.raw_message (
  hospital_id uuid not null,
  id uuid not null,
  feed_id uuid not null,
  format text not null constraint raw_message_format_check check (format in ('hl7v2', 'fhir')),
  bytes bytea not null,
  sha256 bytea not null,
  control_id text,
  -- MSH-9 as TYPE^TRIGGER, or the FHIR bundle's type
  type text,
  -- keyed hash of the visit number: messages of one stay are found without it lying about in an index
  visit_hash bytea,
  -- messages of one patient are handled one after the other
  lane uuid not null,
  -- on the wall clock
  received_at timestamptz not null,
  -- what the message says of its own time, at the latest the hospital's time of its arrival
  source_at timestamptz not null,
  state text not null constraint raw_message_state_check check (state in ('received', 'processed', 'ignored', 'quarantined', 'discarded')),
  -- codes and places only, never what stood there
  problem_code text,
  problem_path text,
  problem_detail text,
  -- UTF-8, whatever the original's charset was; the original stays
  corrected_bytes bytea,
  corrected_by uuid,
  corrected_at timestamptz,
  discard_reason text,
  attempts integer not null default 0,
  patient_id uuid,
  encounter_id uuid,
  version integer not null default 1,
  constraint raw_message_pkey primary key (hospital_id, id),
  constraint raw_message_once unique (hospital_id, feed_id, sha256),
  constraint raw_message_feed_fkey foreign key (feed_id) references intake.feed (id)
);
create index raw_message_time on intake.raw_message (hospital_id, received_at desc, id desc);
create index raw_message_state on intake.raw_message (hospital_id, state, received_at desc, id desc);
create index raw_message_problem on intake.raw_message (hospital_id, problem_code, received_at, id) where state = 'quarantined';
create index raw_message_type on intake.raw_message (hospital_id, type, received_at desc, id desc);
create index raw_message_control on intake.raw_message (hospital_id, control_id, received_at desc, id desc);
create index raw_message_visit on intake.raw_message (hospital_id, visit_hash, received_at desc, id desc);
select kernel.tenant_table('intake.raw_message', 'select, insert, update');

-- Discharges that arrived, by ten minutes of hospital time; several rows of one span so that lines do not wait for each other.
-- kind: tenant
create table intake.arrival (
  hospital_id uuid not null,
  span_at timestamptz not null,
  slot integer not null,
  discharges integer not null,
  constraint arrival_pkey primary key (hospital_id, span_at, slot)
);
select kernel.tenant_table('intake.arrival', 'select, insert, update');
