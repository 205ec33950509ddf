using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>One role and what it has said of the newest revision.</summary>
/// <param name="Who">Who fills the role, or who signed.</param>
/// <param name="Said">In words: <c>approved</c>, <c>not signed</c>, <c>last</c>.</param>
public sealed record VoteLine(Role Role, string? Who, string Said, SignOffDecision? Decision)
{
    /// <summary>In the order of signing: technical, business, the accountable executive last.</summary>
    public static ImmutableArray<VoteLine> Of(LaunchBoard board)
    {
        var record = board.NewestRevision is { } newest ? board.RecordOf(newest.Number) : null;
        var roles = board.Facts.Roles.OrderBy(r => r.Accountable).ThenBy(r => r.Kind).ThenBy(r => r.Position);
        return [.. roles.Select(role => Line(role, board.Holdings.FirstOrDefault(h => h.Role == role.Key), record))];
    }

    private static VoteLine Line(Role role, RoleHolding? holding, DecisionRecord? record) =>
        record?.Standing(role.Key) is { } signed ? new(
            role, signed.PrintedName, Format.Word(signed.Decision), signed.Decision)
        : new(role, holding?.Holder, Waiting(role, holding, record), null);

    private static string Waiting(Role role, RoleHolding? holding, DecisionRecord? record) =>
        holding?.NotRequiredReason is { } reason ? $"not required: {reason}"
        : record is not null && record.SignOffs.Any(s => s.Role == role.Key && !s.Stands) ? "withdrawn"
        : role switch
        {
            { Accountable: true } => "decides last",
            { Kind: RoleKind.Business } => "after the leads",
            _ => "not signed",
        };
}
