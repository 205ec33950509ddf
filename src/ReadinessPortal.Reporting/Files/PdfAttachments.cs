using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ReadinessPortal.Reporting.Files;

/// <summary>Writes files that are attached to the document (ISO 32000-1, sections 7.11.3, 7.11.4 and 7.7.4).</summary>
internal sealed class PdfAttachments(PdfUpdate update, DateTimeOffset at)
{
    /// <returns>The catalog's dictionary of names; null where nothing is attached.</returns>
    public string? Write(IReadOnlyList<PdfAttachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return null;
        }

        var names = new StringBuilder();
        foreach (var attachment in attachments.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            names.Append(CultureInfo.InvariantCulture,
                $" {PdfText.Literal(attachment.Name)} {Specification(attachment)} 0 R");
        }

        return $"<</EmbeddedFiles <</Names [{names}]>> >>";
    }

    private int Specification(PdfAttachment attachment)
    {
        var (file, specification) = (update.Next(), update.Next());
        update.Set(file, Stream(attachment));
        var name = PdfText.Literal(attachment.Name);
        var description = PdfText.String(attachment.Description);
        update.Set(specification, $"<</Type /Filespec /F {name} /UF {name} /Desc {description}"
            + $" /AFRelationship /Source /EF <</F {file} 0 R /UF {file} 0 R>> >>");
        return specification;
    }

    private string Stream(PdfAttachment attachment)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(attachment.Content.Span);
        }

        // Latin-1 maps every byte to one character.
        return $"<</Type /EmbeddedFile /Subtype /{attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal)}"
            + $" /Filter /FlateDecode /Length {packed.Length} /Params <</Size {attachment.Content.Length}"
            + $" /ModDate {PdfText.Date(at)}>> >>\nstream\n"
            + $"{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }
}
