using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.UnitTests.FollowUps;

public sealed class MakingWhatFollows
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_launch_that_is_asked_for_again_and_again_is_made_once_more_and_with_the_newest_change()
    {
        var made = new Recorder { Gate = new() };
        using var workers = Workers(made);
        var launch = Guid.NewGuid();
        workers.Add(launch, 1);
        await made.Begun.Task;

        foreach (var number in new long[] { 2, 5, 3 })
        {
            workers.Add(launch, number);
        }

        made.Gate.SetResult();
        await workers.WhenIdleAsync();

        made.Made.Should().Equal((launch, 1), (launch, 5));
    }

    [Fact]
    public async Task However_many_launches_there_are_only_a_few_are_made_at_once()
    {
        var made = new Recorder { Gate = new() };
        using var workers = Workers(made);
        for (var i = 0; i < 50; i++)
        {
            workers.Add(Guid.NewGuid(), 1);
        }

        await made.Begun.Task;
        made.Gate.SetResult();
        await workers.WhenIdleAsync();

        made.Made.Should().HaveCount(50);
        made.MostAtOnce.Should().BeLessThanOrEqualTo(FollowUpWorkers.AtOnce);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_keeps_nothing_else_from_being_made()
    {
        var (failing, other) = (new Recorder { Failures = 2 }, new Recorder());
        using var workers = Workers(failing, other);
        var launch = Guid.NewGuid();

        workers.Add(launch, 7);
        await workers.WhenIdleAsync();

        (failing.Made.Count, other.Made.Count, workers.Failing).Should().Be((0, 1, 1));
        using var late = Patience.Starts();
        while (failing.Made.Count == 0)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1, late.Token); // whoever waited for the clock runs on a thread of its own
        }

        await workers.WhenIdleAsync();

        failing.Made.Should().Equal((launch, 7));
        workers.Failing.Should().Be(0);
    }

    [Fact]
    public async Task What_is_missing_is_found_although_nobody_asked()
    {
        var launch = Guid.NewGuid();
        var made = new Recorder { Missing = [new(launch, 3)] };
        using var workers = Workers(made);

        await workers.AddMissingAsync(10, default);
        await workers.WhenIdleAsync();

        made.Made.Should().Equal((launch, 3));
    }

    [Fact]
    public async Task Told_to_end_it_ends_with_what_is_being_made_and_begins_nothing_more()
    {
        var made = new Recorder { Gate = new() };
        var workers = Workers(made);
        for (var i = 0; i < 10; i++)
        {
            workers.Add(Guid.NewGuid(), 1);
        }

        await made.Begun.Task;
        var ending = workers.DisposeAsync().AsTask();
        workers.Add(Guid.NewGuid(), 1);

        ending.IsCompleted.Should().BeFalse("it still works with what its owner is about to take away");
        made.Gate.SetResult();
        await ending.WaitAsync(Patience.Limit);
        made.Made.Should().HaveCountLessThanOrEqualTo(FollowUpWorkers.AtOnce);
    }

    private FollowUpWorkers Workers(params IFollowUp[] followUps) =>
        new(() => followUps, new(NullLogger<Outage>.Instance), _clock, NullLogger<FollowUpWorkers>.Instance);

    private sealed class Recorder : IFollowUp
    {
        private readonly Lock _lock = new();
        private int _atOnce;

        public List<(Guid, long)> Made { get; } = [];

        public TaskCompletionSource? Gate { get; init; }

        public TaskCompletionSource Begun { get; } = new();

        public int Failures { get; set; }

        public IReadOnlyList<LaunchToFollow> Missing { get; init; } = [];

        public int MostAtOnce { get; private set; }

        public async Task RunAsync(Guid launchId, long number, CancellationToken ct)
        {
            lock (_lock)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            }

            Begun.TrySetResult();
            await (Gate?.Task ?? Task.CompletedTask);
            lock (_lock)
            {
                _atOnce--;
                if (Failures-- > 0)
                {
                    throw new TimeoutException("not now");
                }

                Made.Add((launchId, number));
            }
        }

        public Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct) =>
            Task.FromResult(Missing);
    }
}
