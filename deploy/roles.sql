-- The four roles of Dayone. Run once as a superuser, in the database of Dayone itself (on Citus: on the coordinator, connected to
-- that database, so that the settings reach the workers). Passwords are given by the operator: psql -v owner_password=… and so on.
--   owner    makes and changes tables and partitions
--   app      does all work of a hospital, under row-level security
--   jobs     owns the queue's schema; sees no patient table
--   sweeper  finds hospitals with due work: reads ids and times across hospitals, by column grants only
create role dayone_owner login password :'owner_password' nosuperuser nobypassrls nocreaterole nocreatedb;
create role dayone_app login password :'app_password' nosuperuser nobypassrls nocreaterole nocreatedb;
create role dayone_jobs login password :'jobs_password' nosuperuser nobypassrls nocreaterole nocreatedb;
create role dayone_sweeper login password :'sweeper_password' nosuperuser bypassrls nocreaterole nocreatedb;

grant create, connect on database :"database" to dayone_owner;
grant connect on database :"database" to dayone_app, dayone_jobs, dayone_sweeper;
grant create on database :"database" to dayone_jobs;

-- Statements of a hospital's work are short; one that runs for a minute is a defect and must not hold locks.
alter role dayone_app set statement_timeout = '60s';
alter role dayone_app set idle_in_transaction_session_timeout = '60s';
alter role dayone_app set lock_timeout = '10s';
alter role dayone_sweeper set statement_timeout = '30s';
alter role dayone_sweeper set default_transaction_read_only = on;
