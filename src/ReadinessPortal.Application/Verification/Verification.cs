using System.Collections.Immutable;

namespace ReadinessPortal.Application.Verification;

/// <summary>One kind of thing that was checked.</summary>
/// <param name="What">In words, with what it was held against: <c>audit entries follow one another</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Breaks">What is not as it was recorded, a sentence each, in the order in which it was found.</param>
public sealed record VerificationCheck(string What, int Count, ImmutableArray<string> Breaks)
{
    public bool IsSound => Breaks.IsEmpty;
}

/// <summary>How far a verification has come.</summary>
/// <param name="Next">What is checked now, in a word or two.</param>
/// <param name="Done">What was checked.</param>
/// <param name="All">Kinds of things that are checked.</param>
public sealed record VerificationProgress(string Next, ImmutableArray<VerificationCheck> Done, int All);

/// <summary>Whether a launch is what its record says, with everything that was checked.</summary>
public sealed record Verification(string Launch, ImmutableArray<VerificationCheck> Checks)
{
    public bool IsSound => Checks.All(c => c.IsSound);
}
