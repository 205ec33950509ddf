namespace ReadinessPortal.Web.Checking;

/// <summary>So many files are checked at once, whoever asks: each is read as a whole.</summary>
internal sealed class CheckTurns : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <returns>Null when all turns are taken; given back when it is disposed.</returns>
    public IDisposable? TryTake() => _free.Wait(0) ? new Turn(_free) : null;

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim of) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                of.Release();
            }
        }
    }
}
