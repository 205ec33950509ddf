using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Reports;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Checks a launch against its own record, or a file against what the portal signed and stored.</summary>
internal sealed class VerifyVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Usage => "KEY|FILE.pdf";

    /// <inheritdoc/>
    public override string Purpose =>
        "check a launch against its record: audit, rows, revisions, signatures, seals, evidence, final reports; or a "
        + "PDF file, whether it is a final report of this portal; 1 when something was changed";

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var what = arguments.Next("KEY or FILE");
        arguments.Done();
        var file = what.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? await ReadAsync(what, ct) : null;
        await using var portal = await PreparedAsync(ct);
        var result = file is null
            ? await portal.Services.GetRequiredService<VerifyLaunch>().RunAsync(what, Viewer.System, new Told(), ct)
                ?? throw new UsageException(new NoSuchLaunch(what).Text)
            : await portal.Services.GetRequiredService<CheckReportFile>().RunAsync(what, file, ct);
        foreach (var check in result.Checks)
        {
            Console.WriteLine($"{(check.IsSound ? "sound" : "BROKEN"),-7} {check.Count,6} {check.What}");
            foreach (var problem in check.Breaks)
            {
                Console.WriteLine($"        {VisibleText.Line(problem)}");
            }
        }

        Console.WriteLine(result.IsSound ? $"{what} is what the record says." : $"{what} is NOT what the record says.");
        return result.IsSound ? Fine : AnswerIsNo;
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {path}.");
        }

        return new FileInfo(path).Length <= CheckReportFile.MostBytes ? await File.ReadAllBytesAsync(path, ct)
            : throw new UsageException($"{path} is larger than any report: {CheckReportFile.MostBytes >> 20} MiB.");
    }

    private sealed class Told : IProgress<string>
    {
        public void Report(string value) => Progress($"checking {value}");
    }
}
