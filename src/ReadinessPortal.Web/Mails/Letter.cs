using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>A link of a letter: a page of the portal.</summary>
/// <param name="Path">Beginning with a slash, see <see cref="Links"/>.</param>
public sealed record LetterLink(string Text, string Path);

/// <summary>What a mail says, before it is set as HTML or as text.</summary>
/// <param name="Subject">On one line, and understood without the rest.</param>
/// <param name="Heading">The one thing it says.</param>
/// <param name="Lines">Paragraphs.</param>
/// <param name="ListTitle">What <paramref name="List"/> is of.</param>
/// <param name="Links">The one that matters first.</param>
/// <param name="Foot">Launch and classification.</param>
/// <param name="IsChosen">Whether its recipient can choose not to get such mails.</param>
public sealed record Letter(
    string Subject, string Heading, IReadOnlyList<string> Lines, string? ListTitle, IReadOnlyList<string> List,
    IReadOnlyList<LetterLink> Links, string Foot, bool IsChosen = true)
{
    /// <summary>Most lines of a list; the rest is counted, and stands on the page.</summary>
    private const int MostLines = 12;

    /// <param name="paths">Of the pages that <see cref="Said.Links"/> name, in their order.</param>
    /// <exception cref="ArgumentException">There are more of one than of the other.</exception>
    public static Letter Of(
        Said said, ILetterWords words, IReadOnlyList<string> paths, string foot, bool isChosen = true) =>
        said.Links.Count != paths.Count
            ? throw new ArgumentException($"'{said.Subject}' names {said.Links.Count} links and has {paths.Count}.")
            : new(said.Subject, said.Heading, said.Lines, said.ListTitle,
                said.ListTitle is null ? [] : Capped(said.List ?? [], words),
                [.. said.Links.Zip(paths, (text, path) => new LetterLink(text, path))], foot, isChosen);

    private static IReadOnlyList<string> Capped(IReadOnlyList<string> lines, ILetterWords words) =>
        lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), words.More(lines.Count - MostLines)];
}

/// <summary>Whom a letter is written to.</summary>
/// <param name="Words">In their language.</param>
/// <param name="Clock">Of their own time zone; UTC where they chose none.</param>
public sealed record Reader(Viewer Person, ILetterWords Words, ZoneClock Clock)
{
    public static Reader Of(Viewer person, Preferences preferences) =>
        new(person, LetterWords.In(preferences.Language), preferences.Clock ?? ZoneClock.Utc);
}

/// <summary>A letter, or why there is nothing more to say.</summary>
public sealed record Written(Letter? Letter, string? Overtaken)
{
    public static implicit operator Written(Letter letter) => new(letter, null);

    public static Written Over(string why) => new(null, why);
}
