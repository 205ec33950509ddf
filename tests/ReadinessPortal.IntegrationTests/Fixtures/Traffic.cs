using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>Reads the portal's database, and counts how often and how many at once.</summary>
public sealed class Traffic(NpgsqlDataSource source) : IDbContextFactory<PortalDb>
{
    private readonly Counter _counter = new();

    /// <summary>Times that a connection was taken.</summary>
    public int Taken => _counter.Taken;

    /// <summary>Connections in use now.</summary>
    public int InUse => _counter.InUse;

    /// <summary>Boards that were read.</summary>
    public int Boards => _counter.Boards;

    public int MostBoardsAtOnce => _counter.MostBoardsAtOnce;

    public PortalDb CreateDbContext() => new(new DbContextOptionsBuilder<PortalDb>()
        .UseNpgsql(source).UseSnakeCaseNamingConvention().AddInterceptors(_counter).Options);

    private sealed class Counter : DbTransactionInterceptor, IDbConnectionInterceptor
    {
        private readonly Lock _lock = new();
        private int _boardsNow;

        public int Taken { get; private set; }

        public int InUse { get; private set; }

        public int Boards { get; private set; }

        public int MostBoardsAtOnce { get; private set; }

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            lock (_lock)
            {
                (Taken, InUse) = (Taken + 1, InUse + 1);
            }

            return ValueTask.FromResult(result);
        }

        public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            lock (_lock)
            {
                InUse--;
            }

            return Task.CompletedTask;
        }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            Count(eventData.IsolationLevel, 1);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            Count(transaction.IsolationLevel, -1);
            return ValueTask.FromResult(result);
        }

        // Boards alone are read in one snapshot.
        private void Count(IsolationLevel level, int change)
        {
            lock (_lock)
            {
                if (level == IsolationLevel.RepeatableRead)
                {
                    _boardsNow += change;
                    Boards += Math.Max(change, 0);
                    MostBoardsAtOnce = Math.Max(MostBoardsAtOnce, _boardsNow);
                }
            }
        }
    }
}
