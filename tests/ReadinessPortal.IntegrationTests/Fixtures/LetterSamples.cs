using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.Mails.Words;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>A letter of every kind, with what people may type at its worst.</summary>
/// <param name="Occasion">Of <see cref="ILetterWords"/>.</param>
/// <param name="Kind">Of that occasion.</param>
public sealed record LetterSample(string Occasion, string Kind, Func<ILetterWords, Said> Say, bool IsChosen = true)
{
    /// <summary>As it is sent.</summary>
    public Letter In(ILetterWords words)
    {
        var said = Say(words);
        return Letter.Of(said, words, [.. said.Links.Select((_, i) => $"/launches/{LetterSamples.Launch}/{i}")],
            IsChosen ? $"{LetterSamples.Launch}, Orbit. ORB-17." : "ReadinessPortal.", IsChosen);
    }

    public override string ToString() => $"{Occasion} {Kind}";
}

/// <summary>Nothing that stands in for what people typed is a word of any language.</summary>
public static class LetterSamples
{
    public const string Launch = "GA-2025-001";
    public const string Unbroken =
        "https://example.org/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private static readonly DateOnly _day = new(2025, 11, 27);
    private static readonly SignerFacts _ana = new("Ana Ruiz", null);
    private static readonly SignerFacts _bo = new("Bo Xu", "Ana Ruiz");
    private static readonly PromiseFacts _promise = new($"Qux {Unbroken}", "Cy Oz", _day);

    private static readonly TurnFacts _turn = new(
        Launch, 2345, "CTO", null, false, "Ana Ruiz", _day, ReadinessLevel.NoGo, 1234, 2345, null, []);

    private static readonly ConditionFacts _condition =
        new(Launch, 2, $"Qux {Unbroken}", "Cy Oz", _day, _day, HasLapsed: false);

    private static readonly AccountFacts _account = new("Ana Ruiz", "a.ruiz",
        new(2026, 12, 8, 13, 5, 0, TimeSpan.Zero), ZoneClock.Find("Europe/Berlin")!);

    public static IReadOnlyList<LetterSample> All { get; } =
    [
        .. Turns(), .. Seconds(), .. Outcomes(), .. Reminders(),
        new(nameof(ILetterWords.Invitation), "", w => w.Invitation(_account), IsChosen: false),
        new(nameof(ILetterWords.Reset), "", w => w.Reset(_account), IsChosen: false),
    ];

    private static IEnumerable<LetterSample> Turns()
    {
        const string Turn = nameof(ILetterWords.Turn);
        var changes = Enumerable.Range(1, 14).Select(i => $"Qux {i}: {Unbroken}");
        var again = _turn with { Before = 17, Changes = [.. changes] };
        yield return new(Turn, "sign", w => w.Turn(_turn));
        yield return new(Turn, "deputy", w => w.Turn(_turn with { DeputyOf = "Bo Xu", Proven = null }));
        yield return new(Turn, "again", w => w.Turn(again));
        yield return new(Turn, "again, the same", w => w.Turn(again with { Changes = [] }));
        yield return new(Turn, "decide", w => w.Turn(_turn with { Decides = true, Proven = 1, Criteria = 1 }));
        foreach (var level in Enum.GetValues<ReadinessLevel>())
        {
            yield return new(Turn, $"{level}", w => w.Turn(_turn with { Readiness = level }));
        }
    }

    private static IEnumerable<LetterSample> Seconds()
    {
        var waiver = new WaiverFacts(
            Launch, "Bo Xu", "Zyx Zyx", _day, $"Qux\nQuux {Unbroken}", "Quuz", [$"Qux {Unbroken}"]);
        yield return new(nameof(ILetterWords.Waiver), "", w => w.Waiver(waiver));
        yield return new(nameof(ILetterWords.Waiver), "of old", w => w.Waiver(waiver with { Accepts = [] }));
        yield return new(nameof(ILetterWords.Change), "",
            w => w.Change(new(Launch, "Bo Xu", "Zyx → 21", $"Qux {Unbroken}", ["Qux", "Quux"])));
    }

    private static IEnumerable<LetterSample> Outcomes()
    {
        const string Setback = nameof(ILetterWords.Setback);
        const string Decision = nameof(ILetterWords.Decision);
        var rejected = new SetbackFacts(Launch, 2, "CTO", _bo, SignOffDecision.Reject, false, $"Qux {Unbroken}");
        yield return new(Setback, "rejected", w => w.Setback(rejected));
        foreach (var decision in Enum.GetValues<SignOffDecision>())
        {
            yield return new(Setback, $"withdrawn: {decision}",
                w => w.Setback(rejected with { Signer = _ana, IsWithdrawn = true, Decision = decision }));
        }

        var yes = new DecisionFacts(Launch, 2, true, false, _ana, _day, 0, null, null, []);
        yield return new(Decision, "yes", w => w.Decision(yes));
        yield return new(Decision, "yes, one condition", w => w.Decision(yes with { Conditions = [_promise] }));
        yield return new(Decision, "yes, two conditions", w => w.Decision(yes with
        {
            By = _bo,
            Overridden = 3,
            Comment = "Qux",
            Reason = $"Quux {Unbroken}",
            Conditions = [_promise, _promise],
        }));
        yield return new(Decision, "yes, one point", w => w.Decision(yes with { Overridden = 1, Reason = "Quux" }));
        yield return new(Decision, "no", w => w.Decision(yes with { IsYes = false, By = null }));
        yield return new(Decision, "revoked",
            w => w.Decision(yes with { IsYes = false, IsRevoked = true, Reason = "Qux", By = null }));
    }

    private static IEnumerable<LetterSample> Reminders()
    {
        const string Condition = nameof(ILetterWords.Condition);
        yield return new(Condition, "soon", w => w.Condition(_condition with { Today = _day.AddDays(-3) }));
        yield return new(Condition, "today", w => w.Condition(_condition));
        yield return new(Condition, "lapsed",
            w => w.Condition(_condition with { Today = _day.AddDays(1), HasLapsed = true }));
        yield return new(nameof(ILetterWords.Proof), "", w => w.Proof(new(
            Launch, new(2026, 3, 1),
            [.. Enumerable.Range(1, 13).Select(i => new RunFacts($"Zyx {i} {Unbroken}", _day, _day.AddDays(3)))])));
    }
}
