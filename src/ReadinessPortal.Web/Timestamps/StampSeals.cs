using ReadinessPortal.Application;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Web.Timestamps;

/// <summary>
/// Has the authority vouch for every seal that has no time yet. A signature never waits for it: while the authority is
/// away seals wait, and it is asked again, more and more seldom.
/// </summary>
internal sealed class StampSeals(
    SealTimestamps seals, TimestampAuthority authority, TimeProvider time, ILogger<StampSeals> log)
    : SteadyService(time, log)
{
    private const int AtOnce = 50;

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time = time;
    private TimeSpan _wait = _every;
    private DateTimeOffset _notBefore;

    public override string Work => "Having seals timestamped";

    /// <summary>Asks for all that wait.</summary>
    /// <exception cref="TimestampException">The authority is in trouble: the rest waits.</exception>
    public async Task StampAllAsync(CancellationToken ct)
    {
        while (await seals.MissingAsync(AtOnce, ct) is { Count: > 0 } waiting)
        {
            foreach (var seal in waiting)
            {
                await seals.KeepAsync(seal, await authority.StampAsync(seal.Signature, ct), ct);
            }
        }
    }

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        if (!authority.IsAsked)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping);
        }

        if (_notBefore - _time.GetUtcNow() is { Ticks: > 0 } left)
        {
            await Task.Delay(left, _time, stopping);
        }

        try
        {
            await StampAllAsync(stopping);
            Works();
            _wait = _every;
        }
        catch (TimestampException)
        {
            // Told of at once by the log and by health, and asked again later than other work is.
            _wait = _wait * 2 < _longest ? _wait * 2 : _longest;
            _notBefore = _time.GetUtcNow() + _wait;
            throw;
        }

        await Task.Delay(_every, _time, stopping);
    }
}
