using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Web.Checking;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Checks a launch against its own record, or a file against what the portal signed and stored.</summary>
internal sealed class VerifyVerb : Verb
{
    private static readonly string[] _files = [".pdf", ".zip"];

    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Usage => "KEY | FILE [--key KEY.pem]";

    /// <inheritdoc/>
    public override string Purpose =>
        "check a launch against its record: audit, rows, revisions, signatures, seals, evidence, final reports; or a "
        + "report (.pdf) or package with its record (.zip), of this portal or by the public key of another; 1 when "
        + "something was changed";

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var key = arguments.Value("--key");
        var what = arguments.Next("KEY or FILE");
        arguments.Done();
        if (!_files.Contains(Path.GetExtension(what), StringComparer.OrdinalIgnoreCase))
        {
            return key is not null ? throw arguments.Wrong("--key goes with a file only.")
                : await LaunchAsync(what, ct);
        }

        if (!File.Exists(what))
        {
            throw new UsageException($"There is no file {what}.");
        }

        var given = key is null ? null : await KeyAsync(key, ct);
        await using var portal = await PreparedAsync(ct);
        await using var file = File.OpenRead(what);
        var found = await portal.Services.GetRequiredService<CheckFile>().RunAsync(what, file, given, ct);
        Tell(found.Result);
        foreach (var signature in found.Signatures)
        {
            Console.WriteLine(VisibleText.Line($"signed  {signature.Number,6} {signature.At:u} {signature.RoleTitle}, "
                + $"{signature.Name}: {SignatureWords.Of(signature)}, revision {signature.Revision}"));
        }

        foreach (var since in found.Since)
        {
            Console.WriteLine($"since          {VisibleText.Line(since)}");
        }

        return End(what, found.Result.IsSound ? "is genuine." : "is NOT genuine.", found.Result);
    }

    private static async Task<int> LaunchAsync(string key, CancellationToken ct)
    {
        await using var portal = await PreparedAsync(ct);
        var result = await portal.Services.GetRequiredService<VerifyLaunch>()
            .RunAsync(key, Viewer.System, new Told(), ct) ?? throw new UsageException(new NoSuchLaunch(key).Text);
        Tell(result);
        return End(key, result.IsSound ? "is what the record says." : "is NOT what the record says.", result);
    }

    private static void Tell(Verification result)
    {
        foreach (var check in result.Checks)
        {
            Console.WriteLine($"{(check.IsSound ? "sound" : "BROKEN"),-7} {check.Count,6} {check.What}");
            foreach (var problem in check.Breaks)
            {
                Console.WriteLine($"        {VisibleText.Line(problem)}");
            }
        }
    }

    private static int End(string what, string word, Verification result)
    {
        Console.WriteLine($"{what} {word}");
        return result.IsSound ? Fine : AnswerIsNo;
    }

    private static async Task<byte[]> KeyAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > PublicKeyFile.MostBytes)
        {
            throw new UsageException($"There is no public key in {path}.");
        }

        return PublicKeyFile.Read(await File.ReadAllTextAsync(path, ct)) ?? throw new UsageException(
            $"{path} holds no public key on P-256 in PEM, such as openssl pkey -pubout writes.");
    }

    private sealed class Told : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => Progress($"checking {value.Next}");
    }
}
