-- How often the last level of an item's chain has been asked: after twice it is asked at longer intervals (escalation.ts).
alter table worklist.item add column asked_rounds smallint not null default 0
  constraint item_asked_rounds_check check (asked_rounds >= 0);
