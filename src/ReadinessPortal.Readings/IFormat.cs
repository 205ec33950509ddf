using System.Text.Json;
using System.Xml;
using ReadinessPortal.Readings.Attestations;
using ReadinessPortal.Readings.Json;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings;

/// <summary>A format that is read. A reader has no state: it may be used by many threads at once.</summary>
public interface IFormat
{
    /// <summary>The stable name: <c>junit</c>, <c>k6-summary</c>.</summary>
    string Name { get; }
}

/// <summary>A format in XML, recognized by its root element and read in a stream.</summary>
public interface IXmlFormat : IFormat
{
    /// <param name="root">Stands on the root element and must stay there.</param>
    bool Claims(XmlReader root);

    /// <param name="reader">Stands on the root element; whatever is left unread is still checked.</param>
    void Read(XmlReader reader, ReadingCollector into);
}

/// <summary>A format that is one JSON document.</summary>
public interface IJsonFormat : IFormat
{
    bool Claims(JsonElement root);

    void Read(JsonPart root, ReadingCollector into);
}

/// <summary>A format of what somebody signs: one JSON document, or one in each line of the file.</summary>
public interface ISignedFormat : IFormat
{
    /// <summary>Whether a document is one of this format, by what every one of them has.</summary>
    bool Claims(JsonElement root);

    /// <summary>What one document says. Figures are made of all of them together, and not here.</summary>
    /// <param name="trusted">Whose signatures count.</param>
    /// <param name="remarks">Takes what is doubtful about it.</param>
    /// <exception cref="UnreadableEvidenceException">It is not as the format is.</exception>
    Attested Read(JsonPart root, TrustedSigners trusted, AttestationRemarks remarks);
}

/// <summary>A format in lines of text, recognized by its first lines and read in a stream.</summary>
public interface ITextFormat : IFormat
{
    bool Claims(TextHead head);

    void Read(TextReader text, ReadingCollector into);
}
