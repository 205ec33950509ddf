using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <param name="Subject">Criterion or drill.</param>
/// <param name="Title">What was measured: <c>Drill 2, recovery time</c>.</param>
/// <param name="ValueShown">Formatted: <c>15:00 or 14:23</c>.</param>
/// <param name="TargetShown">Formatted: <c>below 15:00</c>.</param>
/// <param name="Headroom">Fraction left: 0 at the limit, negative beyond.</param>
public sealed record HeadroomLine(
    SubjectRef Subject, string Title, string ValueShown, string TargetShown, decimal Headroom, bool Met);
