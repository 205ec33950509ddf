using System.Globalization;
using System.Text;
using System.Xml;

namespace ReadinessPortal.Readings.Xml;

/// <summary>Opens XML that nobody vouches for: no entity is defined, nothing outside the file is looked up, and the
/// DOCTYPE that JaCoCo and Cobertura write is passed over.</summary>
internal static class UntrustedXml
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    // Tools on Windows write windows-1252, which the base library knows only when it is told to.
    static UntrustedXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, _settings);

    /// <summary>No tool defines entities; whoever does means something else than a report. They are told by the text
    /// before the root element, in whatever encoding; those beyond the head are passed over unread.</summary>
    public static void RefuseEntities(string head)
    {
        var entity = head.IndexOf("<!ENTITY", StringComparison.Ordinal);
        var root = 0;
        while ((root = head.IndexOf('<', root)) >= 0 && root + 1 < head.Length && !char.IsLetter(head[root + 1]))
        {
            root++;
        }

        if (entity >= 0 && (root < 0 || entity < root))
        {
            var line = head.AsSpan(0, entity).Count('\n') + 1;
            throw new UnreadableEvidenceException($"The file defines entities at line {line}, as no report does. "
                + "Produce it again with the tool that wrote it.");
        }
    }

    public static UnreadableEvidenceException Unreadable(XmlException problem)
    {
        var where = string.Create(
            CultureInfo.InvariantCulture, $"line {problem.LineNumber}, column {problem.LinePosition}");
        // The framework repeats the position at the end of its message.
        var end = problem.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var reason = ReadingCollector.Clean(end < 0 ? problem.Message : problem.Message[..end], 300);
        return new($"The file is not well-formed XML at {where}: {reason} "
            + "Produce it again; a file that breaks off was cut short.", problem);
    }
}
