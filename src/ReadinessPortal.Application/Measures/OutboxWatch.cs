using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Measures;

/// <summary>Measures now and then how many mails wait, and for how long.</summary>
internal sealed class OutboxWatch(IDbContextFactory<PortalDb> databases, TimeProvider time, ILogger<OutboxWatch> log)
    : SteadyService(time, log)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time = time;

    public override string Work => "Measuring the outbox";

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        var now = _time.GetUtcNow();
        await using (var db = await databases.CreateDbContextAsync(stopping))
        {
            // What is being sent waits too: until the mail server has taken it, nobody has it.
            var outbox = await db.Database.SqlQuery<Waiting>($"""
                select count(*) as mails,
                    coalesce(extract(epoch from {now} - min(due_at)), 0)::double precision as overdue
                from mails where state in ('Waiting', 'Sending')
                """).SingleAsync(stopping);
            PortalMeasures.Waits(outbox.Mails, Math.Max(0, outbox.Overdue));
        }

        Works();
        await Task.Delay(_every, _time, stopping);
    }

    private sealed record Waiting(long Mails, double Overdue);
}
