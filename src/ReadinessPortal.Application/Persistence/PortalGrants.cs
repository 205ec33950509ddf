using System.Text.RegularExpressions;

namespace ReadinessPortal.Application.Persistence;

/// <summary>What the role that the portal runs as may do in the database, as SQL for the owner.</summary>
internal static partial class PortalGrants
{
    /// <summary>
    /// On facts, the audit and everything else that belongs to launches. Nothing may be deleted but what can be
    /// rebuilt. Facts, which are archived, may be updated, and what is named here; to any other table, such as what was
    /// signed, hashed or audited, rows are added and stay.
    /// </summary>
    /// <exception cref="ArgumentException">The role has no plain name.</exception>
    public static string OfFacts(string portalRole) => Facts(Quoted(portalRole));

    /// <summary>On every table of a schema of its own, such as the one of its users: to read and to write.</summary>
    /// <exception cref="ArgumentException">Role or schema has no plain name.</exception>
    public static string OfSchema(string portalRole, string schema) => $"""
        grant usage on schema {Quoted(schema)} to {Quoted(portalRole)};
        grant select, insert, update, delete on all tables in schema {Quoted(schema)} to {Quoted(portalRole)};
        grant usage, select on all sequences in schema {Quoted(schema)} to {Quoted(portalRole)};
        """;

    private static string Quoted(string name) =>
        PlainName().IsMatch(name) ? $"\"{name}\""
            : throw new ArgumentException($"'{name}' is no name for a role or schema.");

    private static string Facts(string role) => $"""
        grant usage on schema public to {role};
        revoke all on all tables in schema public from {role};
        grant select on all tables in schema public to {role};
        do $$
        declare
            name text;
        begin
            for name in
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                    and table_name not in ('__EFMigrationsHistory', 'standing_sign_offs')
            loop
                execute format('grant insert on public.%I to {role}', name);
                if name in ('guarded_changes', 'launch_summaries', 'launch_work', 'launches', 'log_choices',
                        'mail_choices', 'mails', 'members', 'preferences', 'role_holdings', 'site_head', 'visits',
                        'waivers')
                    or exists (select from information_schema.columns c where c.table_schema = 'public'
                        and c.table_name = name and c.column_name = 'archived_at') then
                    execute format('grant update on public.%I to {role}', name);
                end if;
            end loop;
        end $$;
        grant update (met_at, met_by_id, met_by, met_note, met_evidence, dropped_at) on conditions to {role};
        grant update (revoked_at, revoked_by, last_used_at) on api_tokens to {role};
        grant update (times, last_at) on refused_attempts to {role};
        grant delete on launch_summaries, launch_work to {role};
        """;

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]{0,62}$")]
    private static partial Regex PlainName();
}
