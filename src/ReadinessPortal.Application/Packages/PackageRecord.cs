using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Application.Packages;

/// <param name="Path">In the folder of the record.</param>
internal sealed record RecordFile(string Path, byte[] Content);

/// <summary>What a package can carry beside the facts, for reading: signatures with their seals, revisions, final
/// reports and the audit.</summary>
public sealed class PackageRecord(
    IDbContextFactory<PortalDb> databases, ExportSignatures signatures, ExportAudit audit)
{
    internal const string Audit = "audit.jsonl";
    internal const string Signatures = "signatures/";
    internal const string Reports = "reports/";

    internal async IAsyncEnumerable<RecordFile> FilesAsync(
        LaunchView view, Viewer viewer,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        using var lines = new MemoryStream();
        await AuditLines.WriteAsync((await audit.RunAsync(view.Launch.Key, new(), viewer, ct))!, lines, ct);
        yield return new(Audit, lines.ToArray());
        await using var db = await databases.CreateDbContextAsync(ct);
        var reports = db.Set<StoredReport>().Where(r => r.LaunchId == view.Launch.Id).OrderBy(r => r.Revision);
        await foreach (var report in reports.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new(string.Create(
                CultureInfo.InvariantCulture, $"{Reports}{view.Launch.Key}-r{report.Revision}-FINAL.pdf"), report.Pdf);
        }

        await foreach (var (name, content) in signatures.FilesAsync(view.Launch, ct))
        {
            yield return new(Signatures + name, content);
        }
    }
}
