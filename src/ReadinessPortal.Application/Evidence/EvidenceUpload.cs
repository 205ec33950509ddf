using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>A file somebody attaches.</summary>
/// <param name="Bytes">Read once, to its end.</param>
/// <param name="Title">Null takes the file's name.</param>
/// <param name="CapturedOn">When it was true, where the file does not say it; null is unknown and proves
/// nothing.</param>
/// <param name="Class">Of a file that nothing reads; others have the one of what they say.</param>
/// <param name="Supports">What it stands behind; at least one, unless it is a cited file that comes in hand.</param>
/// <param name="Cited">Key of the evidence that was only cited until now and that this file is; null for a new
/// one.</param>
/// <param name="Slot">What it follows in; null leaves it to its format and tool.</param>
/// <param name="Measured">A value that goes beside the file, in the same change; null for none.</param>
/// <param name="Replaces">Key of the file in hand that this one follows: it takes that one's slot, and supports what
/// that one does; null for none.</param>
/// <param name="PostedWith">Key of the file that came in the same request as these posted measurements; null for
/// none.</param>
public sealed record EvidenceUpload(
    Stream Bytes, string FileName, string? Title, EvidenceClass Class, DateOnly? CapturedOn,
    EquatableArray<SubjectRef> Supports, string? Release = null, string? Note = null, string? Cited = null,
    MeasuredValue? Measured = null, string? Slot = null, string? Replaces = null, string? PostedWith = null)
{
    /// <summary>A pipeline brings it, right after it made it: what nobody dates is taken to be of the day on which it
    /// comes.</summary>
    public bool IsDelivered { get; init; }
}

/// <summary>A value that a person read out of a file and types beside it. It informs; the file proves.</summary>
/// <param name="Criterion">Key of a criterion that the file stands behind.</param>
/// <param name="Measurement">Key of the measurement it is the value of, or the words for a new one.</param>
/// <param name="IsNew">Whether <paramref name="Measurement"/> names what was measured and is no key.</param>
/// <param name="From">The value that stood there when it was typed, as text; null for none.</param>
/// <param name="Value">With its unit: <c>287 ms</c>.</param>
/// <param name="Reason">Why it is right, for the second person who has to agree where a frozen launch would read better
/// by it; null asks nobody.</param>
public sealed record MeasuredValue(
    string Criterion, string Measurement, bool IsNew, string? From, string Value, string? Reason = null);
