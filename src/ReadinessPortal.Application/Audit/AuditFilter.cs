using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>Which entries of an audit somebody wants; all of them where nothing is said.</summary>
/// <param name="Person">Printed name of whoever acted.</param>
/// <param name="Act">Name of the act, such as <c>Signed</c> or <c>Refused</c>.</param>
/// <param name="Kind">Of the subject.</param>
/// <param name="From">First day, in the launch's time zone.</param>
/// <param name="Until">Last day.</param>
public sealed record AuditFilter(
    string? Person = null, string? Act = null, SubjectRef? Subject = null, DateOnly? From = null,
    DateOnly? Until = null, SubjectKind? Kind = null)
{
    public bool IsAll => this == new AuditFilter();

    /// <summary>As addresses and forms say it; an empty value asks for nothing.</summary>
    /// <param name="subject"><c>kind:key</c>, or a kind alone.</param>
    /// <param name="from">As <c>2026-12-31</c>; so is <paramref name="until"/>.</param>
    /// <returns>Null where one of them is nothing that there could be.</returns>
    public static AuditFilter? Read(string? person, string? act, string? subject, string? from, string? until)
    {
        if ($"{person}{act}".Any(char.IsControl))
        {
            return null; // nobody is called so, and the database takes no such text
        }

        SubjectRef? about = null;
        SubjectKind? kind = null;
        if (Given(subject) is { } named)
        {
            if (SubjectRef.TryParse(named, null, out var parsed))
            {
                about = parsed;
            }
            else if (Enum.GetValues<SubjectKind>().Where(k => Word(k) == named).ToList() is [var found])
            {
                kind = found;
            }
            else
            {
                return null;
            }
        }

        return IsDay(from, out var first) && IsDay(until, out var last)
            ? new(Given(person), Given(act), about, first, last, kind) : null;
    }

    /// <summary>A kind as subjects begin with it.</summary>
    public static string Word(SubjectKind kind) => new SubjectRef(kind, "").ToString().TrimEnd(':');

    /// <summary>The entries of the launch that it asks for.</summary>
    internal IQueryable<AuditRow> In(PortalDb db, Launch launch)
    {
        // Instants stand in entries as text of one width, in UTC, so that they compare as text.
        var (from, until) = (Begin(launch, From) ?? "", Begin(launch, Until?.AddDays(1)) ?? "~");
        var rows = from == "" && until == "~"
            ? db.Set<AuditRow>().Where(a => a.LaunchId == launch.Id)
            : db.Set<AuditRow>().FromSql($"""
                select * from audit_entries where launch_id = {launch.Id}
                    and (entry::jsonb ->> 'at') collate "C" >= {from} and (entry::jsonb ->> 'at') collate "C" < {until}
                """);
        var (subject, kind) = (Subject?.ToString(), Kind is { } of ? $"{Word(of)}:" : null);
        return rows.Where(a => (Person == null || a.Actor == Person) && (Act == null || a.Action == Act)
            && (subject == null || a.Subject == subject) && (kind == null || a.Subject!.StartsWith(kind)));
    }

    private static string? Begin(Launch launch, DateOnly? day) => day is { } of
        ? launch.Clock().At(of, TimeOnly.MinValue).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
        : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsDay(string? text, out DateOnly? day)
    {
        day = null;
        if (Given(text) is not { } given)
        {
            return true;
        }

        // A day before or after it has to be one too.
        var isOne = DateOnly.TryParseExact(
            given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is > 1 and < 9999;
        day = isOne ? read : null;
        return isOne;
    }
}
