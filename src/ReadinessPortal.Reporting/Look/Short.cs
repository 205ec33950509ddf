namespace ReadinessPortal.Reporting.Look;

/// <summary>Texts for pages whose room is counted: what people write can be as long as a page.</summary>
internal static class Short
{
    /// <summary>At most so many characters, ended at a word and marked where something is left out.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1, most / 2);
        end = end > 0 ? end : char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text[..end].TrimEnd(' ', ',', ';', '.')}…";
    }

    /// <summary>With one full stop at its end, whether its writer set one or not.</summary>
    public static string Sentence(string text) => $"{text.TrimEnd(' ', '.')}.";
}
