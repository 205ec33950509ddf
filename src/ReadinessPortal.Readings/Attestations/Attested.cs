using System.Collections.Immutable;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>What one statement says of artifacts. It is text from the file, as it stands there and of bounded length:
/// compare it, and clean it before it is shown.</summary>
public sealed record Attested
{
    /// <summary>What kind of claim it is (https://in-toto.io/attestation): <c>https://slsa.dev/provenance/v1</c>; null
    /// where only the bytes of an artifact are signed, or what is signed was not read.</summary>
    public string? PredicateType { get; init; }

    /// <summary>What the claim is about, the first <see cref="MostKept"/> of it.</summary>
    public ImmutableArray<AttestedSubject> Subjects { get; init; } = [];

    /// <summary>How many subjects there are, from 0; null where what is signed was not read.</summary>
    public int? SubjectCount { get; init; }

    /// <summary>The builder as SLSA provenance names it; null where it does not.</summary>
    public string? BuilderId { get; init; }

    /// <summary>What the build was made of (SLSA: materials, resolved dependencies), the first
    /// <see cref="MostKept"/> of it.</summary>
    public ImmutableArray<AttestedMaterial> Materials { get; init; } = [];

    /// <summary>How many signatures of it were verified: 0 where those that were checked are wrong, null where none was
    /// checked.</summary>
    public int? SignaturesVerified { get; init; }

    /// <summary>Whom the certificates of verified signatures name: an address of mail, or of a workflow. Whether it is
    /// the right one is for the caller to judge. Empty where a configured key was used, which has no name.</summary>
    public ImmutableArray<string> SignedBy { get; init; } = [];

    /// <summary>Of subjects and of materials.</summary>
    internal const int MostKept = 10_000;

    /// <summary>The tool or service that made the claim; null where it is not stated.</summary>
    internal string? Producer { get; init; }

    /// <summary>When what is claimed was finished; null where it is not stated.</summary>
    internal DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>An artifact that a statement is about.</summary>
/// <param name="Name">As the statement calls it; null where it has no name.</param>
/// <param name="Digests">By algorithm (<c>sha256</c>, <c>gitCommit</c>), in hexadecimal, lower case; never
/// empty.</param>
public sealed record AttestedSubject(string? Name, ImmutableSortedDictionary<string, string> Digests);

/// <summary>Something that went into a build.</summary>
/// <param name="Uri">Where it comes from; null where it is not stated.</param>
/// <param name="Digests">As of <see cref="AttestedSubject"/>; empty where the statement gives none.</param>
public sealed record AttestedMaterial(string? Uri, ImmutableSortedDictionary<string, string> Digests);
