-- Clinical packs: one row per version, one per section, and what became of the last attempt to take a folder in.
create schema content;
grant usage on schema content to dayone_app, dayone_sweeper;

-- kind: tenant
create table content.pack_version (
  hospital_id uuid not null,
  id uuid not null,
  slug text not null,
  -- semantic version; a version never changes once it is here
  version text not null,
  state text not null constraint pack_version_state_check check (state in ('published', 'retired')),
  sha256 text not null,
  title jsonb not null,
  sign_off_status text not null constraint pack_version_sign_off_check check (sign_off_status in ('unsigned', 'signed')),
  signed_by text,
  signed_role text,
  signed_on date,
  review_due_on date not null,
  -- null: taken in by the program itself
  imported_by uuid,
  imported_at timestamptz not null,
  constraint pack_version_pkey primary key (hospital_id, id),
  constraint pack_version_key unique (hospital_id, slug, version)
);
create unique index pack_version_published on content.pack_version (hospital_id, slug) where state = 'published';
select kernel.tenant_table('content.pack_version', 'select, insert, update');

-- kind: tenant
create table content.pack_section (
  hospital_id uuid not null,
  pack_version_id uuid not null,
  name text not null,
  body jsonb not null,
  constraint pack_section_pkey primary key (hospital_id, pack_version_id, name),
  constraint pack_section_version_fkey foreign key (hospital_id, pack_version_id) references content.pack_version (hospital_id, id)
);
select kernel.tenant_table('content.pack_section', 'select, insert');

-- kind: tenant
create table content.pack_attempt (
  hospital_id uuid not null,
  -- name of the folder, also of one that could not be read
  folder text not null,
  version text,
  outcome text not null constraint pack_attempt_outcome_check check (outcome in ('imported', 'unchanged', 'refused')),
  problems jsonb not null,
  tried_by uuid,
  tried_at timestamptz not null,
  constraint pack_attempt_pkey primary key (hospital_id, folder)
);
select kernel.tenant_table('content.pack_attempt', 'select, insert, update');
