using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Mails.Words;

/// <summary>Mails in English, in the words of the portal's pages.</summary>
internal sealed class EnglishWords : ILetterWords
{
    public string Name => "English";

    public string Tag => "en";

    public string Because => "You get this because you have a part in this portal";

    public string Choose => "Choose what you get";

    public string BecauseOfAccount => "You get this because you have an account at this portal";

    public string Digest(int letters) =>
        $"{Counted.Capital(Counted.Of(letters, "message"))} from ReadinessPortal";

    public string More(int lines) => $"and {lines} more, which the portal lists";

    public Said Turn(TurnFacts facts)
    {
        var (number, decides) = (facts.Revision, facts.Decides);
        var role = facts.DeputyOf is { } holder ? $"deputy of {holder}, {facts.Role}," : facts.Role;
        var says = facts is { Proven: { } proven, Criteria: { } all }
            ? $"{Format.Word(facts.Readiness)}, {CriteriaTally.InWords(proven, all)}" : Format.Word(facts.Readiness);
        return new(
            $"{facts.Launch}: revision {number} waits for your {(decides ? "final decision" : "sign-off")}"
                + (facts.Before is null ? "" : ", again"),
            facts.Before is not null ? $"Your turn again: revision {number} is newer than the one you signed"
                : decides ? "Your final decision is asked for" : "It is your turn to sign",
            [
                decides ? $"Your final decision as {facts.Role} on revision {number}."
                    : $"Your sign-off as {role} on revision {number}.",
                $"Revision {number} was frozen by {facts.FrozenBy} on {Format.Day(facts.FrozenOn)}. It says {says}.",
                .. facts.Before is { } before
                    ? [$"You signed revision {before}. A signature holds for its own revision only."]
                    : Array.Empty<string>(),
                "You sign in the portal, where you read what you sign. This mail cannot do it for you.",
            ],
            [
                decides ? $"Decide on revision {number}" : $"Read and sign revision {number}",
                $"Report of revision {number}",
            ],
            facts.Before is { } earlier ? $"What changed since revision {earlier}" : null,
            facts.Changes is { Count: > 0 } changes ? changes : ["Nothing: both say the same."]);
    }

    public Said Waiver(WaiverFacts facts) => new(
        $"{facts.Launch}: {facts.RequestedBy} asks for a waiver of {facts.Criterion}",
        $"A waiver of {facts.Criterion} waits for a second person",
        [
            $"{facts.RequestedBy} asks that it be waived until {Format.Day(facts.ExpiresOn)}.",
            $"Reason: {facts.Reason}",
            $"Compensating control: {facts.Control}",
            "You may approve or decline it, and so may others who do not answer for the criterion.",
        ],
        ["Answer the waiver"],
        facts.Accepts.Count == 0 ? null : "What it would accept", facts.Accepts);

    public Said Change(ChangeFacts facts) => new(
        $"{facts.Launch}: {facts.RequestedBy} requests approval of a change",
        "A change of a frozen launch waits for a second person",
        [
            $"{facts.RequestedBy} asks: {facts.Summary}.",
            $"Reason: {facts.Reason}",
            "Nothing is changed before somebody who does not answer for it approves.",
        ],
        ["Look at the change"],
        "What it would improve", facts.Improves);

    public Said Setback(SetbackFacts facts)
    {
        var (key, number, role) = (facts.Launch, facts.Revision, facts.Role);
        return new(
            facts.IsWithdrawn ? $"{key}: the sign-off of {role} on revision {number} is withdrawn"
                : $"{key}: {role} rejected revision {number}",
            facts.IsWithdrawn ? $"{role} withdrew the sign-off on revision {number}"
                : $"{role} rejected revision {number}",
            [
                facts.IsWithdrawn ? $"{Printed(facts.Signer)} had signed: {Format.Word(facts.Decision)}."
                    : $"{Printed(facts.Signer)} signed as {role}: reject.",
                $"Reason: {facts.Reason}",
                "The other signatures stay as they are.",
            ],
            ["See who signed what", $"Report of revision {number}"]);
    }

    public Said Decision(DecisionFacts facts)
    {
        var (key, number) = (facts.Launch, facts.Revision);
        var word = facts.IsYes ? "YES" : "NO";
        var result = facts.IsRevoked ? "YES is revoked"
            : !facts.IsYes || facts.Conditions.Count == 0 ? word
            : $"{word}, with {Counted.Of(facts.Conditions.Count, "condition")}";
        return new(
            $"{key}: {result} on revision {number}",
            facts.IsRevoked ? $"The YES on revision {number} is revoked" : $"{key} is decided: {result}",
            [
                facts.IsRevoked
                    ? $"{Decider(facts)} took the YES on revision {number} back on {Format.Day(facts.On)}."
                    : $"{string.Join(", ", Decided(facts, word))}.",
                .. facts.Comment is { } comment ? [$"{facts.By!.Name}: {comment}"] : Array.Empty<string>(),
                .. facts.Reason is not { } reason ? Array.Empty<string>()
                    : facts.Overridden == 0 ? [$"Reason: {reason}"]
                    : [$"It overrides {Counted.Of(facts.Overridden, "point")}. Reason: {reason}"],
            ],
            [$"Report of revision {number}", "Open the launch"],
            facts.Conditions.Count > 0 ? "Conditions" : null,
            [.. facts.Conditions.Select(c => $"{c.Text} ({c.Owner}, due {Format.Day(c.Due)})")]);
    }

    public Said Condition(ConditionFacts facts)
    {
        var due = Format.Day(facts.Due);
        var when = facts.HasLapsed ? $"has lapsed: it was due {due}"
            : facts.Due == facts.Today ? "is due today" : $"is due {due}";
        return new(
            $"{facts.Launch}: a condition {when}",
            $"A condition {when}",
            [
                facts.Text,
                $"Owner: {facts.Owner}. It was asked for with a sign-off on revision {facts.Revision}.",
                "Once it is met, say so in the portal, and what shows it. Lapsed, it stands against the launch.",
            ],
            ["Say how it is met"]);
    }

    public Said Proof(ProofFacts facts) => new(
        $"{facts.Launch}: evidence of yours runs out before the target date",
        "What proves today is stale on the target date",
        [$"The launch is on {Format.LongDay(facts.Target)}. Run these again, so that they prove it."],
        ["Look at the re-run plan"],
        "To run again",
        [
            .. facts.Runs.Select(r => $"{r.Title}: valid until {Format.Day(r.ValidUntil)}, stale on the target date, "
                + $"by {Format.Day(r.By)}"),
        ]);

    public Said Invitation(AccountFacts facts) => new(
        "You are invited to ReadinessPortal", $"{facts.Name}, you have an account",
        [
            "ReadinessPortal shows whether a product is ready to launch, on evidence that can be opened, and "
                + "who has signed for it.",
            $"You sign in as {facts.UserName}. Open the link, and choose how you sign in.",
            $"The link works once, until {facts.Clock.Instant(facts.Until)}. Whoever has it can take the account: do "
                + "not pass it on. If you expect no invitation, do nothing.",
        ],
        ["Open your account"]);

    public Said Reset(AccountFacts facts) => new(
        "Choose another password for ReadinessPortal", "You can choose another password",
        [
            $"An administrator of the portal made this link for you. You sign in as {facts.UserName}.",
            $"The link works once, until {facts.Clock.Instant(facts.Until)}. Until it is used, the password you have "
                + "works. If you did not expect it, tell the administrator.",
        ],
        ["Choose another password"]);

    private static IEnumerable<string> Decided(DecisionFacts facts, string word)
    {
        yield return $"{word} on revision {facts.Revision}";
        if (facts.Overridden > 0)
        {
            yield return $"{facts.Overridden} {(facts.Overridden == 1 ? "point" : "points")} overridden";
        }

        yield return Format.Day(facts.On);
        if (facts.By is { } by)
        {
            yield return Printed(by);
        }
    }

    private static string Decider(DecisionFacts facts) =>
        facts.By is { } by ? Printed(by) : "The accountable executive";

    private static string Printed(SignerFacts signer) =>
        signer.DeputyFor is { } holder ? $"{signer.Name}, deputy for {holder}" : signer.Name;
}
