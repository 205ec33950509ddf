using System.Collections.Immutable;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Web.Checking;

/// <summary>What a file that somebody has is found to be.</summary>
/// <param name="Result">Whether it is genuine, with everything that was checked.</param>
internal sealed record CheckedFile(Verification Result)
{
    /// <summary>Key of the launch; null where the file is not genuine, and so says nothing.</summary>
    public string? Launch { get; init; }

    /// <summary>The revision that the signatures in it are of; null where there is none.</summary>
    public int? Revision { get; init; }

    /// <summary>Lower-case hex.</summary>
    public string? RevisionSha256 { get; init; }

    /// <summary>In order of time.</summary>
    public ImmutableArray<CertifiedSignature> Signatures { get; init; } = [];

    /// <summary>What has changed at this portal since, a sentence each; empty where nothing has, or nothing is known of
    /// the launch here.</summary>
    public ImmutableArray<string> Since { get; init; } = [];

    public static CheckedFile Unreadable(string name, string why) =>
        new(new Verification(name, [new("it is a report or a package of a portal", 1, [why])]));
}
