using Microsoft.AspNetCore.WebUtilities;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// The file of a form, which has to be its last part: one that something follows, or that breaks off, fails at its end
/// and so is never kept.
/// </summary>
internal sealed class LastPart(Stream file, MultipartReader form) : Stream
{
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="UnreadableFormException">The form is cut off, or something follows the file.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isOver || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            var read = await file.ReadAsync(buffer, cancellationToken);
            _isOver = read == 0;
            return _isOver && await form.ReadNextSectionAsync(cancellationToken) is not null
                ? throw new UnreadableFormException("One file is attached at a time, as the last field of the form.")
                : read;
        }
        catch (Exception problem) when (UploadForm.IsBroken(problem))
        {
            throw new UnreadableFormException("The upload was cut off. Nothing was attached; send it again.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("An upload is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
