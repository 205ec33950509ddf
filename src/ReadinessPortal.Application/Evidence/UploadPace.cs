using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Reads an upload for as long as it comes fast enough. Only the time that is spent waiting for its sender counts, not
/// that of the portal's own disk.
/// </summary>
internal sealed class UploadPace(Stream bytes, EvidenceLimits limits, TimeProvider time, CancellationToken ct)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    private readonly long _began = time.GetTimestamp();
    private Task<int> _reading = Task.FromResult(0);
    private TimeSpan _waited;
    private long _came;

    /// <returns>How many bytes; 0 at the end.</returns>
    /// <exception cref="RefusedException">They come too slowly.</exception>
    public async Task<int> ReadAsync(Memory<byte> buffer)
    {
        _reading = bytes.ReadAsync(buffer, _stop.Token).AsTask();
        while (true)
        {
            var begun = time.GetTimestamp();
            try
            {
                var read = await _reading.WaitAsync(limits.Window - _waited, time, ct);
                Waited(begun);
                _came += read;
                if (read > 0 && (_waited >= limits.Window || IsTooLong))
                {
                    EndWindow();
                }

                return read;
            }
            catch (TimeoutException)
            {
                Waited(begun);
                EndWindow();
            }
        }
    }

    private bool IsTooLong => time.GetElapsedTime(_began) > limits.Longest;

    private void Waited(long since) => _waited += time.GetElapsedTime(since);

    private void EndWindow()
    {
        if (IsTooLong || _came < limits.MinBytesPerSecond * limits.Window.TotalSeconds)
        {
            throw new RefusedException(new UploadTooSlow(limits));
        }

        (_waited, _came) = (TimeSpan.Zero, 0);
    }

    /// <summary>Ends when nobody writes into the buffer any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
