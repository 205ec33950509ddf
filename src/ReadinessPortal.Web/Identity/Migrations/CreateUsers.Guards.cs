using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Web.Identity.Migrations;

/// <content>Wrong passwords are counted one by one, and what a person is reaches their open pages at once.</content>
public partial class CreateUsers
{
    private static void CountAttempts(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            -- Names and addresses are counted in places; nobody can work out which of them share one.
            create table identity.attempt_salt (salt bytea not null);
            create unique index one_salt on identity.attempt_salt ((true));
            insert into identity.attempt_salt values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

            -- As for parts in launches: only a hint, and the row is the truth.
            create function identity.notify_access_changed() returns trigger language plpgsql as $$
            begin
                perform pg_notify('access_changed', old.id::text);
                return null;
            end $$;
            create trigger changed after update on identity.users for each row
                when ((old.is_administrator, old.security_stamp, old.name)
                    is distinct from (new.is_administrator, new.security_stamp, new.name))
                execute function identity.notify_access_changed();
            create trigger removed after delete on identity.users for each row
                execute function identity.notify_access_changed();
            """);

    private static void DropWhatCounts(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            drop function identity.notify_access_changed cascade;
            drop table identity.attempt_salt;
            """);
}
