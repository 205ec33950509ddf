
using ReadinessPortal.Application.Changes;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class WaitingInLine
{
    private readonly ChangeLine _line = new();

    [Fact]
    public async Task One_at_a_time_for_a_launch_and_in_the_order_of_coming()
    {
        var first = await _line.EnterAsync("GA-1", default);
        var second = _line.EnterAsync("GA-1", default);
        var third = _line.EnterAsync("GA-1", default);

        second.IsCompleted.Should().BeFalse();
        first!.Dispose();
        (await second)!.Dispose();
        (await third)!.Dispose();
    }

    [Fact]
    public async Task Another_launch_has_a_line_of_its_own()
    {
        using var here = await _line.EnterAsync("GA-1", default);

        using var there = await _line.EnterAsync("GA-2", default);

        there.Should().NotBeNull();
    }

    [Fact]
    public async Task A_full_line_says_so_and_moves_on()
    {
        var first = await _line.EnterAsync("GA-1", default);
        var waiting = Enumerable.Range(0, ChangeLine.MostWaiting)
            .Select(_ => _line.EnterAsync("GA-1", default)).ToList();

        (await _line.EnterAsync("GA-1", default)).Should().BeNull();

        first!.Dispose();
        foreach (var place in waiting)
        {
            (await place)!.Dispose();
        }

        (await _line.EnterAsync("GA-1", default))!.Dispose();
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_line_and_the_next_one_is_served()
    {
        var first = await _line.EnterAsync("GA-1", default);
        using var gone = new CancellationTokenSource();
        var second = _line.EnterAsync("GA-1", gone.Token);
        var third = _line.EnterAsync("GA-1", default);

        await gone.CancelAsync();

        await second.Awaiting(s => s).Should().ThrowAsync<OperationCanceledException>();
        first!.Dispose();
        (await third)!.Dispose();
    }
}
