using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Takes a launch package in.</summary>
internal sealed class ImportVerb : Verb
{
    public override string Name => "import";

    public override string Usage => "FILE [--update]";

    public override string Purpose => "take in a launch package: a folder, its launch.yaml, or a .zip";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var update = arguments.Flag("--update");
        var file = arguments.Next("FILE");
        arguments.Done();
        if (!Path.Exists(file))
        {
            throw arguments.Wrong($"'{file}' does not exist.");
        }

        await using var portal = await PreparedAsync(ct);
        Progress($"reading {file}");
        var package = await LaunchPackage.ReadAsync(file, ct);
        var key = package.Facts.Launch.Key;
        Progress($"importing {key} with {Counted.Of(package.Files.Count, "uploaded file")}");
        var outcome = await portal.Services.GetRequiredService<ImportLaunch>()
            .RunAsync(package, update, Viewer.System, ct);
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            throw new UsageException(
                refusal is LaunchExists ? $"{refusal.Text} The option is --update." : refusal.Text);
        }

        Console.WriteLine($"{key} " + ((Outcome.Done)outcome switch
        {
            { IsRepeat: true } => "is as the package says already: nothing changed",
            { WasThere: var was, ChangeNumber: var number } => $"{(was ? "updated" : "imported")}: change {number}",
        }));
        return Fine;
    }
}
