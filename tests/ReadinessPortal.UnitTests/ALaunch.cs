using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.UnitTests;

/// <summary>A small launch, ready in every respect; a test changes only what it is about.</summary>
internal static class ALaunch
{
    public static readonly DateOnly Today = new(2025, 11, 15);
    public static readonly DateTimeOffset Now = new(2025, 11, 15, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Target = new(2025, 12, 1);

    public static readonly Actor Manager = Person("Mia", LaunchPart.Manager);
    public static readonly Actor Platform = Person("Pat", LaunchPart.Lead);
    public static readonly Actor Security = Person("Sam", LaunchPart.Lead);
    public static readonly Actor Cto = Person("Chris", LaunchPart.Executive);
    public static readonly Actor Cfo = Person("Finn", LaunchPart.Executive);
    public static readonly Actor Ceo = Person("Eva", LaunchPart.Executive);
    public static readonly Actor Auditor = Person("Ada", LaunchPart.Auditor);

    public static Actor Person(string name, params LaunchPart[] parts) => new(Guid.NewGuid(), name, [.. parts], false);

    public static Criterion Criterion(string key = "load", CriterionResult result = CriterionResult.Passed) => new()
    {
        Key = key,
        Title = $"Criterion {key}",
        Category = "infra",
        Result = result,
        Validations = [Validation()],
    };

    public static Validation Validation(DateOnly? on = null) =>
        new() { Key = "v", Command = "./check.sh", Output = "ok", RecordedOn = on ?? Today };

    public static Measurement Measurement(
        string? value, Comparator? comparator = Comparator.LessThan, string? target = "5 s", string key = "m") => new()
        {
            Key = key,
            Metric = "Replication lag",
            Value = value is null ? null : Quantity.Parse(value),
            Comparator = comparator,
            Target = target is null ? null : Quantity.Parse(target),
        };

    public static EvidenceItem File(string key = "file", string supports = "criterion:load") => new()
    {
        Key = key,
        Title = $"File {key}",
        FileName = $"{key}.txt",
        Sha256 = new string('a', 64),
        CapturedOn = Today,
        Supports = [SubjectRef.Parse(supports)],
    };

    public static Drill Drill(string key, params string[] durations) => new()
    {
        Key = key,
        Title = $"Drill {key}",
        Scenario = "A region is lost",
        HeldOn = Today,
        RtoTarget = Quantity.Of(15, "min"),
        Logs = [.. durations.Select((d, i) => Log($"log-{i + 1}", "23:50:00", d))],
    };

    public static DrillLog Log(string key, string start, string duration)
    {
        var from = TimeOnly.Parse(start, null);
        var to = from.Add(TimeSpan.Parse($"00:{duration}", null));
        return new()
        {
            Key = key,
            Title = key,
            Source = "runbook",
            Events =
            [
                new() { Key = "start", At = from, Text = "Down", Mark = EventMark.Start },
                new() { Key = "end", At = to, Text = "Up", Mark = EventMark.End },
            ],
        };
    }

    /// <summary>Of what the lead says failed.</summary>
    public static Waiver Waiver(DateOnly? expires = null, string criterion = "load") => new()
    {
        Accepts = WaiverRules.Failures(
            Board(Facts(Criterion(criterion, CriterionResult.Failed))), criterion, Now),
        Criterion = criterion,
        Reason = "known and small",
        CompensatingControl = "watched by hand",
        ExpiresOn = expires ?? new DateOnly(2026, 3, 31),
        RequestedById = Platform.UserId,
        RequestedBy = Platform.Name,
        RequestedAt = Now,
        Answer = WaiverAnswer.Approved,
        AnsweredById = Manager.UserId,
        AnsweredBy = Manager.Name,
        AnsweredAt = Now,
    };

    public static Gate Gate(string key, params string[] criteria) =>
        new() { Key = key, Title = $"Gate {key}", Criteria = [.. criteria] };

    public static Role Role(string key, RoleKind kind, bool accountable = false) =>
        new() { Key = key, Title = key.ToUpperInvariant(), Kind = kind, Accountable = accountable };

    public static LaunchFacts Facts(params Criterion[] criteria)
    {
        var all = criteria.Length > 0 ? criteria : [Criterion()];
        return new()
        {
            Launch = new()
            {
                Key = "GA-1",
                Title = "A launch",
                TargetDate = Target,
                Release = new() { Name = "app:v2" },
                AsOf = Today,
            },
            Categories =
            [
                new()
                {
                    Key = "infra", Title = "Infrastructure", Lead = "platform",
                    Scores = [new() { Key = "s", Value = 94, By = "Pat", At = Now }],
                },
            ],
            Roles =
            [
                Role("platform", RoleKind.Technical), Role("security", RoleKind.Technical),
                Role("cto", RoleKind.Business), Role("cfo", RoleKind.Business),
                Role("ceo", RoleKind.Business, accountable: true),
            ],
            Criteria = [.. all],
            Gates = [Gate("main", [.. all.Select(c => c.Key)])],
        };
    }

    public static LaunchBoard Board(LaunchFacts? facts = null) => new()
    {
        Facts = facts ?? Facts(),
        ChangeNumber = 1,
        Holdings =
        [
            Holding("platform", Platform), Holding("security", Security), Holding("cto", Cto), Holding("cfo", Cfo),
            Holding("ceo", Ceo),
        ],
    };

    public static RoleHolding Holding(string role, Actor holder) =>
        new() { Role = role, HolderId = holder.UserId, Holder = holder.Name };

    /// <summary>The board with a new revision of it, frozen by the manager.</summary>
    public static (LaunchBoard Board, RevisionContent Frozen) Frozen(LaunchBoard? board = null, Actor? by = null)
    {
        var live = board ?? Board();
        var freezer = by ?? Manager;
        var number = live.Revisions.Length + 1;
        var frozen = RevisionContent.Of(live, Readiness.At(live, Now), number, freezer.Name, Now);
        return (live.At(LaunchStage.InSignature) with
        {
            Revisions =
            [
                .. live.Revisions, new()
                {
                    Number = number, Sha256 = Sha(number), ChangeNumber = live.ChangeNumber, FrozenAt = Now,
                    FrozenById = freezer.UserId, FrozenBy = freezer.Name, Readiness = frozen.Readiness.Level,
                },
            ],
        }, frozen);
    }

    public static string Sha(int revision) => new((char)('0' + revision), 64);

    public static SignRequest Request(
        string role, SignOffDecision decision = SignOffDecision.Approve, string? comment = null,
        params ConditionDraft[] conditions) => new(1, Sha(1), role, decision, comment, [.. conditions], "password");

    public static DecideRequest Yes(string? overrideReason = null) =>
        new(1, Sha(1), true, null, [], overrideReason, Shown: [], "password");

    public static DecideRequest No(string? comment = "Not like this") =>
        new(1, Sha(1), false, comment, [], null, Shown: [], "password");

    /// <summary>As a form sends it that listed what a YES would override.</summary>
    public static DecideRequest AsShown(this DecideRequest request, LaunchBoard board, RevisionContent frozen) =>
        request with { Shown = SigningRules.WhatAnOverrideWouldOverride(board, frozen, Now) };

    /// <summary>The board after this person signed; fails where that is refused.</summary>
    public static LaunchBoard SignedBy(
        this LaunchBoard board, RevisionContent frozen, Actor actor, SignRequest request)
    {
        var (signOff, conditions) = SigningRules.Sign(board, frozen, request, actor, Now);
        return board with
        {
            SignOffs = [.. board.SignOffs, signOff],
            Conditions = [.. board.Conditions, .. conditions],
        };
    }

    public static LaunchBoard SignedByAll(this LaunchBoard board, RevisionContent frozen) => board
        .SignedBy(frozen, Platform, Request("platform"))
        .SignedBy(frozen, Security, Request("security"))
        .SignedBy(frozen, Cto, Request("cto"))
        .SignedBy(frozen, Cfo, Request("cfo"));

    public static LaunchBoard Decided(this LaunchBoard board, RevisionContent frozen, DecideRequest request)
    {
        var (signOff, conditions, decision) =
            SigningRules.Decide(board, frozen, request.AsShown(board, frozen), Ceo, Now);
        return board.At(LaunchStage.Decided) with
        {
            SignOffs = [.. board.SignOffs, signOff],
            Conditions = [.. board.Conditions, .. conditions],
            Decisions = [.. board.Decisions, decision],
        };
    }

    /// <summary>The board at another stage of its life.</summary>
    public static LaunchBoard At(this LaunchBoard board, LaunchStage stage) =>
        board with { Facts = board.Facts with { Launch = board.Launch with { Stage = stage } } };

    public static LaunchBoard Withdrawn(this LaunchBoard board, string role) => board with
    {
        SignOffs =
        [
            .. board.SignOffs.Select(s =>
                s.Role == role ? s with { WithdrawnAt = Now, WithdrawnReason = "read again" } : s),
        ],
    };

    public static Verdict VerdictOf(LaunchBoard board, RevisionContent frozen) =>
        Verdict.Of(frozen.Readiness, frozen.Facts, frozen.Holdings, board.RecordOf(frozen.Number), Today);
}
