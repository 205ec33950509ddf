using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Identity;

/// <summary>A part in a launch that an identity provider gives to whoever it says something of.</summary>
/// <param name="Launch">Key of the launch; null for every launch there is.</param>
public sealed record GivenPart(string? Launch, LaunchPart Part)
{
    /// <summary>The same in one launch.</summary>
    public IEnumerable<PartIn> In(IEnumerable<string> launches) =>
        launches.Where(key => Launch is null || Launch == key).Select(key => new PartIn(key, Part));
}

/// <summary>A part in one launch.</summary>
public readonly record struct PartIn(string Launch, LaunchPart Part);

/// <summary>What becomes of somebody's parts when they come in by an identity provider.</summary>
/// <param name="Give">They do not have them yet.</param>
/// <param name="Take">The same provider gave them, and does not any more.</param>
public sealed record PartsToFollow(ImmutableArray<PartIn> Give, ImmutableArray<PartIn> Take)
{
    /// <summary>Taken is only what the same provider gave: nobody loses by a group what a launch manager gave them.
    /// </summary>
    /// <param name="has">What they have, with the key of the provider that gave it; null where a person did.</param>
    /// <param name="says">What the provider gives today.</param>
    /// <param name="launches">Keys of all launches.</param>
    public static PartsToFollow Of(
        IReadOnlyCollection<(PartIn Part, string? By)> has, string provider, IEnumerable<GivenPart> says,
        IReadOnlyCollection<string> launches)
    {
        var given = says.SelectMany(g => g.In(launches)).ToHashSet();
        return new(
            [.. given.Except(has.Select(h => h.Part)).OrderBy(p => p.Launch, StringComparer.Ordinal)],
            [.. has.Where(h => h.By == provider && !given.Contains(h.Part)).Select(h => h.Part)]);
    }
}
