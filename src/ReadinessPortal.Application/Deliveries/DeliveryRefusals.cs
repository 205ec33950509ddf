using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Application.Deliveries;

/// <summary>The file claims to be a report and cannot be read as one: its tool did not finish, or it was cut off.
/// </summary>
/// <param name="Problem">What is wrong with it, with the place.</param>
public sealed record FileIsBroken(string FileName, string? Format, string Problem) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text =>
        $"{VisibleText.Line(FileName)} is broken{(Format is null ? "" : $" as {Format}")}: {Problem} Nothing was kept; "
        + "look at what wrote it, and deliver it again.";
}

/// <summary>Nothing in the launch is measured by what the file says.</summary>
/// <param name="Metrics">What it says.</param>
/// <param name="Slots">Slots of which something is asked that the file says; empty for none.</param>
public sealed record NothingAsksForFile(
    string FileName, EquatableArray<string> Metrics, EquatableArray<string> Slots = default) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text => Metrics.IsEmpty
        ? $"{VisibleText.Line(FileName)} holds no figures that the portal can read, so that it cannot find its own "
            + "way. Deliver it to a criterion by name."
        : Slots.Length > 0
            ? $"What {VisibleText.Line(FileName)} says is asked for in the slot{(Slots.Length == 1 ? "" : "s")} "
            + $"{Counted.List([.. Slots])} alone. Name the one that the file is for, or deliver it to a criterion by "
            + "name."
        : $"No criterion has a measurement that is read from files as {Counted.List([.. Metrics])}, which is what "
            + $"{VisibleText.Line(FileName)} says. Deliver it to a criterion by name, or let the lead set \"Read from "
            + "files as\" in a measurement.";
}

/// <summary>Measurements that were posted cannot be taken as they are.</summary>
/// <param name="What">Why, in a sentence without its full stop.</param>
public sealed record MeasurementsNotReadable(string What) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text =>
        $"The measurements cannot be read: {What}{(What.EndsWith('?') ? "" : ".")} Write them as "
        + "{\"http.p95\": \"287 ms\", \"tests.failed\": 0}.";
}

/// <summary>A route was asked for that there is not.</summary>
public sealed record NoSuchRoute(string? Route) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text => (Route is null
        ? "Say where the file goes. "
        : $"There is no route '{VisibleText.Line(Route)}'. ")
        + "Write ?route=auto to let it find the criteria that it speaks of, or deliver it to a criterion by name.";
}
