using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Boards;

// What is known of a launch is not read a second time: the head of its audit says whether it is still true.
public sealed partial class LaunchBoards
{
    /// <summary>Of one launch: a board that is so far behind is read whole.</summary>
    private const int MostCommits = 200;

    /// <summary>The board under this head; null where it is not known.</summary>
    internal LaunchBoard? Known(Guid launchId, AuditHead head) =>
        _slots.TryGetValue(launchId, out var slot) && slot.Current is { } current && current.Head.IsSame(head)
            ? current.Board
            : null;

    /// <summary>A change is about to be committed: a board from before it need only read what it touched.</summary>
    internal void Expect(Guid launchId, CommittedChange change)
    {
        if (_slots.TryGetValue(launchId, out var slot))
        {
            lock (slot)
            {
                if (slot.Commits.Count >= MostCommits)
                {
                    slot.Commits.Clear();
                }

                slot.Commits[Convert.ToHexString(change.After.Sha256)] = change;
            }
        }
    }

    /// <param name="saved">Read back under the launch's lock after a change was saved that is committed now; null where
    /// nothing was read back.</param>
    /// <param name="head">Of the audit with that change.</param>
    internal void Offer(LaunchBoard? saved, AuditHead? head)
    {
        if (saved is null || head is null)
        {
            return;
        }

        var slot = _slots.GetOrAdd(saved.Launch.Id, id => new Slot(id));
        lock (slot)
        {
            slot.Offered = slot.Current?.Number >= saved.ChangeNumber ? null : (saved, head);
        }
    }

    private static LaunchBoard? TakeOffered(Slot slot, AuditHead head)
    {
        lock (slot)
        {
            var offered = slot.Offered;
            slot.Offered = null;
            return offered is var (board, of) && of.IsSame(head) ? board : null;
        }
    }

    // Back from the head, commit by commit, to the board that is there; null where one of them is not known here.
    private static KnownBoard? Since(Slot slot, AuditHead head)
    {
        lock (slot)
        {
            if (slot.Current is not { } current || !current.Head.IsWhole || !head.IsWhole)
            {
                return null;
            }

            var touched = new HashSet<Type>();
            var at = Convert.ToHexString(head.Sha256);
            var from = Convert.ToHexString(current.Head.Sha256);
            while (at != from)
            {
                if (!slot.Commits.TryGetValue(at, out var commit))
                {
                    return null;
                }

                touched.UnionWith(commit.Touched);
                at = Convert.ToHexString(commit.Before);
            }

            return new(current.Board, touched);
        }
    }
}
