using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Life;

/// <summary>What a launch begins with.</summary>
/// <param name="Like">Key of the launch whose shape it takes; null begins empty.</param>
public sealed record NewLaunch(
    string Key, string Title, DateOnly? TargetDate, string TimeZone = "UTC", string Classification = "Internal",
    int HypercareDays = 0, DateOnly? AsOf = null, string? Like = null);

/// <summary>One field of a new launch that is not as it should be.</summary>
/// <param name="Field">As a package names it: <c>targetDate</c>; empty where it is none of the launch's own.</param>
public sealed record LaunchProblem(string Field, string Text);

public sealed record LaunchNotAcceptable(EquatableArray<LaunchProblem> Problems) : Refusal
{
    public override string Text =>
        string.Join(" ", Problems.Select(p => p.Field.Length > 0 ? $"{p.Field}: {p.Text}." : $"{p.Text}."));
}

/// <summary>Makes a launch, empty or from the shape of another one; whoever makes it becomes its manager.</summary>
public sealed class CreateLaunch(LaunchChanges launches, LaunchBoards boards)
{
    private const string Own = "launch.";

    // Stand for what was not given while everything else is looked at; such a launch is not made.
    private const string SomeTitle = "-";
    private static readonly DateOnly _someDay = new(2099, 12, 31);

    /// <summary>Why this person may make none, whatever it is; null when they may.</summary>
    public static Refusal? WhyNot(Viewer viewer) => viewer.IsAdministrator ? null : new NotAnAdministrator();

    public async Task<Outcome> RunAsync(NewLaunch wanted, Viewer viewer, CancellationToken ct = default)
    {
        if (WhyNot(viewer) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var facts = Head(wanted);
        if (wanted.Like is { } like)
        {
            if (await boards.ViewAsync(like, viewer, ct) is not { } other)
            {
                return new Outcome.Refused(new NoSuchLaunch(like));
            }

            facts = LaunchShape.Of(other.Board.Facts, facts.Launch with { Validity = other.Board.Launch.Validity });
        }

        EquatableArray<LaunchProblem> problems = [.. Unsaid(wanted), .. Problems(facts)];
        return !problems.IsEmpty
            ? new Outcome.Refused(new LaunchNotAcceptable(problems))
            : await CreateAsync(facts, wanted, viewer, ct);
    }

    /// <summary>Everything that is wrong with what it begins with, whatever shape it takes.</summary>
    public static EquatableArray<LaunchProblem> ProblemsOf(NewLaunch wanted) =>
        [.. Unsaid(wanted), .. Problems(Head(wanted))];

    private static LaunchFacts Head(NewLaunch wanted) => new()
    {
        Launch = new Launch
        {
            Key = wanted.Key.Trim(),
            Title = string.IsNullOrWhiteSpace(wanted.Title) ? SomeTitle : wanted.Title.Trim(),
            TargetDate = wanted.TargetDate ?? _someDay,
            TimeZone = wanted.TimeZone.Trim(),
            Classification = wanted.Classification.Trim(),
            HypercareDays = wanted.HypercareDays,
            AsOf = wanted.AsOf,
        },
    };

    private Task<Outcome> CreateAsync(LaunchFacts facts, NewLaunch wanted, Viewer viewer, CancellationToken ct) =>
        launches.CreateAsync(facts.Launch, wanted, viewer, async change =>
        {
            var writing = new FactRowsWriter(change, before: null);
            writing.Write(facts);
            change.AddManager(viewer);
            var from = wanted.Like is null ? "empty" : $"from the shape of {wanted.Like}, {writing.Added} facts";
            var entry = new AuditEntry("LaunchCreated", new SubjectRef(SubjectKind.Launch, facts.Launch.Key),
                $"{facts.Launch.Key} created, {from}", new JsonObject { ["like"] = wanted.Like });
            await SiteAudit.AppendAsync(change.Db, entry, viewer, change.Now, ct);
            return await change.CommitAsync(entry, ct, facts.Launch.Key);
        }, ct);

    private static IEnumerable<LaunchProblem> Unsaid(NewLaunch wanted)
    {
        if (string.IsNullOrWhiteSpace(wanted.Title))
        {
            yield return new("title", "say what people call it");
        }

        if (wanted.TargetDate is null)
        {
            yield return new("targetDate", "give the day it is to launch on");
        }

        if (string.IsNullOrWhiteSpace(wanted.Classification))
        {
            yield return new("classification", "say who may read it, such as Internal");
        }
    }

    // The rules are those of a package: it is written as one and read back.
    private static IEnumerable<LaunchProblem> Problems(LaunchFacts facts)
    {
        try
        {
            LaunchPackage.ReadText(LaunchPackage.WriteText(facts));
            return [];
        }
        catch (PackageException problem)
        {
            return problem.Problems.Select(p => p.Key.StartsWith(Own, StringComparison.Ordinal)
                ? new LaunchProblem(p.Key[Own.Length..], p.Text)
                : new LaunchProblem("", $"{p.Key} {p.Text}"));
        }
    }
}
