using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>All registered faces, and which of them serve a style.</summary>
internal static class FontLibrary
{
    private static readonly Lock _registering = new();
    private static readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Families, int Weight, bool Italic, int Version),
        Face[]> _served = [];
    private static ImmutableArray<Face> _faces = [];

    /// <summary>Grows with every registration.</summary>
    public static int Version => _faces.Length;

    /// <summary>Adds a face; the same file a second time changes nothing.</summary>
    public static void Add(byte[] file)
    {
        lock (_registering)
        {
            if (_files.Add(Convert.ToHexString(SHA256.HashData(file))))
            {
                _faces = _faces.Add(new Face(file));
            }
        }
    }

    /// <summary>The faces to try, best first: those of the families asked for, then one of every other family
    /// in the order of registration.</summary>
    /// <exception cref="InvalidOperationException">No face has been registered.</exception>
    public static Face[] For(IReadOnlyList<string> families, int weight, bool italic) =>
        _served.GetOrAdd((string.Join('\n', families), weight, italic, Version), _ => Find(families, weight, italic));

    private static Face[] Find(IReadOnlyList<string> families, int weight, bool italic)
    {
        var faces = _faces;
        if (faces.IsEmpty)
        {
            throw new InvalidOperationException("No font is registered; register one with FontManager.RegisterFont.");
        }

        var others = faces.Select(face => face.Family).Where(family => !families.Contains(family)).Distinct();
        return [.. families.Concat(others)
            .Select(family => Best(faces.Where(face => face.Family == family), weight, italic))
            .OfType<Face>()];
    }

    // As in CSS: a bold text rather gets bolder than lighter, a light one the other way round.
    private static Face? Best(IEnumerable<Face> family, int weight, bool italic) => family
        .OrderBy(face => face.IsItalic == italic ? 0 : 1)
        .ThenBy(face => (weight > 450) == (face.Weight >= weight) || face.Weight == weight ? 0 : 1)
        .ThenBy(face => Math.Abs(face.Weight - weight))
        .FirstOrDefault();
}
