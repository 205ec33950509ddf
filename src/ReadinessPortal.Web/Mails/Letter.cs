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
    IReadOnlyList<LetterLink> Links, string Foot, bool IsChosen = true);

/// <summary>A letter, or why there is nothing more to say.</summary>
public sealed record Written(Letter? Letter, string? Overtaken)
{
    public static implicit operator Written(Letter letter) => new(letter, null);

    public static Written Over(string why) => new(null, why);
}
