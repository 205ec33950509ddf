using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Infrastructure;

/// <summary>A place in the document that takes exactly one element; filled by the fluent calls.</summary>
public interface IContainer
{
    internal Element? Child { get; set; }
}

/// <summary>A cell of a table, which may say where it stands and how many columns it spans.</summary>
public interface ITableCellContainer : IContainer;

/// <summary>A reusable part of a document.</summary>
public interface IComponent
{
    void Compose(IContainer container);
}

/// <summary>Collects the page sets of a document.</summary>
public interface IDocumentContainer
{
    internal void Add(PageSet pages);
}

/// <summary>A document: what it says about itself and what it shows.</summary>
public interface IDocument
{
    DocumentMetadata GetMetadata() => DocumentMetadata.Default;

    DocumentSettings GetSettings() => DocumentSettings.Default;

    void Compose(IDocumentContainer container);
}
