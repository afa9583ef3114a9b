-- The kernel: the hospitals' clocks, the outbox, the audit, files and heartbeats.
create schema kernel;
grant usage on schema kernel to dayone_app, dayone_sweeper, dayone_jobs;

-- Turns a new table into a table of the tenants: row-level security forced, the one policy in the text that also plans well on
-- Citus (IS NOT DISTINCT FROM, see docs/decisions/0002), and the app role's grants. `privileges` is written by the migration.
create function kernel.tenant_table(target regclass, privileges text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (hospital_id is not distinct from nullif(current_setting(''app.hospital_id'', true), '''')::uuid)'
    ' with check (hospital_id is not distinct from nullif(current_setting(''app.hospital_id'', true), '''')::uuid)', target);
  execute format('grant %s on %s to dayone_app', privileges, target);
end $$;

-- kind: reference
create table kernel.hospital_clock (
  hospital_id uuid not null,
  offset_ms bigint not null constraint hospital_clock_offset_ms_check check (offset_ms >= 0),
  constraint hospital_clock_pkey primary key (hospital_id)
);
grant select, insert, update on kernel.hospital_clock to dayone_app;
grant select (hospital_id, offset_ms) on kernel.hospital_clock to dayone_sweeper;

-- kind: tenant
create table kernel.outbox (
  hospital_id uuid not null,
  id uuid not null,
  lane uuid not null,
  type text not null,
  version integer not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint outbox_pkey primary key (hospital_id, id)
) partition by range (id);
create table kernel.outbox_default partition of kernel.outbox default;
select kernel.tenant_table('kernel.outbox', 'select, insert');

-- kind: tenant
create table kernel.delivery (
  hospital_id uuid not null,
  event_id uuid not null,
  handler text not null,
  lane uuid not null,
  state text not null default 'waiting' constraint delivery_state_check check (state in ('waiting', 'done', 'parked')),
  attempts integer not null default 0,
  not_before timestamptz not null,
  leased_until timestamptz,
  error_code text,
  constraint delivery_pkey primary key (hospital_id, event_id, handler)
) partition by range (event_id);
create table kernel.delivery_default partition of kernel.delivery default;
create index delivery_waiting on kernel.delivery (hospital_id, handler, lane, event_id) where state = 'waiting';
create index delivery_due on kernel.delivery (hospital_id, event_id, handler) include (not_before, leased_until) where state = 'waiting';
create index delivery_parked on kernel.delivery (hospital_id, event_id) where state = 'parked';
select kernel.tenant_table('kernel.delivery', 'select, insert, update');
grant select (hospital_id, state, not_before, leased_until) on kernel.delivery to dayone_sweeper;

-- kind: tenant
create table kernel.audit (
  hospital_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  actor_kind text not null constraint audit_actor_kind_check check (actor_kind in ('staff', 'patient', 'carer', 'device', 'system')),
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  patient_id uuid,
  detail jsonb not null default '{}',
  constraint audit_pkey primary key (hospital_id, id)
) partition by range (id);
create table kernel.audit_default partition of kernel.audit default;
create index audit_patient on kernel.audit (hospital_id, patient_id, id) where patient_id is not null;
create index audit_actor on kernel.audit (hospital_id, actor_id, id) where actor_id is not null;
select kernel.tenant_table('kernel.audit', 'select, insert');

-- kind: tenant
create table kernel.audit_seal (
  hospital_id uuid not null,
  minute timestamptz not null,
  first_id uuid not null,
  last_id uuid not null,
  rows integer not null,
  hash bytea not null,
  previous_hash bytea,
  sealed_at timestamptz not null,
  constraint audit_seal_pkey primary key (hospital_id, minute)
);
select kernel.tenant_table('kernel.audit_seal', 'select, insert');

-- kind: tenant
create table kernel.file (
  hospital_id uuid not null,
  id uuid not null,
  class text not null constraint file_class_check check (class ~ '^[a-z][a-z-]*$'),
  sha256 bytea not null,
  mime text not null,
  bytes integer not null constraint file_bytes_check check (bytes >= 0),
  owner_domain text not null,
  owner_id uuid not null,
  stored_path text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  constraint file_pkey primary key (hospital_id, id)
);
create index file_owner on kernel.file (hospital_id, owner_domain, owner_id);
select kernel.tenant_table('kernel.file', 'select, insert, update');

-- kind: local
create table kernel.worker_heartbeat (
  worker text not null,
  beat_at timestamptz not null,
  constraint worker_heartbeat_pkey primary key (worker)
);
grant select, insert, update, delete on kernel.worker_heartbeat to dayone_jobs;
