using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Reporting;

namespace ReadinessPortal.Web.Reports;

/// <summary>The pictures that reports begin with, by the bytes that the launch or its revision names.</summary>
internal sealed class LaunchLogos(OpenEvidence evidence)
{
    /// <param name="facts">Of a launch or revision that was read for somebody who may see it.</param>
    /// <returns>Null where it has no logo.</returns>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were uploaded.</exception>
    public async Task<ReportLogo?> OfAsync(LaunchFacts facts, CancellationToken ct = default) =>
        facts.Launch.Logo is not { } key ? null
        : facts.Evidence.FirstOrDefault(e => e.Key == key) is not { } item ? ReportLogo.Missing("it was archived")
        : await ReportLogo.ReadAsync(item, async () =>
        {
            using var picture = new MemoryStream();
            await (await evidence.OpenAsync(item, ct)).CopyToAsync(picture, ct: ct);
            return picture.ToArray();
        });
}
