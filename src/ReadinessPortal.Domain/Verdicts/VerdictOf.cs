using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Verdicts;

public sealed partial record Verdict
{
    /// <summary>Readiness with what was signed and decided; the worst reason gives the level.</summary>
    /// <param name="holdings">As they were when the revision was frozen, or now where nothing is frozen.</param>
    /// <param name="record">Of the revision that <paramref name="readiness"/> is of; number 0 while nothing is
    /// frozen.</param>
    /// <param name="day">The real day in the launch's time zone: due days of conditions are held against it.</param>
    public static Verdict Of(
        Readiness readiness, LaunchFacts facts, ImmutableArray<RoleHolding> holdings, DecisionRecord record,
        DateOnly day)
    {
        var required = SigningRules.Required(facts, holdings);
        ImmutableArray<Reason> reasons =
        [
            .. readiness.Reasons
                .Concat(FromDecision(facts, record))
                .Concat(FromSignOffs(required, holdings, record))
                .Concat(FromConditions(record, day))
                .OrderByDescending(r => r.Level), // stable: readiness first within a level
        ];
        return Of(readiness, reasons, [OfStanding(required, record)]);
    }

    /// <summary>
    /// What the facts say now, beside a decision that is taken: signatures and decision have had their say, and what
    /// was promised with them counts.
    /// </summary>
    /// <param name="record">Of the decision.</param>
    public static Verdict BesideDecision(Readiness readiness, DecisionRecord record, DateOnly day) => Of(
        readiness, [.. readiness.Reasons.Concat(FromConditions(record, day)).OrderByDescending(r => r.Level)], []);

    private static Verdict Of(Readiness readiness, ImmutableArray<Reason> reasons, IEnumerable<string> more) => new(
        reasons.IsEmpty ? ReadinessLevel.Go : reasons[0].Level,
        reasons,
        string.Join(' ', new[] { OfGates(readiness), OfCriteriaInNoGate(readiness) }.Concat(more)
            .Where(s => s.Length > 0)),
        readiness.Tally);

    private static IEnumerable<Reason> FromDecision(LaunchFacts facts, DecisionRecord record)
    {
        var revoked = record.Reviews.FirstOrDefault(r => !r.Proceed);
        if (record.Decision is { Proceed: false } || revoked is not null)
        {
            var role = facts.Roles.FirstOrDefault(r => r.Accountable);
            var comment = revoked?.OverrideReason ?? record.Decider?.Comment;
            var said = revoked is null ? "The final decision is NO" : "The YES was revoked";
            var subject = new SubjectRef(SubjectKind.Role, role?.Key ?? record.Decider?.Role ?? "decision");
            yield return new Reason(ReadinessLevel.NoGo, subject, comment is null ? said : $"{said}: {comment}",
                "Final decision", role?.Title, new NextAction("Answer it in a new revision", subject));
        }
    }

    private static IEnumerable<Reason> FromSignOffs(
        ImmutableArray<Role> required, ImmutableArray<RoleHolding> holdings, DecisionRecord record)
    {
        var missing = new List<Role>();
        foreach (var role in required)
        {
            var subject = new SubjectRef(SubjectKind.Role, role.Key);
            var last = record.SignOffs.LastOrDefault(s => s.Role == role.Key);
            if (record.Standing(role.Key) is { } standing)
            {
                if (standing.Decision is SignOffDecision.Reject or SignOffDecision.Abstain)
                {
                    var rejects = standing.Decision == SignOffDecision.Reject;
                    yield return new Reason(rejects ? ReadinessLevel.NoGo : ReadinessLevel.NotYet, subject,
                        $"{role.Title} {(rejects ? "rejects" : "abstains")}: {standing.Comment}", "Sign-off",
                        role.Title, new NextAction(rejects ? "Answer the rejection" : "Ask for a decision", subject));
                }
            }
            else if (last is not null)
            {
                yield return new Reason(ReadinessLevel.NotYet, subject,
                    $"{role.Title} has withdrawn the sign-off{(last.WithdrawnReason is { } why ? $": {why}" : "")}",
                    "Sign-off", role.Title, new NextAction("Sign again", subject));
            }
            else
            {
                missing.Add(role);
            }
        }

        if (missing.Count > 0)
        {
            var subject = new SubjectRef(SubjectKind.Role, missing[0].Key);
            var single = missing.Count == 1;
            var are = single
                ? "A required sign-off is"
                : $"{Counted.Capital(Counted.Word(missing.Count))} required sign-offs are";
            var action = record.Revision == 0 ? "Freeze a revision to be signed" : "Collect the signatures";
            yield return new Reason(ReadinessLevel.NotYet, subject,
                $"{are} missing: {Counted.List([.. missing.Select(r => r.Title)], most: 6)}",
                "Sign-off", single ? Holder(missing[0], holdings) : Reason.Manager, new NextAction(action, subject));
        }
    }

    private static string Holder(Role role, ImmutableArray<RoleHolding> holdings) =>
        holdings.FirstOrDefault(h => h.Role == role.Key)?.Holder is { } name ? $"{name}, {role.Title}" : role.Title;

    internal static IEnumerable<Reason> FromConditions(DecisionRecord record, DateOnly day)
    {
        foreach (var condition in record.Promised)
        {
            var subject = new SubjectRef(SubjectKind.Condition, condition.Id.ToString());
            if (condition.StateOn(day) is var state && state != ConditionState.Met)
            {
                var lapsed = state == ConditionState.Lapsed;
                yield return new Reason(lapsed ? ReadinessLevel.NotYet : ReadinessLevel.Conditional, subject,
                    $"{(lapsed ? "A condition has lapsed" : "A condition is open")}: {condition.Text}, "
                    + $"{(lapsed ? "was due" : "due")} {Format.Day(condition.Due)}",
                    "Condition", condition.Owner, new NextAction("Meet the condition", subject));
            }
        }
    }

    private static string OfStanding(ImmutableArray<Role> required, DecisionRecord record) =>
        record.IsRevoked ? "The final decision was YES, and is revoked."
        : record.Decision is not { } decision ? OfSignatures(required, record)
        : decision.Overridden.IsEmpty ? $"The final decision is {(decision.Proceed ? "YES" : "NO")}."
        : $"The final decision is YES, overriding {Counted.Of(decision.Overridden.Length, "point")}.";

    private static string OfGates(Readiness readiness)
    {
        var critical = readiness.CriticalGates.ToList();
        var red = critical.Count(g => g.Colour == GateColour.Red);
        var yellow = critical.Count(g => g.Colour == GateColour.Yellow);
        return critical.Count == 0 ? "There is no critical gate yet."
            : red + yellow == 0 && critical.Count == 1 ? "The one critical gate is green."
            : red + yellow == 0 ? $"{Counted.All(critical.Count)} critical gates are green."
            : red == 0 ? $"{Counted.Capital(Counted.Of(yellow, "critical gate"))} {Are(yellow)} yellow."
            : yellow == 0 ? $"{Counted.Capital(Counted.Of(red, "critical gate"))} {Are(red)} red."
            : $"{Counted.Capital(Counted.Of(red, "critical gate"))} {Are(red)} red and "
                + $"{Counted.Word(yellow)} {Are(yellow)} yellow.";
    }

    private static string OfCriteriaInNoGate(Readiness readiness)
    {
        var gated = readiness.Gates.SelectMany(g => g.Criteria).ToHashSet(StringComparer.Ordinal);
        var open = readiness.Criteria.Count(c => !gated.Contains(c.Key) && !c.CountsAsGreen);
        return open == 0 ? "" : $"{Counted.Capital(Counted.Of(open, "criterion", "criteria"))} in no gate "
            + $"{(open == 1 ? "stands" : "stand")} against it.";
    }

    private static string OfSignatures(ImmutableArray<Role> required, DecisionRecord record)
    {
        var standing = required.Select(r => record.Standing(r.Key)).OfType<SignOff>().ToList();
        var signed = standing.Where(s => s.IsSigned).ToList();
        var abstained = standing.Count - signed.Count;
        var rejects = signed.Count(s => s.Decision == SignOffDecision.Reject);
        var count = required.Length == 0 ? ""
            : signed.Count == 0 ? "Nobody has signed"
            : signed.Count < required.Length ? $"{Counted.Capital(Counted.Word(signed.Count))} of "
                + $"{Counted.Word(required.Length)} {(signed.Count == 1 ? "has" : "have")} signed"
            : required.Length == 1 ? "The one required role has signed"
            : $"{Counted.All(required.Length)} required roles have signed";
        if (count.Length == 0)
        {
            return "";
        }

        var reject = rejects > 0 ? $"; {Counted.Word(rejects)} {(rejects == 1 ? "rejects" : "reject")}" : "";
        var abstain = abstained > 0 ? $"; {Counted.Word(abstained)} {(abstained == 1 ? "abstains" : "abstain")}" : "";
        return $"{count}{reject}{abstain}.";
    }

    private static string Are(int number) => number == 1 ? "is" : "are";
}
