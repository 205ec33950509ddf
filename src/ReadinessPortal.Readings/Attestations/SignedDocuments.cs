using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>The signed documents of one file, and the figures of all of them together.</summary>
internal sealed class SignedDocuments(TrustedSigners trusted)
{
    private readonly List<Attested> _statements = [];
    private readonly AttestationRemarks _remarks = new();

    public int Count => _statements.Count;

    public void Add(ISignedFormat format, JsonPart root) => _statements.Add(format.Read(root, trusted, _remarks));

    /// <summary>An artifact that several statements are about counts once. Whether signatures were verified is absent
    /// where none was checked: zero would say that they are wrong.</summary>
    public void AddTo(ReadingCollector into)
    {
        into.AddIfGiven("attestation.subjects", Subjects(), "count");
        into.AddIfGiven("attestation.verified", _statements.Aggregate(
            (int?)null, (sum, s) => s.SignaturesVerified is { } some ? (sum ?? 0) + some : sum), "count");
        foreach (var statement in _statements)
        {
            into.Attest(statement);
            into.Producer ??= statement.Producer;
            into.Captured(statement.FinishedAt);
        }

        _remarks.AddTo(into);
    }

    private long? Subjects()
    {
        var read = _statements.Where(s => s.SubjectCount is not null).ToList();
        var kept = read.SelectMany(s => s.Subjects).ToList();
        var beyond = read.Sum(s => (long)s.SubjectCount! - s.Subjects.Length);
        return read.Count == 0 ? null
            : beyond + (read.Count == 1 ? kept.Count : kept.Select(Key).Distinct().Count());
    }

    private static string Key(AttestedSubject subject) =>
        string.Join('\n', subject.Digests.Select(d => $"{d.Key}:{d.Value}").Prepend(subject.Name));
}
