-- The patient's one page: what happened, in order, as the events told it.
create schema timeline;
grant usage on schema timeline to dayone_app;

-- kind: tenant
create table timeline.entry (
  hospital_id uuid not null,
  patient_id uuid not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  -- the event's type
  kind text not null,
  -- the event's payload: ids, codes, numbers and times
  data jsonb not null,
  constraint entry_pkey primary key (hospital_id, patient_id, event_id)
);
create index entry_order on timeline.entry (hospital_id, patient_id, occurred_at desc, event_id desc);
select kernel.tenant_table('timeline.entry', 'select, insert, update, delete');
