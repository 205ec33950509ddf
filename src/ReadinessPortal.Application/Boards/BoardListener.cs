using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Boards;

/// <summary>
/// Hears of changes made by other instances, on a connection of its own that never holds a transaction.
/// </summary>
internal sealed class BoardListener(
    string connectionString, LaunchBoards boards, IDbContextFactory<PortalDb> databases, Outage outage,
    TimeProvider time, ILogger<BoardListener> log) : SteadyService(time, log)
{
    private const string Listen = $"listen launch_changed; listen {Access.Changed}; listen {LaunchWork.Changed}";

    /// <summary>
    /// After this long a silence the numbers are compared: heartbeat, and a cure for whatever was missed.
    /// </summary>
    internal TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    public override string Work => "Listening for changes";

    protected override void Failed(Exception problem)
    {
        boards.Listening(false);
        PortalMeasures.Listens(false);
        outage.Explains(problem);
    }

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await using var connection = PortalConnections.Beside(connectionString);
        connection.Notification += (_, e) => Hear(e.Channel, e.Payload);
        await connection.OpenAsync(stopping);
        await using (var listen = new NpgsqlCommand(Listen, connection))
        {
            await listen.ExecuteNonQueryAsync(stopping);
        }

        boards.SawAccess(null); // what was sent before this connection listened was heard by nobody here
        while (true)
        {
            // After LISTEN, so that nothing falls between the two.
            await CompareAsync(stopping);
            boards.Listening(true);
            PortalMeasures.Listens(true);
            Works();
            outage.IsOver();
            while (await connection.WaitAsync(Heartbeat, stopping))
            {
            }
        }
    }

    private async Task CompareAsync(CancellationToken ct)
    {
        var cached = boards.Cached;
        if (cached.Count == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var launch in await db.Set<Launch>().Where(l => cached.Contains(l.Id))
            .Select(l => new { l.Id, l.ChangeNumber }).ToListAsync(ct))
        {
            boards.Compare(launch.Id, launch.ChangeNumber);
        }
    }

    private void Hear(string channel, string payload)
    {
        if (channel == Access.Changed && Guid.TryParse(payload, out var user))
        {
            boards.SawAccess(user);
        }
        else if (channel == LaunchWork.Changed && Guid.TryParse(payload, out var person))
        {
            boards.SawWork(person);
        }
        else if (payload.Split(':') is [var id, var number] && Guid.TryParse(id, out var launch))
        {
            boards.Saw(launch, long.Parse(number, CultureInfo.InvariantCulture));
        }
    }
}
