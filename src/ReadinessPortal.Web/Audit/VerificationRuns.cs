using System.Collections.Concurrent;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Verification;

namespace ReadinessPortal.Web.Audit;

/// <summary>
/// Verifications that readers asked for on a page: one at a time of each launch, which all who look at it share, and a
/// few over the whole portal, since each reads everything there is of a launch.
/// </summary>
internal sealed class VerificationRuns(VerifyLaunch verify, ILogger<VerificationRuns> log) : IDisposable
{
    private const int AtOnce = 2;

    private readonly ConcurrentDictionary<string, VerificationRun> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>The one that is under way; null where there is none.</summary>
    public VerificationRun? Find(string key) => _runs.GetValueOrDefault(key);

    /// <summary>Begins one, or finds the one that is under way. Whoever asks has to read the audit.</summary>
    public VerificationRun Begin(string key, Viewer viewer)
    {
        var mine = new VerificationRun();
        var run = _runs.GetOrAdd(key, mine);
        if (ReferenceEquals(run, mine))
        {
            _ = RunAsync(key, viewer, run);
        }

        return run;
    }

    public void Dispose() => _turns.Dispose();

    private async Task RunAsync(string key, Viewer viewer, VerificationRun run)
    {
        await Task.Yield();
        var isMyTurn = false;
        try
        {
            await _turns.WaitAsync(run.Left);
            isMyTurn = true;
            run.Ended(await verify.RunAsync(key, viewer, run, run.Left), null);
        }
        catch (OperationCanceledException) when (run.Left.IsCancellationRequested)
        {
            run.Ended(null, null); // nobody looks any more
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Verifying {Launch} for a page failed", key);
            run.Ended(null, problem);
        }
        finally
        {
            _runs.TryRemove(new(key, run));
            if (isMyTurn)
            {
                _turns.Release();
            }
        }
    }
}

/// <summary>One verification, and who looks at it. It ends with the last of them.</summary>
internal sealed class VerificationRun : IProgress<VerificationProgress>, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly Lock _lock = new();
    private Action? _changed;

    /// <summary>Null while it waits for its turn.</summary>
    public VerificationProgress? Progress { get; private set; }

    /// <summary>Null until it is done, and where it could not be.</summary>
    public Verification? Result { get; private set; }

    /// <summary>Why it could not be done.</summary>
    public Exception? Problem { get; private set; }

    public bool IsOver { get; private set; }

    public CancellationToken Left => _left.Token;

    public void Watch(Action changed)
    {
        lock (_lock)
        {
            _changed += changed;
        }
    }

    public void Leave(Action changed)
    {
        lock (_lock)
        {
            _changed -= changed;
            if (_changed is null && !IsOver)
            {
                _left.Cancel();
            }
        }
    }

    public void Report(VerificationProgress value)
    {
        Progress = value;
        _changed?.Invoke();
    }

    public void Ended(Verification? result, Exception? problem)
    {
        lock (_lock)
        {
            (Result, Problem, IsOver) = (result, problem, true);
        }

        _changed?.Invoke();
        Dispose();
    }

    public void Dispose() => _left.Dispose();
}
