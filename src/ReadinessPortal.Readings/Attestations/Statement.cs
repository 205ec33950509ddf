using System.Collections.Immutable;
using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>A statement of in-toto (https://github.com/in-toto/attestation/tree/main/spec): a claim about artifacts.
/// </summary>
internal static class Statement
{
    /// <summary>Of a name or an address, in characters.</summary>
    public const int LongestText = 2048;

    private static readonly string[] _types =
        ["https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1"];

    public static bool IsOne(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("_type", out var type) && _types.Contains(type.TextOrNull());

    /// <exception cref="UnreadableEvidenceException">A subject has no digest, or something is not what it must be.
    /// </exception>
    public static Attested Read(JsonPart root, AttestationRemarks remarks)
    {
        var type = root.Required("predicateType").Short();
        var claim = Predicates.Read(type, root.Member("predicate"));
        var (subjects, count) = Kept(root.Items("subject"), Subject, $"{root.Path}.subject", remarks);
        if (count == 0)
        {
            remarks.Add(WarningCodes.NothingMeasured, $"{root.Path}.subject is empty");
        }

        return new Attested
        {
            PredicateType = type,
            Subjects = subjects,
            SubjectCount = count,
            BuilderId = claim.BuilderId,
            Materials = Kept(claim.Materials, Material, "the materials", remarks).Kept,
            Producer = claim.Producer,
            FinishedAt = claim.FinishedAt,
        };
    }

    /// <summary>A text that is kept, which no name or address is longer than.</summary>
    public static string Short(this JsonPart part) => part.Text() is { Length: <= LongestText } text ? text
        : throw part.Wrong($"has more than {LongestText} characters, as no name or address has");

    /// <summary>The same of a member; null where there is none.</summary>
    public static string? Short(this JsonPart part, string name) => part.Member(name)?.Short();

    // Each is read, so that what is wrong beyond what is kept is said too.
    private static (ImmutableArray<T> Kept, int Count) Kept<T>(
        IEnumerable<JsonPart> parts, Func<JsonPart, T> read, string place, AttestationRemarks remarks)
    {
        var kept = ImmutableArray.CreateBuilder<T>();
        var count = 0;
        foreach (var part in parts)
        {
            var one = read(part);
            if (count++ < Attested.MostKept)
            {
                kept.Add(one);
            }
        }

        if (count > kept.Count)
        {
            remarks.Add(WarningCodes.ListCut, $"{place} has {count} entries");
        }

        return (kept.ToImmutable(), count);
    }

    private static AttestedSubject Subject(JsonPart subject) => Digests.Of(subject.Required("digest")) is var digests
        && digests.Count > 0
            ? new(subject.Short("name"), digests)
            : throw subject.Wrong("has a 'digest' that names none, so that nobody can tell what it is about");

    // A resource of version 1 is told by any of these.
    private static AttestedMaterial Material(JsonPart material) => new(
        material.Short("uri") ?? material.Short("downloadLocation") ?? material.Short("name"),
        material.Member("digest") is { } digests ? Digests.Of(digests) : Digests.None);
}
