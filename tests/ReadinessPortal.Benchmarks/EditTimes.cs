using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Benchmarks;

/// <summary>One edit in a large launch, in turn with the same edit in the demo: how long it takes, and how many
/// statements.</summary>
internal static class EditTimes
{
    private const int Times = 15;
    private const int Warm = 3;
    private const string Register = "regions";

    public static async Task RunAsync(ResultTable table)
    {
        await using var portals = await Portals.StartAsync(listen: false);
        await using var counted = portals.Counted();
        var facts = await DemoLaunch.FactsAsync();
        var criterion = FactPath.Of("criteria", facts.Criteria[0].Key);
        var row = FactPath.Of("registers", Register)
            .Part("rows", facts.Registers.Single(r => r.Key == Register).Rows[0].Key);

        await CompareAsync(
            "edit, 2,000 criteria", facts.Named("MANY-CRITERIA").WithCriteria(2_000), criterion, "title");
        await CompareAsync(
            "edit, register of 5,000 rows", facts.Named("MANY-ROWS").WithRows(Register, 5_000), row, "cells.cluster");

        async Task CompareAsync(string what, LaunchFacts large, FactPath fact, string field)
        {
            await portals.Get<ImportLaunch>().RunAsync(new LaunchPackage(large, []), update: false, Viewer.System);
            EditedField Of(IServiceProvider services, string launch) => new(services, launch, fact, field);
            var (ours, demo) = await InTurnAsync(
                Of(portals.App.Services, large.Launch.Key), Of(portals.App.Services, DemoPaths.Key));
            table.Add($"{what} (peer: demo)", "ms", ours, demo, "3 times at most");

            var (edit, after) = await CountAsync(Of(counted.Services, large.Launch.Key));
            var (demoEdit, demoAfter) = await CountAsync(Of(counted.Services, DemoPaths.Key));
            table.Add($"{what}: statements (peer: demo)", "", edit, demoEdit, "as many");
            table.Add($"{what}: statements that follow (peer: demo)", "", after, demoAfter, "as many");
        }

        async Task<(long Edit, long After)> CountAsync(EditedField field)
        {
            await field.EditAsync(); // reads the launch for the first time
            return await field.CountAsync(portals.Database);
        }
    }

    private static async Task<(double First, double Second)> InTurnAsync(EditedField first, EditedField second)
    {
        var taken = new List<(double First, double Second)>();
        for (var i = 0; i < Warm + Times; i++)
        {
            taken.Add((await first.EditAsync(), await second.EditAsync()));
        }

        var warm = taken.Skip(Warm).ToList();
        return (new Samples(warm.Select(t => t.First)).Median, new Samples(warm.Select(t => t.Second)).Median);
    }
}
