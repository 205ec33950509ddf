using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// Reads the plain part of YAML: maps, lists and scalars of one document. Anchors, aliases and tags are refused, so
/// that a text can neither blow up nor choose a type; depth and size are bounded.
/// </summary>
internal sealed class YamlTreeReader
{
    public const int MaxDepth = 16;
    public const int MaxNodes = 1_000_000;

    private readonly string _file;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTreeReader(string file, TextReader text) => (_file, _parser) = (file, new Parser(text));

    /// <exception cref="PackageException">The text is not YAML of the kind a package allows.</exception>
    public static YamlNode Read(string file, string text)
    {
        try
        {
            return new YamlTreeReader(file, new StringReader(text)).Document();
        }
        catch (YamlException problem)
        {
            throw new PackageException([
                new(file, (int)problem.Start.Line, "", $"this is not valid YAML: {problem.Message}"),
            ]);
        }
    }

    private YamlNode Document()
    {
        Take<StreamStart>("the start of the file");
        if (Peek() is StreamEnd)
        {
            throw Wrong($"the file is empty; start it with 'format: {LaunchPackage.Format}'");
        }

        Take<DocumentStart>("a document");
        var root = Node(0);
        Take<DocumentEnd>("the end of the document");
        return Peek() is StreamEnd
            ? root
            : throw Wrong("a second document begins here; a package holds one, remove it");
    }

    private YamlNode Node(int depth)
    {
        var current = Peek();
        if (current is AnchorAlias alias)
        {
            throw Wrong($"the alias *{alias.Value} is not allowed; write the value out");
        }

        if (current is not NodeEvent node)
        {
            throw Wrong("a value is missing here");
        }

        RefuseExtras(node);
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            throw Wrong(depth > MaxDepth
                ? $"nested more than {MaxDepth} deep; no key of a package is"
                : $"more than {MaxNodes} values; split the launch");
        }

        Advance();
        var line = (int)node.Start.Line;
        return node switch
        {
            Scalar scalar => new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => new YamlList(line, Items(depth)),
            MappingStart => new YamlMap(line, Entries(depth)),
            _ => throw Wrong("a value is missing here"),
        };
    }

    private List<YamlNode> Items(int depth)
    {
        var items = new List<YamlNode>();
        while (Peek() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        Advance();
        return items;
    }

    private List<YamlEntry> Entries(int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Peek() is not MappingEnd)
        {
            if (Node(depth + 1) is not YamlScalar key)
            {
                throw Wrong("a key has to be a word");
            }

            if (!seen.TryAdd(key.Text, key.Line))
            {
                throw new PackageException([
                    new(_file, key.Line, key.Text, $"this key stands twice, first on line {seen[key.Text]}; keep one"),
                ]);
            }

            entries.Add(new(key.Text, key.Line, Node(depth + 1)));
        }

        Advance();
        return entries;
    }

    private void RefuseExtras(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw Wrong($"the anchor &{node.Anchor.Value} is not allowed; write the value out where it is needed");
        }

        if (!node.Tag.IsEmpty)
        {
            throw Wrong($"the tag {node.Tag.Value} is not allowed; the format knows the type of every key");
        }
    }

    /// <remarks>The parser meets some broken texts with exceptions other than its own.</remarks>
    private bool Advance()
    {
        var line = (int)(_parser.Current?.End.Line ?? 1);
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new PackageException([new(_file, line, "", "this is not valid YAML from here on")]);
        }
    }

    private ParsingEvent Peek()
    {
        if (_parser.Current is null && !Advance())
        {
            throw new PackageException(_file, "the file ends too early");
        }

        return _parser.Current!;
    }

    private void Take<T>(string what)
        where T : ParsingEvent
    {
        if (Peek() is not T)
        {
            throw Wrong($"expected {what}");
        }

        Advance();
    }

    private PackageException Wrong(string text) =>
        new([new(_file, (int)(_parser.Current?.Start.Line ?? 0), "", text)]);
}
