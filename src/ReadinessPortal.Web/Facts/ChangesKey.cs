using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// Names what a form sends, so that it is done once: the same changes go under the same name however often they are
/// sent, and others never under the name of those, which may be saved already.
/// </summary>
public sealed class ChangesKey
{
    private ImmutableArray<FactChange> _sent = [];
    private Guid _name;

    public Guid Of(ImmutableArray<FactChange> changes)
    {
        if (_name == Guid.Empty || !_sent.SequenceEqual(changes))
        {
            (_sent, _name) = (changes, Guid.CreateVersion7());
        }

        return _name;
    }
}
