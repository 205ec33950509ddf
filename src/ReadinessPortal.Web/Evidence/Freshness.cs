using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Whether a file still proves, in words.</summary>
public readonly record struct Freshness(MarkupString Shape, string Text)
{
    public static Freshness Of(EvidenceItem item, DateOnly today, string? release)
    {
        if (!item.IsInHand)
        {
            return new(Mark.None, "cited, not in hand");
        }

        if (item.IsEmpty)
        {
            return new(Mark.No, "empty, proves nothing");
        }

        if (item.Release is { } named && release is not null && named != release)
        {
            return new(Mark.No, $"other build ({VisibleText.Of(named)})");
        }

        if (item.CapturedOn is not { } captured)
        {
            return new(Mark.Unproven, "date not known");
        }

        var last = EvidenceValidity.LastDay(item.Class, captured);
        return last < today
            ? new(Mark.Hold, $"out of date since {Format.Day(last)}")
            : new(Mark.Go, $"in date until {Format.Day(last)}");
    }
}
