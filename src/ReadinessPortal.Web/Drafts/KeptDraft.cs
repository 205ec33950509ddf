using System.Collections.Immutable;

namespace ReadinessPortal.Web.Drafts;

/// <summary>One field as the browser kept it, both values as the text of the input (empty for none).</summary>
/// <param name="Base">What the edit started from.</param>
/// <param name="Mine">What was typed.</param>
public readonly record struct KeptField(string Base, string Mine)
{
    /// <summary>What stood beside the input; null where nothing did.</summary>
    public string? Label { get; init; }
}

/// <summary>What somebody typed into a form and has not saved.</summary>
/// <param name="At">When it was last typed at, by the browser's clock.</param>
/// <param name="Fields">By the fields' names; only those that were touched.</param>
/// <param name="Request">Under which it was sent last; null where it was not, or has no name.</param>
public sealed record KeptDraft(
    DateTimeOffset At, ImmutableSortedDictionary<string, KeptField> Fields, Guid? Request = null)
{
    /// <summary>Carries the field of that name into <paramref name="draft"/>, where it was touched.</summary>
    public void Into(string name, ReadinessPortal.Web.Drafts.Draft<string?> draft) => Into(name, draft, text => text);

    /// <summary>The same for a value that is not text; text that cannot be read as one is left behind.</summary>
    /// <param name="read">Turns an input's text into a value; <see cref="FormatException"/> where it is none.</param>
    public void Into<T>(string name, ReadinessPortal.Web.Drafts.Draft<T> draft, Func<string?, T> read)
    {
        if (!Fields.TryGetValue(name, out var kept))
        {
            return;
        }

        try
        {
            draft.Restore(read(NullIfEmpty(kept.Base)), read(NullIfEmpty(kept.Mine)));
        }
        catch (FormatException)
        {
            return; // half a number is no value to go on from
        }
    }

    /// <summary>What was typed into the field of that name; null where nothing was.</summary>
    public string? Text(string name) => Fields.TryGetValue(name, out var kept) ? NullIfEmpty(kept.Mine) : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
