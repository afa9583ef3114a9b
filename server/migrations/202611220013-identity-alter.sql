-- How long after a discharge a plan may still begin, for each hospital.
alter table identity.hospital add column old_discharge_days integer not null default 7;
alter table identity.hospital
  add constraint hospital_old_discharge_days_check check (old_discharge_days between 1 and 60);
