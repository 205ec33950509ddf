namespace ReadinessPortal.Application.Packages;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearMiss
{
    private const string Begin = "; did you mean '";
    private const int Longest = 80;

    /// <summary>Words up to this length are near only with one letter wrong.</summary>
    private const int Short = 3;

    /// <summary><c>; did you mean 'title'?</c>, or the empty text when nothing is near.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var near = known
            .Select(k => (Key: k, Distance: Distance(written, k)))
            .Where(k => k.Distance <= (k.Key.Length <= Short ? 1 : Math.Max(2, k.Key.Length / 3)))
            .OrderBy(k => k.Distance).ThenBy(k => k.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Key is null ? "" : $"{Begin}{near.Key}'?";
    }

    /// <summary>The text without a hint at its end: what else there is does not make another problem of it.</summary>
    public static string Without(string text) =>
        text.LastIndexOf(Begin, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;

    private static int Distance(string a, string b)
    {
        if (a.Length > Longest || b.Length > Longest)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) =
                    (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
