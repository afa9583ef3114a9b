-- People, their identifiers, families, contact points, consents and holds.
create schema patients;
grant usage on schema patients to dayone_app, dayone_sweeper;

-- kind: tenant
create table patients.patient (
  hospital_id uuid not null,
  id uuid not null,
  name text not null,
  sex text not null constraint patient_sex_check check (sex in ('male', 'female', 'other', 'unknown')),
  born_on date,
  form_of_address text,
  -- reach profile, prepared at the bedside
  preferred_from time,
  preferred_to time,
  reach_channel text not null default 'phone' constraint patient_reach_channel_check check (reach_channel in ('phone', 'app', 'paper')),
  reach_notes text,
  language text not null default 'zh-CN',
  elder_mode boolean not null default false,
  reach_prepared_at timestamptz,
  deceased_at timestamptz,
  deceased_source text constraint patient_deceased_source_check check (deceased_source in ('feed', 'staff')),
  merged_into uuid,
  -- made by a staff member by hand and not yet confirmed by a feed
  provisional boolean not null default false,
  created_at timestamptz not null,
  -- counts what staff change: it guards their forms against each other, a feed does not touch it
  version integer not null default 1,
  constraint patient_pkey primary key (hospital_id, id),
  constraint patient_merged_fkey foreign key (hospital_id, merged_into) references patients.patient (hospital_id, id)
);
create index patient_name on patients.patient (hospital_id, name, born_on);
create index patient_alias on patients.patient (hospital_id, merged_into) where merged_into is not null;
select kernel.tenant_table('patients.patient', 'select, insert, update');

-- kind: tenant
create table patients.identifier (
  hospital_id uuid not null,
  system text not null,
  value text not null,
  patient_id uuid not null,
  type text not null constraint identifier_type_check check (type in ('medical-record', 'national-id', 'insurance', 'other')),
  retired_at timestamptz,
  constraint identifier_pkey primary key (hospital_id, system, value),
  constraint identifier_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id)
);
create index identifier_patient on patients.identifier (hospital_id, patient_id);
select kernel.tenant_table('patients.identifier', 'select, insert, update');

-- kind: tenant
create table patients.related_person (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  relationship text not null,
  source text not null constraint related_person_source_check check (source in ('feed', 'staff')),
  constraint related_person_pkey primary key (hospital_id, id),
  constraint related_person_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id)
);
create index related_person_patient on patients.related_person (hospital_id, patient_id);
select kernel.tenant_table('patients.related_person', 'select, insert, update, delete');

-- kind: tenant
create table patients.contact_point (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  -- null: the patient's own
  related_person_id uuid,
  system text not null constraint contact_point_system_check check (system in ('phone')),
  value text not null,
  -- keyed hash of the normalised number: look-ups never compare clear text
  value_hmac bytea not null,
  rank integer not null default 1,
  constraint contact_point_pkey primary key (hospital_id, id),
  constraint contact_point_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id),
  constraint contact_point_related_fkey foreign key (hospital_id, related_person_id) references patients.related_person (hospital_id, id)
);
create index contact_point_hmac on patients.contact_point (hospital_id, value_hmac);
create unique index contact_point_once on patients.contact_point (hospital_id, patient_id, related_person_id, value_hmac) nulls not distinct;
select kernel.tenant_table('patients.contact_point', 'select, insert, update, delete');

-- kind: tenant
create table patients.consent (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  purpose text not null constraint consent_purpose_check check (purpose in ('care-follow-up', 'device-data', 'community', 'research', 'marketing')),
  state text not null constraint consent_state_check check (state in ('granted', 'refused', 'withdrawn')),
  text_version text not null,
  method text not null constraint consent_method_check check (method in ('paper', 'verbal', 'bedside', 'app')),
  given_by text not null constraint consent_given_by_check check (given_by in ('patient', 'guardian', 'relative')),
  given_by_name text,
  witness_staff_id uuid,
  encounter_id uuid,
  decided_at timestamptz not null,
  constraint consent_pkey primary key (hospital_id, id),
  constraint consent_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id)
);
create index consent_latest on patients.consent (hospital_id, patient_id, purpose, decided_at desc, id desc);
select kernel.tenant_table('patients.consent', 'select, insert');

-- kind: tenant
create table patients.hold (
  hospital_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  encounter_id uuid,
  reason text not null constraint hold_reason_check check (reason in ('died', 'dying-at-home', 'stillborn-or-nicu', 'dispute', 'do-not-contact', 'readmitted-elsewhere')),
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  constraint hold_pkey primary key (hospital_id, id),
  constraint hold_patient_fkey foreign key (hospital_id, patient_id) references patients.patient (hospital_id, id)
);
create index hold_active on patients.hold (hospital_id, patient_id) where lifted_at is null;
select kernel.tenant_table('patients.hold', 'select, insert, update');
