using System.Collections.Immutable;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Deliveries;

/// <summary>Files that a pipeline brings, with what it says of all of them.</summary>
/// <param name="Criterion">Key of what they are for; null lets each find its own way by what it says.</param>
/// <param name="CapturedAt">When they were true, where they do not say it themselves.</param>
/// <param name="CapturedOn">The same, where only the day is known.</param>
/// <param name="Slot">What they follow in; null leaves it to format and tool.</param>
/// <param name="Version">Of what was tested.</param>
/// <param name="Commit">Of what was tested.</param>
/// <param name="Source">Address of the run that brings them.</param>
/// <param name="Replaces">Key of the file in hand that they follow, in its slot; null for none.</param>
/// <param name="IsDryRun">Only what would happen is asked for.</param>
/// <param name="Posted">Measurements beside the files, or alone; null for none.</param>
public sealed record Delivery(
    ImmutableArray<ReceivedFile> Files, string? Criterion, DateTimeOffset? CapturedAt = null,
    DateOnly? CapturedOn = null, string? Slot = null, string? Version = null, string? Commit = null,
    Uri? Source = null, string? Replaces = null, bool IsDryRun = false, PostedMeasurements? Posted = null);

/// <summary>A criterion that a file speaks of, and that it was not delivered to.</summary>
public sealed record LeftOut(string Criterion, Refusal Why);

/// <summary>What became of one file.</summary>
/// <param name="Evidence">Key of what it is kept as, or would be; null where it was refused.</param>
/// <param name="WasThere">The launch held these bytes before.</param>
/// <param name="Refusal">Why it was not kept.</param>
public sealed record DeliveredFile(
    ReceivedFile File, EquatableArray<SubjectRef> Supports, EquatableArray<LeftOut> LeftOut, string? Evidence,
    bool WasThere, Refusal? Refusal);

/// <summary>What became of a delivery.</summary>
/// <param name="Board">The launch with it.</param>
/// <param name="Before">Readiness before it came.</param>
/// <param name="After">Readiness with it.</param>
/// <param name="Refusal">Why nothing of it was looked at; the first of its files, where one was refused.</param>
public sealed record Delivered(
    LaunchBoard? Board, Readiness? Before, Readiness? After, ImmutableArray<DeliveredFile> Files, Refusal? Refusal);
