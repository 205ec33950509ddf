using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>What became of a validation.</summary>
public enum ValidationOutcome
{
    /// <summary>Nobody recorded an output.</summary>
    NeverRun,

    /// <summary>An output is there, and nothing to compare it with.</summary>
    Recorded,

    /// <summary>The output is what it is compared with.</summary>
    Reproduced,

    /// <summary>It is not, or the command ended with another exit code than 0.</summary>
    Changed,
}

/// <summary>What the rules make of a validation: its newest output beside what that is compared with.</summary>
/// <param name="Expected">What it is compared with, as the middle of a sentence; null where it is only recorded.
/// </param>
/// <param name="Differs">How the output differs, as the middle of a sentence; null where it does not.</param>
/// <param name="Times">How many runs in a row reproduced it; one for an output that somebody typed.</param>
/// <param name="Since">When the first of these ran; null where no run is known.</param>
public sealed record ValidationStanding(
    ValidationOutcome Outcome, string? Expected, string? Differs, int Times, DateTimeOffset? Since)
{
    // Facts are immutable and shared by everybody who looks, so that each output is compared once.
    private static readonly ConditionalWeakTable<Validation, ValidationStanding> _known = [];

    /// <summary><c>recorded</c>, <c>reproduced three times</c>, <c>changed</c>, <c>never run</c>.</summary>
    public string Word => Outcome switch
    {
        ValidationOutcome.NeverRun => "never run",
        ValidationOutcome.Recorded => "recorded",
        ValidationOutcome.Changed => "changed",
        _ => $"reproduced {Often(Times)}",
    };

    public static ValidationStanding Of(Validation validation) => _known.GetValue(validation, Judge);

    /// <summary>The validation with the output of another run, which counts from then on.</summary>
    /// <param name="next">With what is known of the run but its output.</param>
    /// <param name="output">As <see cref="PrintedOutput.Plain"/> leaves it; empty where it printed nothing.</param>
    /// <param name="run">When and whose; the rest is set here.</param>
    public static Validation After(Validation validation, Validation next, string output, ValidationRun run)
    {
        run = run with { Output = Hash(output), Asked = Asked(next), Times = 0, Since = null };
        next = next with { Output = output.Length == 0 ? null : output, DateAssumed = false, Run = run };
        var before = Of(validation);
        return Judge(next).Outcome != ValidationOutcome.Reproduced ? next
            // What somebody typed is not a run that this one follows.
            : before is { Outcome: ValidationOutcome.Reproduced, Since: { } since }
                && validation.Release == next.Release
                ? next with { Run = run with { Times = before.Times + 1, Since = since } }
            : next with { Run = run with { Times = 1, Since = run.At } };
    }

    /// <summary>The run behind the output that stands; null where somebody typed it.</summary>
    public static ValidationRun? RunOf(Validation validation) =>
        validation.Run is { } run && run.Output == Hash(PrintedOutput.Plain(validation.Output ?? "")) ? run : null;

    /// <summary>Lower-case SHA-256 of a text as UTF-8.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ValidationStanding Judge(Validation validation)
    {
        if (!validation.HasOutput && validation.ExitCode is null or 0)
        {
            return new(ValidationOutcome.NeverRun, ExpectedBy(validation), null, 0, null);
        }

        var ended = validation.ExitCode is { } code and not 0 ? $"the command ended with exit code {code}" : null;
        if (validation.Expects is not { } text)
        {
            return new(ValidationOutcome.Recorded, null, ended, 0, null);
        }

        var (expected, whyNot) = Expectation.Read(text);
        var differs = ended ?? (expected is null
            ? $"what it is compared with {whyNot}"
            : expected.Differs(PrintedOutput.Plain(validation.Output ?? "")));
        if (differs is not null)
        {
            return new(ValidationOutcome.Changed, expected?.Shown, differs, 0, null);
        }

        var run = RunOf(validation) is { Times: > 0 } known && known.Asked == Asked(validation) ? known : null;
        return new(ValidationOutcome.Reproduced, expected!.Shown, null, run?.Times ?? 1, run?.Since);
    }

    private static string? ExpectedBy(Validation validation) =>
        validation.Expects is { } text ? Expectation.Read(text).Expected?.Shown : null;

    // Another command, or another comparison, begins to be reproduced anew.
    private static string Asked(Validation validation) => Hash($"{validation.Command}\0{validation.Expects}");

    private static string Often(int times) => times switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Counted.Word(times)} times",
    };
}
