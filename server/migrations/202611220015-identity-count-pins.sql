-- Wrong PINs are counted on the workstation too: five per person would still leave a stranger every person to try.
alter table identity.workstation add column failed_pins integer not null default 0;
