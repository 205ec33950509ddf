using Microsoft.Extensions.Time.Testing;
using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.UnitTests.Evidence;

public sealed class WaitingForAPlace
{
    private static readonly Guid _ana = Guid.NewGuid();
    private static readonly Guid _bo = Guid.NewGuid();

    private readonly FakeTimeProvider _time = new();
    private readonly UploadPlaces _places;

    public WaitingForAPlace() => _places = new(_time, new());

    [Fact]
    public async Task One_person_takes_a_share_and_leaves_the_rest_to_others()
    {
        var mine = Take(_ana, EvidenceLimits.StandardUploads);

        mine.Count(t => t.IsCompleted).Should().Be(_places.OfOnePerson);
        (await Take(_bo, 1)[0]).Should().NotBeNull();
    }

    [Fact]
    public async Task Whoever_waits_comes_next_in_order_and_can_ask_how_many_are_before()
    {
        var taken = await Task.WhenAll(Take(_ana, _places.OfOnePerson));
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var one = _places.TakeAsync(_ana, first, default);
        var two = _places.TakeAsync(_ana, second, default);
        _places.StandingOf(_ana, second).Should().Be(new UploadStanding(1));

        taken[0]!.Dispose();

        (await one).Should().NotBeNull();
        two.IsCompleted.Should().BeFalse();
        _places.StandingOf(_ana, first).Should().Be(new UploadStanding(null));
        _places.StandingOf(_ana, second).Should().Be(new UploadStanding(0));
        _places.StandingOf(_bo, second).Should().BeNull("it is nobody else's");
    }

    [Fact]
    public async Task No_more_are_received_at_once_than_there_are_places()
    {
        for (var i = 0; i < 3; i++)
        {
            Take(Guid.NewGuid(), _places.OfOnePerson);
        }

        var late = Take(_bo, 1)[0];

        late.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromMinutes(1));
        (await late).Should().BeNull("the line did not move");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(32, 12)]
    public void As_many_are_received_as_was_set_and_one_person_has_a_share(int atOnce, int share)
    {
        var places = new UploadPlaces(_time, new() { UploadsAtOnce = atOnce });

        var all = Enumerable.Range(0, 40).Select(_ => places.TakeAsync(Guid.NewGuid(), null, default)).ToList();

        all.Count(t => t.IsCompleted).Should().Be(atOnce);
        places.OfOnePerson.Should().Be(share);
    }

    [Fact]
    public async Task A_line_that_is_full_is_not_made_longer()
    {
        Take(_ana, _places.OfOnePerson + (UploadPlaces.MostWaiting / 2));

        (await Take(_ana, 1)[0]).Should().BeNull();
        (await Take(_bo, 1)[0]).Should().NotBeNull();
    }

    [Fact]
    public async Task A_full_line_keeps_nobody_from_a_place_that_is_free()
    {
        Take(_ana, _places.OfOnePerson + (UploadPlaces.MostWaiting / 2));
        Take(_bo, _places.OfOnePerson + (UploadPlaces.MostWaiting / 2));

        (await Take(Guid.NewGuid(), 1)[0]).Should().NotBeNull();
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_line()
    {
        var taken = await Task.WhenAll(Take(_ana, _places.OfOnePerson));
        using var patience = new CancellationTokenSource();
        var given = _places.TakeAsync(_ana, Guid.NewGuid(), patience.Token);
        var next = Take(_ana, 1)[0];

        await patience.CancelAsync();
        await given.Awaiting(g => g).Should().ThrowAsync<OperationCanceledException>();
        taken[0]!.Dispose();

        (await next).Should().NotBeNull();
    }

    private List<Task<IDisposable?>> Take(Guid person, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _places.TakeAsync(person, null, default))];
}
