using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.Application.Evidence;

/// <param name="Changes">Null where the files cannot be compared by name.</param>
/// <param name="WhyNot">Why they cannot, as a sentence; null where they can.</param>
public sealed record CaseComparison(CaseChanges? Changes, string? WhyNot);

/// <summary>Compares the test cases of two reports by name. The files are read again for it: what they say of single
/// cases is kept nowhere else.</summary>
public sealed class CompareCases(OpenEvidence open)
{
    private const long MostBytes = 64L << 20;

    /// <param name="before">In hand.</param>
    /// <param name="after">In hand.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>Null where they are no test reports.</returns>
    public async Task<CaseComparison?> RunAsync(EvidenceItem before, EvidenceItem after, CancellationToken ct = default)
    {
        if (!AreTests(before, after.Reading))
        {
            return null;
        }

        await using var bytes = (await open.OpenAsync(after, ct)).AsStream();
        return await RunAsync(before, bytes, after.FileName, after.Size ?? 0, ct);
    }

    /// <summary>The same with a file that is not kept yet.</summary>
    internal async Task<CaseComparison?> RunAsync(
        EvidenceItem before, EvidenceReading reading, EvidenceSpool.Spooled after, string name, CancellationToken ct) =>
        AreTests(before, reading) ? await RunAsync(before, after.FromStart(), name, after.Length, ct) : null;

    private async Task<CaseComparison> RunAsync(
        EvidenceItem before, Stream after, string name, long length, CancellationToken ct)
    {
        if (Math.Max(before.Size ?? 0, length) > MostBytes)
        {
            return new(null, $"Files of more than {Format.Bytes(MostBytes)} are not compared case by case.");
        }

        try
        {
            await using var stored = (await open.OpenAsync(before, ct)).AsStream();
            var changes = TestCases.Between(
                await ReadFile.CasesOfAsync(stored, before.FileName, ct), await ReadFile.CasesOfAsync(after, name, ct));
            return new(changes, changes is null
                ? $"Reports of more than {Format.Number(TestCases.Most)} cases are not compared by name." : null);
        }
        catch (EvidenceDamagedException)
        {
            // Whoever opens the damaged file is told what to do about it.
            return new(null, "Stored bytes of one of the files are damaged, so they are not compared case by case.");
        }
    }

    private static bool AreTests(EvidenceItem before, EvidenceReading? after) =>
        before is { IsInHand: true, Reading: { } was } && after is not null
        && was.Find(Metrics.TestsTotal) is not null && after.Find(Metrics.TestsTotal) is not null;
}
