using Microsoft.AspNetCore.WebUtilities;
using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// The file of a form, which has to be its last part: one that something follows, or that breaks off, fails at its end
/// and so is never kept.
/// </summary>
internal sealed class LastPart(Stream file, MultipartReader form) : ForwardStream
{
    private bool _isOver;

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
}
