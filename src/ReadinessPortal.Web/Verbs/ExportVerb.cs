using System.Text;
using System.Text.Json;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Reporting;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Audit;
using ReadinessPortal.Web.Reports;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Gives a launch out: as a report, as a package, or as the answers of the API.</summary>
internal sealed class ExportVerb : Verb
{
    public override string Name => "export";

    public override string Usage =>
        "KEY --pdf FILE [--profile board] [--paper letter] | --package FILE [--record] | --evidence FILE "
        + "| --audit FILE | --json [--revision N | --live]";

    public override string Purpose =>
        "give a launch out: as report, as package, its evidence or its audit (.jsonl, .csv) alone, or as JSON on "
        + "standard output";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (pdf, package, json) = (arguments.Value("--pdf"), arguments.Value("--package"), arguments.Flag("--json"));
        var (evidence, audit) = (arguments.Value("--evidence"), arguments.Value("--audit"));
        var revision = arguments.Number("--revision", 1, int.MaxValue);
        var (live, record) = (arguments.Flag("--live"), arguments.Flag("--record"));
        var (profile, paper) = (arguments.Value("--profile"), arguments.Value("--paper"));
        var key = arguments.Next("KEY");
        arguments.Done();
        if (new[] { pdf, package, evidence, audit }.Count(file => file is not null) + (json ? 1 : 0) != 1)
        {
            throw arguments.Wrong("Choose one of --pdf, --package, --evidence, --audit and --json.");
        }

        if (audit is not null && !IsCsv(audit) && !audit.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            throw arguments.Wrong("The audit goes into a file whose name ends with .jsonl or .csv.");
        }

        if (pdf is null && (profile ?? paper) is not null)
        {
            throw arguments.Wrong("--profile and --paper go with --pdf only.");
        }

        if (ReportForms.WhyNot(profile, paper) is { } unknown)
        {
            throw arguments.Wrong(unknown.Text);
        }

        if (record && package is null)
        {
            throw arguments.Wrong("--record goes with --package only.");
        }

        if (live && (pdf is null || revision is not null))
        {
            throw arguments.Wrong("--live goes with --pdf, and without --revision.");
        }

        if ((package ?? evidence ?? audit) is not null && revision is not null)
        {
            throw arguments.Wrong("Package, evidence and audit are of no one revision: leave --revision out.");
        }

        await using var portal = await PreparedAsync(ct);
        var view = await portal.Services.GetRequiredService<LaunchBoards>().ViewAsync(key, Viewer.System, ct)
            ?? throw new UsageException($"there is no launch {key}.");
        await (pdf is not null ? PdfAsync(portal, key, revision, live, ReportForms.Read(profile, paper), pdf, ct)
            : package is not null ? WholeAsync(key, package, zip => record
                ? portal.Services.GetRequiredService<ExportWithRecord>().RunAsync(key, zip, Viewer.System, ct)
                : portal.Services.GetRequiredService<ExportLaunch>().RunAsync(key, zip, Viewer.System, ct))
            : evidence is not null ? WholeAsync(key, evidence, zip => portal.Services
                .GetRequiredService<ExportEvidence>().RunAsync(key, () => zip, Viewer.System, ct))
            : audit is not null ? WholeAsync(key, audit, file => AuditAsync(portal, key, IsCsv(audit), file, ct))
            : JsonAsync(portal, view, revision, ct));
        return Fine;
    }

    private static async Task PdfAsync(
        PortalApp portal, string key, int? revision, bool live, ReportForm form, string file, CancellationToken ct)
    {
        Progress($"rendering {key}");
        var reports = portal.Services.GetRequiredService<LaunchReports>();
        var report = await (live
            ? reports.OpenLiveAsync(key, form, Viewer.System, ct)
            : reports.OpenAsync(key, revision, form, Viewer.System, ct)) ?? throw NoRevision(key, revision);
        await File.WriteAllBytesAsync(file, report.Pdf, ct);
        Console.WriteLine($"{file}: {report.FileName}, {report.Pdf.Length} bytes");
    }

    private static bool IsCsv(string file) => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static async Task<Refusal?> AuditAsync(
        PortalApp portal, string key, bool isCsv, Stream file, CancellationToken ct)
    {
        var lines = (await portal.Services.GetRequiredService<ExportAudit>().RunAsync(key, new(), Viewer.System, ct))!;
        await (isCsv ? AuditFiles.CsvAsync(lines, file, ct) : AuditLines.WriteAsync(lines, file, ct));
        return null;
    }

    private static async Task WholeAsync(string key, string file, Func<Stream, Task<Refusal?>> write)
    {
        Progress($"packing {key}");

        // Under its name only when it is whole: a package that breaks off half-way would look like one.
        var begun = $"{file}.part";
        try
        {
            await using (var zip = File.Create(begun))
            {
                if (await write(zip) is { } refusal)
                {
                    throw new UsageException(refusal.Text);
                }
            }

            File.Move(begun, file, overwrite: true);
        }
        catch (EvidenceDamagedException problem)
        {
            throw new UsageException(
                $"{file} was not written. {new EvidenceIsDamaged(problem.Damage).Text}");
        }
        finally
        {
            File.Delete(begun);
        }

        Console.WriteLine($"{file}: {new FileInfo(file).Length} bytes");
    }

    // Of a revision, the bytes that were hashed and no line end after them: what comes out can be hashed again.
    private static async Task JsonAsync(PortalApp portal, LaunchView view, int? revision, CancellationToken ct)
    {
        await using var output = Console.OpenStandardOutput();
        if (revision is { } number)
        {
            var (_, text) = await portal.Services.GetRequiredService<ReadRevision>()
                .TextAsync(view.Launch.Key, number, Viewer.System, ct) ?? throw NoRevision(view.Launch.Key, revision);
            await output.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
            return;
        }

        await JsonSerializer.SerializeAsync(output, ExportAnswer.Of(LaunchPicture.Of(view)), ApiJson.Indented, ct);
        await output.WriteAsync("\n"u8.ToArray(), ct);
    }

    private static UsageException NoRevision(string key, int? revision) =>
        new($"{key} has no revision {revision}.");
}
