using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>Everybody who is named in a launch.</summary>
internal static class BoardPeople
{
    /// <summary>Those who hold roles or stand in, then the members, each once and as what they are there.</summary>
    public static IReadOnlyList<Actor> Of(LaunchBoard board)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var holding in board.Holdings)
        {
            Name(holding.HolderId, holding.Holder);
            Name(holding.DeputyId, holding.Deputy);
        }

        foreach (var member in board.Members)
        {
            Name(member.UserId, member.Name);
        }

        return [.. names.Select(n => Access.Of(new(n.Key, n.Value), board)).OfType<Actor>()];

        void Name(Guid? id, string? name)
        {
            if (id is { } known && name is not null)
            {
                names.TryAdd(known, name);
            }
        }
    }
}
