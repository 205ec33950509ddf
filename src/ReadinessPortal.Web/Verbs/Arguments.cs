using System.Globalization;

namespace ReadinessPortal.Web.Verbs;

/// <summary>The command line is not as the verb wants it.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>What follows a verb. Whatever is not asked for by name is an error, said by <see cref="Done"/>.</summary>
public sealed class Arguments(IEnumerable<string> words, string usage)
{
    private readonly List<string> _left = [.. words];

    public bool Flag(string name) => _left.Remove(name);

    public string? Value(string name)
    {
        var at = _left.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        if (at + 1 == _left.Count)
        {
            throw Wrong($"{name} wants a value.");
        }

        var value = _left[at + 1];
        _left.RemoveRange(at, 2);
        return value;
    }

    /// <summary>Every value of an option that may be given several times, in the order given.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        List<string> values = [];
        while (Value(name) is { } value)
        {
            values.Add(value);
        }

        return values;
    }

    public int? Number(string name, int least, int most) =>
        Value(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number
        : throw Wrong($"{name} is '{text}': give a whole number from {least} to {most}.");

    /// <summary>Takes the next word that is not an option.</summary>
    public string Next(string what)
    {
        var at = _left.FindIndex(w => !w.StartsWith("--", StringComparison.Ordinal));
        if (at < 0)
        {
            throw Wrong($"{what} is missing.");
        }

        var word = _left[at];
        _left.RemoveAt(at);
        return word;
    }

    /// <summary>Takes every word that is not an option; there must be one at least.</summary>
    public IReadOnlyList<string> Every(string what)
    {
        List<string> words = [Next(what)];
        while (_left.Exists(w => !w.StartsWith("--", StringComparison.Ordinal)))
        {
            words.Add(Next(what));
        }

        return words;
    }

    public void Done()
    {
        if (_left is [var word, ..])
        {
            throw Wrong($"'{word}' is not expected here.");
        }
    }

    public UsageException Wrong(string problem) => new($"{problem} Usage: {usage}");
}
