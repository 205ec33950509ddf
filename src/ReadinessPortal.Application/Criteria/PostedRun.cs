using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Criteria;

/// <summary>What a shell or a pipeline posts of a command that it ran.</summary>
/// <param name="Criterion">Key.</param>
/// <param name="Validation">Key.</param>
/// <param name="Output">As it was printed, terminal colors and all.</param>
/// <param name="ExitCode">Null where it does not say how the command ended.</param>
/// <param name="RanAt">Null for now.</param>
/// <param name="Version">Of what it ran against.</param>
/// <param name="Commit">Of what it ran against.</param>
/// <param name="Source">Address of the pipeline's run.</param>
/// <param name="IsDryRun">Only what would happen is asked for.</param>
public sealed record PostedRun(
    string Criterion, string Validation, string Output, int? ExitCode = null, DateTimeOffset? RanAt = null,
    string? Version = null, string? Commit = null, Uri? Source = null, bool IsDryRun = false);

/// <summary>What became of a run.</summary>
/// <param name="Board">The launch with it.</param>
/// <param name="Before">Readiness before it came.</param>
/// <param name="After">Readiness with it.</param>
/// <param name="Standing">What the rules make of its own output.</param>
/// <param name="WhyOnlyHistory">Why it changed nothing; null where it counts.</param>
/// <param name="Refusal">Why it was not kept; nothing else is said then.</param>
public sealed record RecordedRun(
    LaunchBoard? Board, Readiness? Before, Readiness? After, ValidationStanding? Standing, string? WhyOnlyHistory,
    Refusal? Refusal)
{
    internal static RecordedRun Not(Refusal refusal) => new(null, null, null, null, null, refusal);
}

/// <summary>The criterion has no such validation.</summary>
public sealed record NoSuchValidation(string Criterion, string Validation) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"Criterion {Criterion} has no validation {VisibleText.Line(Validation)}. It may "
        + "have been archived meanwhile.";
}

/// <summary>A command that succeeded, or may have, printed nothing that can be read.</summary>
public sealed record OutputIsEmpty : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text => "The output is empty, which shows nothing: the command may never have run. Let it "
        + "print something where it succeeds. Where it failed without a word, send exitCode with it.";
}
