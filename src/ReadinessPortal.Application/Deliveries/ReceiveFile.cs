using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Deliveries;

/// <summary>Takes a file of a delivery whole to disk and looks into it, before anything is decided: what is said of it
/// may come after it.</summary>
public sealed class ReceiveFile(EvidenceSpool spool, EvidenceLimits limits)
{
    /// <param name="body">Read once, to their end.</param>
    /// <param name="fileName">As its sender calls it.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <exception cref="RefusedException">It is empty, too large or broken, or cannot be taken in.
    /// </exception>
    public async Task<ReceivedFile> TakeAsync(Stream body, string fileName, CancellationToken ct)
    {
        var name = FileName.Of(fileName);
        var file = await spool.TakeAsync(body, limits, ct)
            ?? throw new RefusedException(new FileTooLarge(name, limits));
        try
        {
            if (file.Length == 0)
            {
                throw new RefusedException(new FileIsEmpty(name));
            }

            var bytes = await ReceivedBytes.OfAsync(file, name, ct);
            return bytes.Reading.Error is { } error
                ? throw new RefusedException(new FileIsBroken(name, bytes.Reading.Format, error))
                : new(file, name, bytes);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A file that is whole on disk; gone when it is disposed.</summary>
public sealed class ReceivedFile : IAsyncDisposable
{
    private readonly EvidenceSpool.Spooled _file;

    internal ReceivedFile(EvidenceSpool.Spooled file, string name, ReceivedBytes bytes) =>
        (_file, Name, Bytes) = (file, name, bytes);

    /// <summary>Without folders.</summary>
    public string Name { get; }

    /// <summary>What it says.</summary>
    public EvidenceReading Reading => Bytes.Reading;

    internal ReceivedBytes Bytes { get; }

    internal Stream FromStart() => _file.FromStart();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
