namespace ReadinessPortal.Reporting.Files;

/// <summary>An entry in the outline of a file, leading to a section of the document.</summary>
public sealed record PdfBookmark(string Title, string Section, IReadOnlyList<PdfBookmark> Inside)
{
    public PdfBookmark(string title, string section)
        : this(title, section, [])
    {
    }
}

/// <summary>A file inside the file.</summary>
/// <param name="Name">ASCII.</param>
/// <param name="MediaType">Such as <c>application/json</c>.</param>
public sealed record PdfAttachment(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Content);

/// <summary>What no layout engine writes, and what must not depend on when and where the file was laid out.</summary>
public sealed record PdfFinish
{
    /// <summary>The language of the text, such as <c>en-GB</c>.</summary>
    public required string Language { get; init; }

    /// <summary>When the content was made; written as creation and modification date, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A SHA-256 in hexadecimal of what the file shows; gives the file its identity.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Entries whose section is not in the file are left out, with what is inside them.</summary>
    public IReadOnlyList<PdfBookmark> Bookmarks { get; init; } = [];

    /// <summary>Comes out of the file byte for byte.</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];
}
