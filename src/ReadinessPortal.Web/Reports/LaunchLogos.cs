using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Reporting;

namespace ReadinessPortal.Web.Reports;

/// <summary>
/// The pictures that reports begin with, by the bytes that the launch or its revision names. No report waits for one.
/// </summary>
internal sealed class LaunchLogos(OpenEvidence evidence)
{
    /// <param name="facts">Of a launch or revision that was read for somebody who may see it.</param>
    /// <returns>Null where it has no logo.</returns>
    public async Task<ReportLogo?> OfAsync(LaunchFacts facts, CancellationToken ct = default)
    {
        if (facts.Launch.Logo is not { } key)
        {
            return null;
        }

        if (facts.Evidence.FirstOrDefault(e => e.Key == key) is not { } item)
        {
            return ReportLogo.Missing("it was archived");
        }

        try
        {
            return await ReportLogo.ReadAsync(item, () => BytesAsync(item, ct));
        }
        catch (EvidenceDamagedException)
        {
            return ReportLogo.Missing("its stored bytes are not those that were uploaded");
        }
    }

    private async Task<byte[]> BytesAsync(EvidenceItem item, CancellationToken ct)
    {
        using var picture = new MemoryStream();
        await (await evidence.OpenAsync(item, ct)).CopyToAsync(picture, ct: ct);
        return picture.ToArray();
    }
}
