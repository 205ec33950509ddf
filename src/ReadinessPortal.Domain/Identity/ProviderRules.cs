using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Identity;

/// <summary>What becomes of a right that an identity provider may give.</summary>
public enum GivenRight
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>The provider gives it.</summary>
    Give,

    /// <summary>The provider gave it, and does not any more.</summary>
    Take,
}

/// <summary>What the word of an identity provider is worth: who may enter by it, under which name, with which right.
/// </summary>
public static class ProviderRules
{
    private const int MostShown = 80;

    /// <summary>Most characters of the key of a provider.</summary>
    public const int MostOfKey = 40;

    /// <summary>Most characters of what a provider calls somebody (OpenID Connect Core, section 2).</summary>
    public const int MostOfSubject = 255;

    /// <summary>How long a confirmation waits for the signature that it is for.</summary>
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromMinutes(5);

    /// <summary>How far the clocks of provider and portal may be apart.</summary>
    public static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(1);

    /// <summary>Whether somebody has one of the values that are asked for; where none is, everybody does.</summary>
    public static bool MayEnter(IEnumerable<string> has, ImmutableArray<string> asked) =>
        asked.IsEmpty || Has(has, asked);

    /// <summary>Whether somebody has one of the values; nobody has one of none.</summary>
    public static bool Has(IEnumerable<string> has, ImmutableArray<string> asked) =>
        has.Any(value => asked.Contains(value, StringComparer.Ordinal));

    /// <summary>
    /// What becomes of a right. Taken is only what the same provider gave: nobody loses by a group what the operator
    /// gave them by hand.
    /// </summary>
    /// <param name="has">They have it now.</param>
    /// <param name="byProvider">They have it from this provider.</param>
    /// <param name="saysSo">The provider gives it today.</param>
    public static GivenRight Right(bool has, bool byProvider, bool saysSo) =>
        saysSo && !has ? GivenRight.Give : !saysSo && byProvider ? GivenRight.Take : GivenRight.Keep;

    /// <summary>Whether a provider can call somebody this.</summary>
    public static bool IsSubject(string? subject) =>
        subject is { Length: > 0 and <= MostOfSubject } && subject.All(char.IsAscii) && !subject.Any(char.IsControl);

    /// <summary>The name that signatures show, of what a provider says; the user name where it says none.</summary>
    public static string Name(string? claimed, string userName)
    {
        var name = Cut((claimed ?? "").Trim(), AccountRules.MostOfName);
        return name.Any(char.IsControl) || AccountRules.WhyNot("any", name) is not null ? userName : name;
    }

    /// <summary>Why the provider's word does not confirm that whoever is signed in is there now; null when it does.
    /// </summary>
    /// <param name="isSame">It is the person who is signed in.</param>
    /// <param name="signedInAt">When the provider last asked them, by its clock; null where it does not say.</param>
    /// <param name="askedAt">When the portal sent them there.</param>
    public static Refusal? WhyNotConfirm(
        string title, bool isSame, DateTimeOffset? signedInAt, DateTimeOffset askedAt, DateTimeOffset now) =>
        !isSame ? new ConfirmedSomebodyElse(title)
        : signedInAt is not { } at ? new ConfirmedNoTime(title)
        : at < askedAt - ClocksApart || at > now + ClocksApart ? new ConfirmedEarlier(title)
        : null;

    /// <summary>What a provider calls somebody, as a sentence shows it.</summary>
    public static string Shown(string name) =>
        VisibleText.Line(name.Length <= MostShown ? name : $"{name[..MostShown]}…");

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
