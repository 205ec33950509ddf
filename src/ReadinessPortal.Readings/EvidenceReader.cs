using System.Text;
using System.Xml;
using ReadinessPortal.Readings.Attestations;
using ReadinessPortal.Readings.Json;
using ReadinessPortal.Readings.Opening;
using ReadinessPortal.Readings.TestReports;
using ReadinessPortal.Readings.Text;
using ReadinessPortal.Readings.Xml;

namespace ReadinessPortal.Readings;

/// <summary>Reads a file of evidence into figures. What it is, its content decides; nothing outside the stream is
/// touched.</summary>
public static class EvidenceReader
{
    private static readonly string[] _namedXml = [".xml", ".trx"];
    private static readonly string[] _namedJson = [".json", ".sarif"];

    /// <param name="content">Is read once, from where it stands; it stays open.</param>
    /// <param name="name">What the file is called: shown, and telling what it was meant to be where it is broken.
    /// </param>
    /// <param name="limits">How much it may take; the standard where nothing else is said.</param>
    /// <param name="trusted">Whose signatures count; nobody's where nothing else is said.</param>
    /// <param name="cases">Takes the cases of test reports by name, where somebody asks for them.</param>
    public static FileReading Read(
        Stream content, string name, ReadingLimits? limits = null, TrustedSigners? trusted = null,
        TestCases? cases = null)
    {
        try
        {
            var terms = new ReadingTerms(
                limits ?? ReadingLimits.Standard, trusted ?? TrustedSigners.None, cases);
            return Read(content, name, depth: 0, terms);
        }
        catch (UnreadableEvidenceException problem)
        {
            return new FileReading { File = name, Error = problem.Message };
        }
        catch (OverflowException)
        {
            return new FileReading
            {
                File = name,
                Error = "The file holds numbers beyond any measurement. Produce it again with the tool that wrote it.",
            };
        }
    }

    /// <exception cref="UnreadableEvidenceException">No format could be told, and the file is broken.</exception>
    internal static FileReading Read(Stream content, string name, int depth, ReadingTerms terms)
    {
        var peeked = new Peeked(content);
        if (peeked.Head.IsEmpty)
        {
            throw new UnreadableEvidenceException("The file is empty. Produce it again.");
        }

        if (Archives.KindOf(peeked.Head) is { } kind)
        {
            return Archives.Read(kind, content, peeked, name, depth, terms);
        }

        if (TextEncoding.Of(peeked.Head) is not { } encoding)
        {
            return PlainUnlessNamed(name, "it holds bytes that no text has");
        }

        var head = TextHead.Of(peeked.Head, encoding);
        if (head.Start.Length == 0)
        {
            return peeked.IsWhole
                ? throw new UnreadableEvidenceException("The file holds nothing but blank space. Produce it again.")
                : Plain(name);
        }

        return head.Start is ['<', ..] ? ReadXml(peeked, head, name, terms)
            : Formats.Text.FirstOrDefault(f => f.Claims(head)) is { } format
                ? ReadText(format, peeked, encoding, name)
            : head.Start is ['{' or '[', ..] ? ReadJson(peeked, head, encoding, name, terms)
            : PlainUnlessNamed(name, $"it begins with '{ReadingCollector.Clean(head.Start, 20)}'");
    }

    private static FileReading ReadXml(Peeked content, TextHead head, string name, ReadingTerms terms)
    {
        IXmlFormat? format = null;
        try
        {
            using var reader = UntrustedXml.Open(content);
            reader.MoveToContent();
            format = Formats.Xml.FirstOrDefault(f => f.Claims(reader));
            if (format is null)
            {
                return Plain(name);
            }

            UntrustedXml.RefuseEntities(head.Start);
            var into = new ReadingCollector { Cases = terms.Cases };
            format.Read(reader, into);
            while (reader.Read())
            {
                // To the end of the file: what breaks off there is broken, however much was read before.
            }

            return into.Result(name, format.Name);
        }
        catch (XmlException problem) when (format is not null || IsNamed(name, _namedXml)
            || head.Start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return Broken(name, format, UntrustedXml.Unreadable(problem));
        }
        catch (XmlException)
        {
            // A page or a text with a tag at its start, which never claimed to be XML.
            return Plain(name);
        }
        catch (UnreadableEvidenceException problem)
        {
            return Broken(name, format, problem);
        }
    }

    private static FileReading ReadJson(
        Peeked content, TextHead head, Encoding encoding, string name, ReadingTerms terms)
    {
        using var utf8 = Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8, leaveOpen: true);
        JsonFile? file = null;
        try
        {
            var most = terms.Limits.JsonDocument;
            if (UntrustedJson.Bytes(encoding is UTF8Encoding ? content : utf8, most) is not { } bytes)
            {
                return Plain(name) with
                {
                    Warnings = [new(WarningCodes.TooLarge,
                        $"JSON of more than {most >> 20} MB is kept and not read.")],
                };
            }

            file = new JsonFile(bytes.Span.StartsWith(Encoding.UTF8.Preamble)
                ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
            var into = new ReadingCollector();
            file.Read(terms.Trusted, into);
            return file.Format is { } format ? into.Result(name, format.Name) : Plain(name);
        }
        catch (UnreadableEvidenceException problem)
            when (file?.Format is not null || IsNamed(name, _namedJson) || LooksLikeJson(head.Start))
        {
            return Broken(name, file?.Format, problem);
        }
        catch (UnreadableEvidenceException)
        {
            // A text that begins with a bracket, which never claimed to be JSON.
            return Plain(name);
        }
        catch (DecoderFallbackException problem)
        {
            return Broken(name, file?.Format, WrongEncoding(problem));
        }
    }

    private static FileReading ReadText(ITextFormat format, Peeked content, Encoding encoding, string name)
    {
        try
        {
            using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true,
                bufferSize: -1, leaveOpen: true);
            var into = new ReadingCollector();
            format.Read(text, into);
            return into.Result(name, format.Name);
        }
        catch (UnreadableEvidenceException problem)
        {
            return Broken(name, format, problem);
        }
        catch (DecoderFallbackException problem)
        {
            return Broken(name, format, WrongEncoding(problem));
        }
    }

    private static UnreadableEvidenceException WrongEncoding(DecoderFallbackException problem) =>
        new("The file holds bytes that are not in the encoding it begins with. Write it in UTF-8 and attach it again.",
            problem);

    private static bool LooksLikeJson(string start)
    {
        var inside = start.AsSpan(1).TrimStart();
        return start[0] == '{' ? inside is [] or ['"' or '}', ..] : inside is ['{' or '[', ..];
    }

    private static FileReading PlainUnlessNamed(string name, string why) =>
        IsNamed(name, _namedXml) ? throw NotWhatItIsNamed("XML", why)
        : IsNamed(name, _namedJson) ? throw NotWhatItIsNamed("JSON", why)
        : Plain(name);

    private static UnreadableEvidenceException NotWhatItIsNamed(string what, string why) =>
        new($"The file is named as {what}, and {why}. Produce it again, or attach it under another name.");

    private static bool IsNamed(string name, string[] extensions) =>
        extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static FileReading Plain(string name) => new() { File = name };

    private static FileReading Broken(string name, IFormat? format, UnreadableEvidenceException problem) =>
        new() { File = name, Format = format?.Name, Error = problem.Message };
}
