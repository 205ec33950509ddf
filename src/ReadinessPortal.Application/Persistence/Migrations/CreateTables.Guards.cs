using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations;

/// <content>What the database itself refuses, whoever asks: unaudited changes, broken chains, rewritten records.
/// </content>
public partial class CreateTables
{
    private static void GuardTheRecord(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            -- A change of facts commits only together with the audit entry that ends the launch's chain.
            create function require_audit_entry() returns trigger language plpgsql as $$
            declare
                launch uuid;
            begin
                if tg_table_name = 'launches' then
                    launch := coalesce(new.id, old.id);
                else
                    launch := coalesce(new.launch_id, old.launch_id);
                end if;
                if not exists (
                    select from audit_entries a join launches l on l.id = a.launch_id and l.change_number = a.seq
                    where l.id = launch and a.written_in = pg_current_xact_id()) then
                    raise exception 'a change of % in launch % has no audit entry', tg_table_name, launch
                        using errcode = 'RP001';
                end if;
                return null;
            end $$;

            create function refuse_rewriting() returns trigger language plpgsql as $$
            begin
                raise exception '% keeps what it was given', tg_table_name using errcode = 'RP002';
            end $$;

            create function require_chain() returns trigger language plpgsql as $$
            declare
                before bytea;
            begin
                if tg_table_name = 'audit_entries' then
                    select sha256 into before from audit_entries where launch_id = new.launch_id and seq = new.seq - 1;
                else
                    select sha256 into before from site_audit_entries where seq = new.seq - 1;
                end if;
                if new.prev is distinct from coalesce(before, case when new.seq = 1 then ''::bytea end) then
                    raise exception 'entry % of % does not follow the one before it', new.seq, tg_table_name
                        using errcode = 'RP003';
                end if;
                return new;
            end $$;

            create trigger chain before insert on audit_entries for each row execute function require_chain();
            create trigger chain before insert on site_audit_entries for each row execute function require_chain();
            """);

        migrationBuilder.Sql("""
            do $$
            declare
                name text;
            begin
                for name in
                    select c.table_name from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = current_schema() and c.column_name = 'launch_id' and t.table_type = 'BASE TABLE'
                        and c.table_name not in
                            ('audit_entries', 'launch_summaries', 'launch_work', 'refused_attempts', 'visits')
                    union select 'launches'
                loop
                    execute format('create constraint trigger audited after insert or update or delete on %I
                        deferrable initially deferred for each row execute function require_audit_entry()', name);
                end loop;

                foreach name in array array['audit_entries', 'site_audit_entries', 'revisions', 'revision_contents',
                    'sign_offs', 'sign_off_withdrawals', 'final_decisions', 'reports', 'content_chunks',
                    'finding_acceptances', 'finding_reopenings', 'stage_changes', 'target_moves']
                loop
                    execute format('create trigger kept before update or delete on %I
                        for each row execute function refuse_rewriting()', name);
                    execute format('create trigger kept_whole before truncate on %I
                        for each statement execute function refuse_rewriting()', name);
                end loop;
            end $$;
            """);

        migrationBuilder.Sql("""
            -- Only a hint: the number is the truth.
            create function notify_launch_changed() returns trigger language plpgsql as $$
            begin
                perform pg_notify('launch_changed', new.id || ':' || new.change_number);
                return null;
            end $$;
            create trigger changed after insert or update of change_number on launches
                for each row execute function notify_launch_changed();

            create function notify_access_changed() returns trigger language plpgsql as $$
            begin
                perform pg_notify('access_changed', coalesce(new.user_id, old.user_id)::text);
                return null;
            end $$;
            create trigger changed after insert or update or delete on members
                for each row execute function notify_access_changed();

            -- With the owner's rights: the portal can insert sign-offs and withdrawals, and cannot touch what stands.
            create function sign_off_stands() returns trigger language plpgsql
                security definer set search_path from current as $$
            begin
                insert into standing_sign_offs (launch_id, revision, role, user_id, sign_off_id)
                values (new.launch_id, new.revision, new.role, new.user_id, new.id);
                return null;
            end $$;
            create trigger stands after insert on sign_offs for each row execute function sign_off_stands();

            create function sign_off_falls() returns trigger language plpgsql
                security definer set search_path from current as $$
            begin
                delete from standing_sign_offs where sign_off_id = new.sign_off_id;
                return null;
            end $$;
            create trigger falls after insert on sign_off_withdrawals for each row execute function sign_off_falls();

            -- Evidence says 'in hand' only of bytes that are stored.
            alter table evidence add constraint fk_evidence_contents_sha256
                foreign key (sha256) references contents (sha256);

            -- Chunks arrive compressed or not worth it; and they are only ever inserted.
            alter table content_chunks alter bytes set storage external;
            alter table content_chunks set (autovacuum_vacuum_insert_scale_factor = 0.02,
                toast.autovacuum_vacuum_insert_scale_factor = 0.02);
            """);
    }

    private static void LeaveTheRecordUnguarded(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            alter table evidence drop constraint fk_evidence_contents_sha256;
            drop function require_audit_entry, refuse_rewriting, require_chain, notify_launch_changed,
                notify_access_changed, sign_off_stands, sign_off_falls cascade;
            """);
}
