using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>How dated evidence stands to the target date, seen from today.</summary>
public enum Freshness
{
    /// <summary>The target date is too far away for a color to say anything.</summary>
    Early,

    /// <summary>In date today and on the target date.</summary>
    Lasting,

    /// <summary>In date today, and stale on the target date.</summary>
    EndsBeforeTarget,

    /// <summary>Out of date today.</summary>
    Stale,
}

/// <summary>
/// The color of evidence says what its date means today, and only in the last days before the target date: earlier,
/// what will have run out by then is run again anyway.
/// </summary>
public static class FreshnessRules
{
    /// <summary>Days before the target date in which evidence is colored; on the target date and after it too.
    /// </summary>
    public const int DaysColored = 14;

    /// <summary>The target date is near enough for a color, or over.</summary>
    public static bool IsColored(ProofTerms terms) => terms.Target.DayNumber - terms.Today.DayNumber <= DaysColored;

    /// <param name="lastDay">Last day on which the evidence is in date.</param>
    public static Freshness Of(DateOnly lastDay, ProofTerms terms) =>
        !IsColored(terms) ? Freshness.Early
        : lastDay < terms.Today ? Freshness.Stale
        : lastDay < terms.Target ? Freshness.EndsBeforeTarget
        : Freshness.Lasting;

    /// <summary>What stands behind the day until which it is valid; empty where that says it all.</summary>
    public static string Words(Freshness freshness) =>
        freshness == Freshness.EndsBeforeTarget ? ", stale on the target date" : "";

    /// <summary>The target date and when colors begin, for a page that shows them.</summary>
    public static string Legend(ProofTerms terms) => IsColored(terms)
        ? $"Freshness is as of {Format.Day(terms.Today)}, for the target date {Format.Day(terms.Target)}"
        : $"Freshness is gray until {Format.Day(terms.Target.AddDays(-DaysColored))}, "
            + $"{DaysColored} days before the target date";
}
