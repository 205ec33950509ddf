namespace ReadinessPortal.Application.Evidence;

/// <summary>Where an upload stands while it is under way.</summary>
/// <param name="Before">How many wait before it for a place; null when it has one.</param>
public sealed record UploadStanding(int? Before);

/// <summary>
/// The places for uploads: a few at once, and fewer of one person, so that nobody's slow line blocks everybody. Who
/// finds none waits in line, in order, and can ask how many are before them.
/// </summary>
public sealed class UploadPlaces(TimeProvider time, EvidenceLimits limits)
{

    /// <summary>So many may wait, and half as many of one person; whoever comes then is asked to come again.</summary>
    public const int MostWaiting = 256;

    private const int MostWaitingOfOne = MostWaiting / 2;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(50);

    private readonly Lock _lock = new();
    private readonly List<Upload> _placed = [];
    private readonly List<Upload> _waiting = [];

    /// <summary>Places of one person: three of eight.</summary>
    public int OfOnePerson { get; } = Math.Max(1, limits.UploadsAtOnce * 3 / 8);

    /// <param name="request">Names the upload, for whoever asks about it.</param>
    /// <returns>To be disposed when the upload is over; null when the line is full or does not move.</returns>
    public async Task<IDisposable?> TakeAsync(Guid person, Guid? request, CancellationToken ct)
    {
        var upload = new Upload(this, person, request);
        lock (_lock)
        {
            _waiting.Add(upload);
            Place();
            if (!upload.Placed.Task.IsCompleted
                && (_waiting.Count > MostWaiting || _waiting.Count(u => u.Person == person) > MostWaitingOfOne))
            {
                _waiting.Remove(upload);
                return null;
            }
        }

        try
        {
            await upload.Placed.Task.WaitAsync(_longest, time, ct);
            return upload;
        }
        catch (TimeoutException)
        {
            return LeaveLine(upload) ? null : upload;
        }
        catch (OperationCanceledException)
        {
            upload.Dispose();
            throw;
        }
    }

    /// <returns>Null when no such upload of this person is under way here.</returns>
    public UploadStanding? StandingOf(Guid person, Guid request)
    {
        lock (_lock)
        {
            var before = _waiting.FindIndex(u => u.Is(person, request));
            return before >= 0 ? new(before)
                : _placed.Exists(u => u.Is(person, request)) ? new(Before: null)
                : null;
        }
    }

    private bool LeaveLine(Upload upload)
    {
        lock (_lock)
        {
            return _waiting.Remove(upload);
        }
    }

    // Under the lock. In order, passing over those whose person has their share.
    private void Place()
    {
        while (_placed.Count < limits.UploadsAtOnce && _waiting.Find(HasRoom) is { } next)
        {
            _waiting.Remove(next);
            _placed.Add(next);
            next.Placed.SetResult();
        }
    }

    private bool HasRoom(Upload upload) => _placed.Count(u => u.Person == upload.Person) < OfOnePerson;

    private void Leave(Upload upload)
    {
        lock (_lock)
        {
            _waiting.Remove(upload);
            _placed.Remove(upload);
            Place();
        }
    }

    private sealed class Upload(UploadPlaces places, Guid person, Guid? request) : IDisposable
    {
        public Guid Person => person;

        public TaskCompletionSource Placed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Is(Guid by, Guid named) => person == by && request == named;

        public void Dispose() => places.Leave(this);
    }
}
