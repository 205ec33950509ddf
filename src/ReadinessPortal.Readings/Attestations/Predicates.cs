using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>What a statement claims, as far as its type is known: provenance of SLSA v0.1 and v0.2
/// (https://slsa.dev/spec/v0.2/provenance) and v1 (https://slsa.dev/spec/v1.0/provenance), and scans
/// (https://github.com/in-toto/attestation/blob/main/spec/predicates/vuln.md). Of any other type nothing is known.
/// </summary>
internal static class Predicates
{
    /// <param name="predicate">Null where the statement has none.</param>
    /// <exception cref="UnreadableEvidenceException">It is not as its type is.</exception>
    public static Claim Read(string type, JsonPart? predicate) => predicate is not { } given ? new() : type switch
    {
        "https://slsa.dev/provenance/v1" => Provenance(
            given.Member("runDetails"), given.Member("buildDefinition")?.Items("resolvedDependencies"), "finishedOn"),
        "https://slsa.dev/provenance/v0.2" or "https://slsa.dev/provenance/v0.1" =>
            Provenance(given, given.Items("materials"), "buildFinishedOn"),
        "https://cosign.sigstore.dev/attestation/vuln/v1" or "https://in-toto.io/attestation/vulns/v0.1"
            or "https://in-toto.io/attestation/vulns/v0.2" => Scan(given),
        _ => new(),
    };

    private static Claim Provenance(JsonPart? run, IEnumerable<JsonPart>? materials, string finished)
    {
        var builder = run?.Member("builder")?.Short("id");
        return new()
        {
            BuilderId = builder,
            Producer = builder,
            Materials = materials ?? [],
            FinishedAt = Moment(run?.Member("metadata"), finished),
        };
    }

    private static Claim Scan(JsonPart scan)
    {
        var scanner = scan.Member("scanner");
        return new()
        {
            Producer = scanner?.Short("uri") is { } uri ? $"{uri} {scanner?.Short("version")}" : null,
            FinishedAt = Moment(scan.Member("metadata"), "scanFinishedOn"),
        };
    }

    // What was never set is written as the first day of the calendar.
    private static DateTimeOffset? Moment(JsonPart? metadata, string name) =>
        Numbers.Moment(metadata?.Text(name)) is { } at && at > DateTimeOffset.UnixEpoch ? at : null;

    /// <summary>What is known of it; null and empty where it says nothing.</summary>
    internal readonly record struct Claim
    {
        public Claim()
        {
        }

        public string? BuilderId { get; init; }

        public string? Producer { get; init; }

        public IEnumerable<JsonPart> Materials { get; init; } = [];

        public DateTimeOffset? FinishedAt { get; init; }
    }
}
