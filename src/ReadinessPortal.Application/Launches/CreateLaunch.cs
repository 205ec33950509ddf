using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

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

    /// <summary>Why this person may make none, whatever it is; null when they may.</summary>
    public static Refusal? WhyNot(Viewer viewer) => viewer.IsAdministrator ? null : new NotAnAdministrator();

    public async Task<Outcome> RunAsync(NewLaunch wanted, Viewer viewer, CancellationToken ct = default)
    {
        if (WhyNot(viewer) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        if (wanted.TargetDate is not { } target)
        {
            return new Outcome.Refused(new LaunchNotAcceptable([new("targetDate", "give the day it is to launch on")]));
        }

        var launch = new Launch
        {
            Key = wanted.Key.Trim(),
            Title = wanted.Title.Trim(),
            TargetDate = target,
            TimeZone = wanted.TimeZone.Trim(),
            Classification = wanted.Classification.Trim(),
            HypercareDays = wanted.HypercareDays,
            AsOf = wanted.AsOf,
        };
        var facts = new LaunchFacts { Launch = launch };
        if (wanted.Like is { } like)
        {
            if (await boards.ViewAsync(like, viewer, ct) is not { } other)
            {
                return new Outcome.Refused(new NoSuchLaunch(like));
            }

            facts = LaunchShape.Of(other.Board.Facts, launch);
        }

        return WhyNotAcceptable(facts) is { } problems
            ? new Outcome.Refused(problems)
            : await CreateAsync(facts, wanted, viewer, ct);
    }

    private Task<Outcome> CreateAsync(LaunchFacts facts, NewLaunch wanted, Viewer viewer, CancellationToken ct) =>
        launches.CreateAsync(facts.Launch, wanted, viewer, async change =>
        {
            var writing = new FactsWriting(change, before: null);
            writing.Write(facts);
            change.AddManager(viewer);
            var from = wanted.Like is null ? "empty" : $"from the shape of {wanted.Like}, {writing.Added} facts";
            var entry = new AuditEntry("LaunchCreated", new SubjectRef(SubjectKind.Launch, facts.Launch.Key),
                $"{facts.Launch.Key} created, {from}", new JsonObject { ["like"] = wanted.Like });
            await SiteAudit.AppendAsync(change.Db, entry, viewer, change.Now, ct);
            return await change.CommitAsync(entry, ct, facts.Launch.Key);
        }, ct);

    // The rules are those of a package: it is written as one and read back.
    private static LaunchNotAcceptable? WhyNotAcceptable(LaunchFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Launch.Classification))
        {
            return new([new("classification", "say who may read it, such as Internal")]);
        }

        try
        {
            LaunchPackage.ReadText(LaunchPackage.WriteText(facts));
            return null;
        }
        catch (PackageException problem)
        {
            return new([.. problem.Problems.Select(p => p.Key.StartsWith(Own, StringComparison.Ordinal)
                ? new LaunchProblem(p.Key[Own.Length..], p.Text)
                : new LaunchProblem("", $"{p.Key} {p.Text}"))]);
        }
    }
}
