using System.Collections.Concurrent;

namespace ReadinessPortal.Application.Changes;

/// <summary>
/// Who wants to change one launch waits here, in order and without a connection, instead of holding one for as long as
/// the launch is locked. The lock itself is the database's, which other instances of the portal ask too.
/// </summary>
internal sealed class ChangeLine
{
    /// <summary>So many may wait for one launch; whoever comes then is asked to come again.</summary>
    public const int MostWaiting = 256;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <returns>To be disposed when the change is over; null when the line is full or does not move.</returns>
    public async Task<IDisposable?> EnterAsync(string key, CancellationToken ct)
    {
        var line = Join(key);
        if (line is null)
        {
            return null;
        }

        var isMine = false;
        try
        {
            isMine = await line.Turn.WaitAsync(_longest, ct);
            return isMine ? new Place(this, line) : null;
        }
        finally
        {
            if (!isMine)
            {
                Leave(line);
            }
        }
    }

    private Line? Join(string key)
    {
        while (true)
        {
            var line = _lines.GetOrAdd(key, k => new Line(k));
            lock (line)
            {
                if (line.IsClosed)
                {
                    continue; // the last one left between the two steps
                }

                if (line.Length > MostWaiting)
                {
                    return null;
                }

                line.Length++;
                return line;
            }
        }
    }

    private void Leave(Line line)
    {
        lock (line)
        {
            if (--line.Length == 0)
            {
                line.IsClosed = true;
                _lines.TryRemove(line.Key, out _);
                line.Turn.Dispose();
            }
        }
    }

    private sealed class Line(string key)
    {
        public string Key => key;

        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>Those who wait and the one whose turn it is.</summary>
        public int Length { get; set; }

        public bool IsClosed { get; set; }
    }

    private sealed class Place(ChangeLine all, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Turn.Release();
            all.Leave(line);
        }
    }
}
