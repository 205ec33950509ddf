using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Seals;

/// <summary>Remembers which pages of a launch somebody who is asked to sign it has opened since the freeze.</summary>
public sealed class RecordOpenedPage(NpgsqlDataSource source, TimeProvider time, ILogger<RecordOpenedPage> log)
{
    // Forgotten all at once when there are so many: then one is written a second time, which changes nothing.
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<(Guid Launch, int Revision, Guid Person, string Section), byte> _known = [];

    /// <param name="section">Last part of the page's address; empty for the brief.</param>
    public async Task RunAsync(LaunchView view, string section, CancellationToken ct = default)
    {
        if (view.Launch.Stage != LaunchStage.InSignature || view.Board.NewestRevision is not { } newest
            || !view.Board.Holdings.Any(h => h.HolderId == view.Me.UserId || h.DeputyId == view.Me.UserId))
        {
            return;
        }

        var opened = (view.Launch.Id, newest.Number, view.Me.UserId, section is "" ? "brief" : section);
        if (_known.ContainsKey(opened))
        {
            return;
        }

        try
        {
            await using var command = source.CreateCommand("""
                insert into opened_pages (launch_id, revision, user_id, section, at) values ($1, $2, $3, $4, $5)
                on conflict do nothing
                """);
            command.Parameters.Add(new() { Value = opened.Item1 });
            command.Parameters.Add(new() { Value = opened.Item2 });
            command.Parameters.Add(new() { Value = opened.Item3 });
            command.Parameters.Add(new() { Value = opened.Item4 });
            command.Parameters.Add(new() { Value = time.GetUtcNow().ToMicroseconds() });
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (Exception problem) when (DatabaseTrouble.IsPassing(problem))
        {
            // Nobody is kept from reading by it; the page counts when it is opened again.
            log.LogWarning(problem, "That {Section} of {Launch} was opened was not kept", section, view.Launch.Key);
            return;
        }

        if (_known.Count > MostKnown)
        {
            _known.Clear();
        }

        _known.TryAdd(opened, 0);
    }
}
