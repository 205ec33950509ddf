using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain;

namespace ReadinessPortal.Application.Work;

/// <summary>Writes what lists read. Not facts: it can all be made again from a board.</summary>
internal static class SummaryWriting
{
    /// <returns>False when what stands is of a later change.</returns>
    public static async Task<bool> WriteAsync(this PortalDb db, LaunchSummary s)
    {
        var decision = s.Decision is { } taken ? JsonSerializer.Serialize(taken, FactsJson.Options) : null;
        return await db.Database.ExecuteSqlAsync($"""
            insert into launch_summaries (launch_id, change_number, rules_version, valid_until, readiness, verdict,
                verdict_summary, verdict_proven, decision, live, live_proven, live_summary, score, band,
                criteria_proven, criteria, gates_green, gates_critical, open_findings, days_to_target, revision)
            values ({s.LaunchId}, {s.ChangeNumber}, {s.RulesVersion}, {s.ValidUntil}, {s.Readiness.ToString()},
                {s.Verdict.ToString()}, {s.VerdictSummary}, {s.VerdictProven}, {decision}::jsonb, {s.Live.ToString()},
                {s.LiveProven}, {s.LiveSummary}, {s.Score}, {s.Band?.ToString()}, {s.CriteriaProven}, {s.Criteria},
                {s.GatesGreen}, {s.GatesCritical}, {s.OpenFindings}, {s.DaysToTarget}, {s.Revision})
            on conflict (launch_id) do update set
                change_number = excluded.change_number, rules_version = excluded.rules_version,
                valid_until = excluded.valid_until, readiness = excluded.readiness, verdict = excluded.verdict,
                verdict_summary = excluded.verdict_summary, verdict_proven = excluded.verdict_proven,
                decision = excluded.decision, live = excluded.live, live_proven = excluded.live_proven,
                live_summary = excluded.live_summary, score = excluded.score, band = excluded.band,
                criteria_proven = excluded.criteria_proven, criteria = excluded.criteria,
                gates_green = excluded.gates_green, gates_critical = excluded.gates_critical,
                open_findings = excluded.open_findings, days_to_target = excluded.days_to_target,
                revision = excluded.revision
            where launch_summaries.change_number <= excluded.change_number
            """) > 0;
    }

    /// <summary>Names everybody whose lines changed. Call it under the lock of the summary's row.</summary>
    public static Task WriteAsync(this PortalDb db, Guid launchId, IReadOnlyList<LaunchWork> work)
    {
        var people = work.Select(w => w.UserId).ToArray();
        var lines = work.Select(w => WorkMapping.Text(w.Lines)).ToArray();
        return db.Database.ExecuteSqlAsync($"""
            with gone as (
                delete from launch_work where launch_id = {launchId} and user_id <> all({people}) returning user_id),
            kept as (
                insert into launch_work (launch_id, user_id, lines)
                select {launchId}, w.user_id, w.lines::jsonb
                from unnest({people}::uuid[], {lines}::text[]) as w (user_id, lines)
                on conflict (launch_id, user_id) do update set lines = excluded.lines
                    where launch_work.lines <> excluded.lines
                returning user_id)
            select pg_notify({LaunchWork.Changed}, user_id::text)
            from (select user_id from gone union all select user_id from kept) as changed
            """);
    }
}
