using System.Globalization;

namespace ReadinessPortal.Web.Drafts;

/// <summary>How long ago something was, as people say it.</summary>
public static class Ago
{
    /// <summary><c>just now</c>, <c>5 s ago</c>, <c>12 min ago</c>, <c>3 h ago</c>, <c>4 days ago</c>.</summary>
    public static string Of(TimeSpan since) => since switch
    {
        { TotalSeconds: < 2 } => "just now",
        { TotalSeconds: < 60 } => Said(since.TotalSeconds, "s"),
        { TotalMinutes: < 60 } => Said(since.TotalMinutes, "min"),
        { TotalHours: < 24 } => Said(since.TotalHours, "h"),
        { TotalDays: < 2 } => "1 day ago",
        _ => Said(since.TotalDays, "days"),
    };

    private static string Said(double amount, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(amount)} {unit} ago");
}
