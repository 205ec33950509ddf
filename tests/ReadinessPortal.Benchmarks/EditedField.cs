using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Benchmarks;

/// <summary>One field of a launch that is edited again and again.</summary>
internal sealed class EditedField(IServiceProvider services, string launch, FactPath fact, string field)
{
    private int _edits;

    /// <summary>Edits it once more.</summary>
    /// <returns>Milliseconds until it was committed; what follows from it is over too.</returns>
    public async Task<double> EditAsync()
    {
        var change = await NextAsync();
        var watch = Stopwatch.StartNew();
        await CommitAsync(change);
        var taken = watch.Elapsed.TotalMilliseconds;
        await IdleAsync();
        return taken;
    }

    /// <summary>Edits it once more and counts.</summary>
    /// <returns>Statements until it was committed, and those of what followed.</returns>
    public async Task<(long Edit, long After)> CountAsync(BenchDatabase database)
    {
        var change = await NextAsync();
        var before = database.Statements;
        await CommitAsync(change);
        var committed = database.Statements;
        await IdleAsync();
        return (committed - before, database.Statements - committed);
    }

    private async Task<FactChange> NextAsync()
    {
        var view = await services.GetRequiredService<LaunchBoards>().ViewAsync(launch, Viewer.System);
        var now = FactText.Read(view!.Board.Facts, fact, field);
        return FactChange.Setting(fact, field, now, $"edited {++_edits} times");
    }

    private async Task CommitAsync(FactChange change)
    {
        if (await services.GetRequiredService<EditFacts>().RunAsync(launch, [change], Viewer.System)
            is not Outcome.Done)
        {
            throw new InvalidOperationException($"The change of {fact} was refused.");
        }
    }

    private Task IdleAsync() => services.GetRequiredService<FollowUpWorkers>().WhenIdleAsync();
}
