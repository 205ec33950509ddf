using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// An open page outlives its request: it asks again who its reader is now, when that may have changed, as soon as it is
/// open, and now and then. The page follows the answer: with other rights, under another name, or to the sign-in page.
/// </summary>
internal sealed class RevalidatingSignIn : RevalidatingServerAuthenticationStateProvider
{
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(8);
    private static readonly ClaimsPrincipal _nobody = new(new ClaimsIdentity());

    private readonly CancellationTokenSource _gone = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly OpenSessions _sessions;
    private readonly LaunchBoards _boards;
    private readonly TimeProvider _time;
    private readonly ILogger<RevalidatingSignIn> _log;
    private Task<AuthenticationState>? _state;

    public RevalidatingSignIn(ILoggerFactory logging, OpenSessions sessions, LaunchBoards boards, TimeProvider time)
        : base(logging)
    {
        (_sessions, _boards, _time) = (sessions, boards, time);
        _log = logging.CreateLogger<RevalidatingSignIn>();
        AuthenticationStateChanged += state => _state = state;
    }

    /// <summary>The page is open, or open again. Until now its hints were heard by nobody.</summary>
    public void Begin()
    {
        _boards.AccessChanged -= OnAccessChanged;
        _boards.AccessChanged += OnAccessChanged;
        _ = LookAsync();
    }

    // Whatever else fails, a page is never older than this.
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await LookAsync();
        return true; // what there was to change is changed
    }

    /// <summary>Asks, and follows the answer. Without the database nobody is signed out: it asks until it is told.
    /// </summary>
    private async Task LookAsync()
    {
        try
        {
            await _one.WaitAsync(_gone.Token);
            try
            {
                for (var wait = _firstWait; !await AskAsync(); wait = wait * 2 < _longestWait ? wait * 2 : _longestWait)
                {
                    await Task.Delay(wait, _time, _gone.Token);
                }
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
        }
        catch (Exception problem)
        {
            _log.LogError(problem, "An open page could not ask whether its reader may still be here");
            Follow(_nobody); // a fault lets nobody stay
        }
    }

    protected override void Dispose(bool disposing)
    {
        _boards.AccessChanged -= OnAccessChanged;
        _gone.Cancel();
        base.Dispose(disposing);
    }

    /// <returns>False when the database did not answer.</returns>
    internal async Task<bool> AskAsync()
    {
        if (_state is null || (await _state).User is not { Identity.IsAuthenticated: true } person)
        {
            return true;
        }

        try
        {
            var (now, _) = await _sessions.NowAsync(person, ct: _gone.Token);
            if (now != person)
            {
                Follow(now ?? _nobody);
            }

            return true;
        }
        catch (Exception problem) when (DatabaseTrouble.IsPassing(problem))
        {
            return false;
        }
    }

    private void Follow(ClaimsPrincipal person) =>
        SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));

    private void OnAccessChanged(Guid? user)
    {
        if (_state is { IsCompletedSuccessfully: true } state
            && (user is null || state.Result.User.FindFirstValue(ClaimTypes.NameIdentifier) == user.ToString()))
        {
            _ = LookAsync();
        }
    }
}
