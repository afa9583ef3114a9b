-- Hospitals, wards, staff, sessions, rosters.
create schema identity;
grant usage on schema identity to dayone_app, dayone_sweeper;

-- kind: reference
create table identity.hospital (
  id uuid not null,
  code text not null constraint hospital_code_check check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  name_en text not null,
  time_zone text not null,
  ownership text not null constraint hospital_ownership_check check (ownership in ('public', 'private')),
  region text not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  constraint hospital_pkey primary key (id),
  constraint hospital_code_key unique (code)
);
grant select, insert, update on identity.hospital to dayone_app;
grant select (id, code) on identity.hospital to dayone_sweeper;

-- kind: tenant
create table identity.ward (
  hospital_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  specialty text not null,
  phone text,
  constraint ward_pkey primary key (hospital_id, id),
  constraint ward_code_key unique (hospital_id, code)
);
select kernel.tenant_table('identity.ward', 'select, insert, update');

-- kind: tenant
create table identity.staff (
  hospital_id uuid not null,
  id uuid not null,
  staff_no text not null,
  name text not null,
  title text,
  phone text,
  active boolean not null default true,
  left_at timestamptz,
  created_at timestamptz not null,
  constraint staff_pkey primary key (hospital_id, id),
  constraint staff_no_key unique (hospital_id, staff_no)
);
select kernel.tenant_table('identity.staff', 'select, insert, update');

-- kind: tenant
create table identity.staff_role (
  hospital_id uuid not null,
  staff_id uuid not null,
  role text not null,
  -- null: the whole hospital
  ward_id uuid,
  id uuid not null,
  constraint staff_role_pkey primary key (hospital_id, id),
  constraint staff_role_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id),
  constraint staff_role_ward_fkey foreign key (hospital_id, ward_id) references identity.ward (hospital_id, id)
);
create unique index staff_role_once on identity.staff_role (hospital_id, staff_id, role, ward_id) nulls not distinct;
select kernel.tenant_table('identity.staff_role', 'select, insert, delete');

-- kind: tenant
create table identity.credential (
  hospital_id uuid not null,
  staff_id uuid not null,
  kind text not null constraint credential_kind_check check (kind in ('password', 'pin')),
  hash text not null,
  failed integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null,
  constraint credential_pkey primary key (hospital_id, staff_id, kind),
  constraint credential_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id)
);
select kernel.tenant_table('identity.credential', 'select, insert, update');

-- kind: tenant
create table identity.workstation (
  hospital_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  trusted_until timestamptz not null,
  created_at timestamptz not null,
  constraint workstation_pkey primary key (hospital_id, id)
);
create unique index workstation_secret on identity.workstation (hospital_id, secret_hash);
select kernel.tenant_table('identity.workstation', 'select, insert, update');

-- kind: tenant
create table identity.session (
  hospital_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  staff_id uuid not null,
  workstation_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  constraint session_pkey primary key (hospital_id, id),
  constraint session_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id)
);
create unique index session_secret on identity.session (hospital_id, secret_hash);
create index session_staff on identity.session (hospital_id, staff_id) where ended_at is null;
select kernel.tenant_table('identity.session', 'select, insert, update');

-- kind: tenant
create table identity.shift (
  hospital_id uuid not null,
  id uuid not null,
  ward_id uuid not null,
  staff_id uuid not null,
  duty text not null constraint shift_duty_check check (duty in ('nurse', 'head-nurse', 'doctor')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint shift_pkey primary key (hospital_id, id),
  constraint shift_span check (ends_at > starts_at),
  constraint shift_ward_fkey foreign key (hospital_id, ward_id) references identity.ward (hospital_id, id),
  constraint shift_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id)
);
create index shift_ward_time on identity.shift (hospital_id, ward_id, ends_at, starts_at);
create index shift_staff_time on identity.shift (hospital_id, staff_id, ends_at);
select kernel.tenant_table('identity.shift', 'select, insert, update, delete');

-- kind: tenant
create table identity.absence (
  hospital_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  to_on date not null,
  cover_staff_id uuid,
  constraint absence_pkey primary key (hospital_id, id),
  constraint absence_span check (to_on >= from_on),
  constraint absence_staff_fkey foreign key (hospital_id, staff_id) references identity.staff (hospital_id, id),
  constraint absence_cover_fkey foreign key (hospital_id, cover_staff_id) references identity.staff (hospital_id, id)
);
create index absence_staff on identity.absence (hospital_id, staff_id, to_on);
select kernel.tenant_table('identity.absence', 'select, insert, update, delete');
