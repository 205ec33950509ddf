-- The portal's database and its two roles; run as a superuser by psql, as often as you like.
-- The owner migrates; the portal can do only what PortalGrants.cs lets it, each time the database is migrated. Passwords come from the environment.
\getenv owner OWNER_PASSWORD
\getenv portal PORTAL_PASSWORD
select format('create role readiness_owner login password %L', :'owner')
  where to_regrole('readiness_owner') is null \gexec
select format('create role readiness_portal login password %L', :'portal')
  where to_regrole('readiness_portal') is null \gexec
select 'create database readiness owner readiness_owner'
  where not exists (select from pg_database where datname = 'readiness') \gexec
revoke all on database readiness from public;
grant connect on database readiness to readiness_portal;
