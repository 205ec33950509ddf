namespace ReadinessPortal.Domain.Gates;

/// <param name="Colour">What counts.</param>
/// <param name="Derived">What the criteria give; differs when a worse colour was set by hand.</param>
/// <param name="Why">Why it is not green, worst first; empty when it is.</param>
/// <param name="Word">One word beside the colour: <c>disputed</c>, <c>unproven</c>, <c>waived until 31 Mar
/// 2026</c>, <c>by hand</c>; null when green.</param>
/// <param name="OnlyWaived">Yellow for no other reason than a valid waiver.</param>
/// <param name="Criteria">Keys, worst state first.</param>
/// <param name="Sentence">Evidence sentence with figures filled in.</param>
public sealed record GateStanding(
    string Key,
    GateKind Kind,
    GateColour Colour,
    GateColour Derived,
    EquatableArray<string> Why,
    string? Word,
    bool OnlyWaived,
    EquatableArray<string> Criteria,
    string? Sentence);
