using ReadinessPortal.Pdf.Drawing;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Fluent;

/// <summary>A document that is composed in place.</summary>
public sealed class Document : IDocument
{
    private readonly Action<IDocumentContainer> _compose;
    private DocumentMetadata _metadata = DocumentMetadata.Default;
    private DocumentSettings _settings = DocumentSettings.Default;

    private Document(Action<IDocumentContainer> compose) => _compose = compose;

    public static Document Create(Action<IDocumentContainer> handler) => new(handler);

    public Document WithMetadata(DocumentMetadata metadata)
    {
        _metadata = metadata;
        return this;
    }

    public Document WithSettings(DocumentSettings settings)
    {
        _settings = settings;
        return this;
    }

    public DocumentMetadata GetMetadata() => _metadata;

    public DocumentSettings GetSettings() => _settings;

    public void Compose(IDocumentContainer container) => _compose(container);
}

public static class GenerateExtensions
{
    public static byte[] GeneratePdf(this IDocument document)
    {
        using var stream = new MemoryStream();
        document.GeneratePdf(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the document; the stream stays open.</summary>
    public static void GeneratePdf(this IDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        PdfFile.Write(document, stream);
    }
}
