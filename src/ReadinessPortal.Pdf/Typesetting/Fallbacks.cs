using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// Faces for characters that no registered face has. A file is read when the first text needs it: a document in Latin
/// letters pays nothing for them.
/// </summary>
internal static class Fallbacks
{
    private static readonly Lock _registering = new();
    private static ImmutableArray<Fallback> _all = [];

    /// <summary>Adds a face behind those that are there; the same name a second time changes nothing.</summary>
    public static void Add(string name, string characters, Func<Stream> open)
    {
        var ranges = Ranges(characters);
        lock (_registering)
        {
            if (!_all.Any(fallback => fallback.Name == name))
            {
                _all = _all.Add(new(name, ranges, new(() => new Face(Read(open), ranges))));
            }
        }
    }

    /// <summary>The first face that has the whole cluster, or null.</summary>
    public static Face? For(ReadOnlySpan<char> cluster)
    {
        Rune.DecodeFromUtf16(cluster, out var first, out _);
        foreach (var fallback in _all)
        {
            if (fallback.Serves((uint)first.Value) && fallback.Face.Value.Shape(cluster, false).IsComplete)
            {
                return fallback.Face.Value;
            }
        }

        return null;
    }

    private static byte[] Read(Func<Stream> open)
    {
        using var file = open();
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static CharacterRange[] Ranges(string characters) =>
        [.. characters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range =>
        {
            var ends = range.Split('-');
            return new CharacterRange(Number(ends[0]), Number(ends[^1]));
        })];

    private static uint Number(string text) =>
        uint.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed record Fallback(string Name, CharacterRange[] Ranges, Lazy<Face> Face)
    {
        public bool Serves(uint character) => Array.Exists(Ranges, range => range.Holds(character));
    }
}
