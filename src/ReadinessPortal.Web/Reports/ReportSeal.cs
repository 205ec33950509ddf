using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Reporting.Files;
using ReadinessPortal.Web.Timestamps;

namespace ReadinessPortal.Web.Reports;

/// <summary>Signs final reports with the key that seals signatures, so that any reader of PDF files tells whether one
/// was altered.</summary>
internal sealed class ReportSeal(
    SealingKeys keys, TimestampAuthority authority, TimeProvider time, ILogger<ReportSeal> log)
{
    /// <returns>The same file with a signature over all of it appended.</returns>
    public async Task<byte[]> SealAsync(byte[] pdf, CancellationToken ct)
    {
        var key = await keys.CurrentAsync(ct);
        var now = time.GetUtcNow();
        using var certificate = key.Certificate(now);
        return await PdfSignature.AppendAsync(
            pdf, new(SealingKey.NameOf(key.IsDevelopment), "This report is as the portal made it", now),
            covered => CmsAsync(covered, certificate, key, ct));
    }

    private async Task<byte[]> CmsAsync(
        byte[] covered, X509Certificate2 certificate, SealingKey key, CancellationToken ct)
    {
        var cms = key.Using(ecdsa => PortalCms.Sign(covered, certificate, ecdsa));
        if (authority.IsAsked)
        {
            try
            {
                PortalCms.Add(cms, await authority.StampAsync(cms.SignerInfos[0].GetSignature(), ct));
            }
            catch (TimestampException problem)
            {
                // A decision does not wait for its report, nor the report for an authority.
                log.LogWarning("A final report has no timestamp: {Reason}", problem.Message);
            }
        }

        return cms.Encode();
    }
}
