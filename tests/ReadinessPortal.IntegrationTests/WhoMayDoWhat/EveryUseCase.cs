using System.Reflection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>Every use case, by everybody: it ends as the table of permissions says, and a closed launch stays as it
/// was, whoever comes.</summary>
[TakesLong]
public sealed class EveryUseCase
{
    private static readonly Lazy<Task<string>> _launch = new(() => TemplateAsync(Cast.PrepareAsync));

    public static TheoryData<string> Names => [.. Trials.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Ends_as_the_table_says(string trial) => await InAPortal(await _launch.Value, async portal =>
    {
        var cast = new Cast(portal);
        var it = Trials.All.Single(t => t.Name == trial);
        var outcomes = new SortedDictionary<Who, string>();

        // Those who may not come first: they leave everything as it was.
        foreach (var who in Enum.GetValues<Who>().OrderBy(w => it.Expected(w) == Trial.Done))
        {
            await it.Ready(cast);
            outcomes[who] = Trial.OutcomeOf(await it.Act(cast, Cast.As(who)));
        }

        outcomes.Should().Equal(Enum.GetValues<Who>().ToDictionary(w => w, it.Expected));

        await it.Ready(cast);
        Done(await portal.Get<ChangeStage>()
            .RunAsync(Cast.Key, new(LaunchStage.Cancelled, "Not this year"), Cast.As(Who.Manager)));
        var able = Enum.GetValues<Who>().First(w => it.Expected(w) == Trial.Done);
        var isClosed = Trial.OutcomeOf(await it.Act(cast, Cast.As(able))) == nameof(LaunchIsClosed);
        isClosed.Should().Be(!it.IsPossibleWhenClosed, "the launch is cancelled");

        var verified = await portal.Get<VerifyLaunch>().RunAsync(Cast.Key, Viewer.System);
        // A copy of a launch has another id than its audit tells of.
        verified!.Checks.SelectMany(c => c.Breaks)
            .Where(b => !b.StartsWith("launches ", StringComparison.Ordinal)).Should()
            .BeEmpty("the audit tells of all that was done");
    });

    [Fact]
    public void None_is_forgotten()
    {
        var useCases = typeof(Outcome).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false }
            && t.GetMethods(BindingFlags.Instance | BindingFlags.Public)
                .Any(m => m.Name == "RunAsync" && m.GetParameters().Any(p => p.ParameterType == typeof(Viewer))));

        useCases.Select(t => t.Name).Except(Trials.All.Select(t => t.UseCase.Name)).Should()
            .BeEmpty("each of them needs a line in Trials, and in the table of permissions if it asks something new");
    }
}
