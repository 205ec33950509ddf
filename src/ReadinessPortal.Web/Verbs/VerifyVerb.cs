using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Checks a launch against its own record.</summary>
internal sealed class VerifyVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Usage => "KEY";

    /// <inheritdoc/>
    public override string Purpose =>
        "check a launch against its record: audit, rows, revisions, signatures, evidence, final reports; 1 when "
        + "something was changed outside the portal";

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var key = arguments.Next("KEY");
        arguments.Done();
        await using var portal = await PreparedAsync(ct);
        var result = await portal.Services.GetRequiredService<VerifyLaunch>()
            .RunAsync(key, Viewer.System, new Told(), ct) ?? throw new UsageException(new NoSuchLaunch(key).Text);
        foreach (var check in result.Checks)
        {
            Console.WriteLine($"{(check.IsSound ? "sound" : "BROKEN"),-7} {check.Count,6} {check.What}");
            foreach (var problem in check.Breaks)
            {
                Console.WriteLine($"        {VisibleText.Line(problem)}");
            }
        }

        Console.WriteLine(result.IsSound ? $"{key} is what its record says." : $"{key} is NOT what its record says.");
        return result.IsSound ? Fine : AnswerIsNo;
    }

    private sealed class Told : IProgress<string>
    {
        public void Report(string value) => Progress($"checking {value}");
    }
}
