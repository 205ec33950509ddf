using System.Collections.Immutable;
using System.Globalization;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Frame;

/// <summary>One line of a launch's navigation.</summary>
/// <param name="Page">Last part of the address, empty for the brief.</param>
public sealed record NavEntry(string Page, string Title, string? Count = null)
{
    public static ImmutableArray<NavEntry> Of(LaunchBoard board, Readiness readiness)
    {
        var facts = board.Facts;
        var critical = readiness.CriticalGates.ToList();
        var open = readiness.Findings.Count(f => f.Status == FindingStatus.Open);
        var record = board.NewestRevision is { } newest ? board.RecordOf(newest.Number) : null;
        var required = SigningRules.Required(facts, board.Holdings);
        return
        [
            new("", "Brief"),
            new("criteria", "Criteria", readiness.Tally.ToString()),
            new("gates", "Gates", Share(critical.Count(g => g.Colour == GateColour.Green), critical.Count)),
            new("drills", "Drills", Number(facts.Drills.Length)),
            new("registers", "Registers", Number(facts.Registers.Length)),
            new("items", "Items", Number(facts.Items.Count(i => !i.Closed))),
            new("risks", "Risks", Number(facts.Risks.Length)),
            new("narrative", "Narrative"),
            new("evidence", "Evidence", Number(facts.Evidence.Length)),
            new("figures", "Figures"),
            new("findings", "Findings", Number(open)),
            .. board.GuardedChanges.IsEmpty ? Array.Empty<NavEntry>()
                : [new("changes", "Approvals", Number(board.GuardedChanges.Count(g => g.IsPending)))],
            new("sign-off", "Sign-off", Share(
                required.Count(r => record?.Standing(r.Key) is { IsSigned: true }),
                required.Length)),
            new("revisions", "Revisions", Number(board.Revisions.Length)),
            new("audit", "Audit"),
            new("settings", "Settings"),
        ];
    }

    private static string? Number(int count) => count == 0 ? null : count.ToString(CultureInfo.InvariantCulture);

    private static string Share(int done, int all) => string.Create(CultureInfo.InvariantCulture, $"{done} / {all}");
}
