using System.Collections.Concurrent;
using ReadinessPortal.Application.Boards;

namespace ReadinessPortal.Web.Frame;

/// <summary>
/// Hands the view a page was prerendered from to the circuit that takes the page over a moment later, so that the page
/// does not go blank in between. Keyed by person: a view is never handed to anybody else.
/// </summary>
public sealed class ViewHandover(TimeProvider time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(Guid User, string Launch),
    (LaunchView View, DateTimeOffset Until)> _views = new();

    public void Leave(Guid user, LaunchView view)
    {
        var now = time.GetUtcNow();
        foreach (var old in _views.Where(v => v.Value.Until < now))
        {
            _views.TryRemove(old);
        }

        _views[(user, view.Board.Launch.Key)] = (view, now + _kept);
    }

    /// <summary>
    /// What was left within the last seconds; may be a change old, so ask for the newest all the same.
    /// </summary>
    public LaunchView? Take(Guid user, string launch) =>
        _views.TryRemove((user, launch), out var left) && left.Until >= time.GetUtcNow() ? left.View : null;
}
