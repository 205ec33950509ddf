using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// Around every page: while the database is away it says so instead of ending the page, and tries again by itself.
/// Anything else that fails stays as loud as it is.
/// </summary>
public sealed partial class PassingTrouble : IDisposable
{
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _gone = new();
    private TimeSpan _wait = _firstWait;
    private long _cameBack;

    [Inject]
    public required LaunchBoards Boards { get; init; }

    [Inject]
    public required Outage Outage { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    /// <exception cref="Exception">It does not pass, or the page is still being made: then its answer says so.
    /// </exception>
    protected override Task OnErrorAsync(Exception exception)
    {
        if (!RendererInfo.IsInteractive || !Outage.Explains(exception))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        _wait = Time.GetElapsedTime(_cameBack) < _longestWait ? Longer(_wait) : _firstWait;
        _ = ComeBackAsync();
        return Task.CompletedTask;
    }

    // Whoever listens for changes finds out first that the database is back. It knows nothing of a full pool.
    private async Task ComeBackAsync()
    {
        var (waited, gone) = (TimeSpan.Zero, _gone.Token);
        do
        {
            await Task.Delay(_wait, Time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            waited += _wait;
        }
        while (!Boards.IsLive && waited < _longestWait && !gone.IsCancellationRequested);

        if (!gone.IsCancellationRequested)
        {
            _cameBack = Time.GetTimestamp();
            await InvokeAsync(Recover);
        }
    }

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < _longestWait ? wait * 2 : _longestWait;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
