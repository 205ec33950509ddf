using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

// A board that was read back to be measured is not read a second time to be shown.
public sealed partial class LaunchBoards
{
    /// <param name="saved">Read under the launch's lock after a change was saved that is committed now; null where
    /// nothing was read back.</param>
    internal void Offer(LaunchBoard? saved)
    {
        if (saved is null)
        {
            return;
        }

        var slot = _slots.GetOrAdd(saved.Launch.Id, id => new Slot(id));
        lock (slot)
        {
            slot.Offered = slot.Current?.Number >= saved.ChangeNumber ? null : saved;
        }
    }

    private static LaunchBoard? TakeOffered(Slot slot)
    {
        lock (slot)
        {
            var offered = slot.Offered;
            slot.Offered = null;
            return offered?.ChangeNumber >= slot.HighestSeen ? offered : null;
        }
    }
}
