using System.Text;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>A stable name for what comes without one.</summary>
internal static class FreeKey
{
    /// <param name="text">What the key is made of: letters and digits, the rest becomes a hyphen.</param>
    /// <param name="otherwise">Where nothing of the text is left.</param>
    /// <param name="siblings">Whose keys are taken.</param>
    public static string For(string text, string otherwise, IEnumerable<Fact> siblings)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            _ = char.IsAsciiLetterOrDigit(c) ? slug.Append(c)
                : slug.Length > 0 && slug[^1] != '-' ? slug.Append('-')
                : slug;
        }

        var stem = slug.ToString().Trim('-');
        stem = stem.Length == 0 ? otherwise : stem[..Math.Min(stem.Length, Fact.KeyLength - 8)].TrimEnd('-');
        var taken = siblings.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? stem : $"{stem}-{i}")
            .First(k => !taken.Contains(k));
    }
}
