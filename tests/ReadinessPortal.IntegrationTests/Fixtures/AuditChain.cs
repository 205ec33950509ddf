namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What the database alone can say of the audit, without asking the portal.</summary>
internal static class AuditChain
{
    /// <summary>
    /// How many entries do not hash to what they say or do not follow the one before them, and how many launches have
    /// more or fewer changes than entries: 0 when the chain is unbroken.
    /// </summary>
    public const string Breaks = """
        with entries as (
            select launch_id::text as chain, seq, prev, entry, sha256 from audit_entries
            union all select 'site', seq, prev, entry, sha256 from site_audit_entries),
        links as (
            select sha256 = sha256(convert_to(E'readiness-audit/1\n', 'UTF8') || prev || convert_to(entry, 'UTF8'))
                and prev = coalesce(lag(sha256) over chain, '')
                and seq = row_number() over chain as holds
            from entries window chain as (partition by chain order by seq))
        select (select count(*) from links where not holds)
            + (select count(*) from launches l
                where l.change_number <> (select count(*) from audit_entries a where a.launch_id = l.id))
        """;
}
