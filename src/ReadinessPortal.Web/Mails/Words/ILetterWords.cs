using ReadinessPortal.Application.Members;

namespace ReadinessPortal.Web.Mails.Words;

/// <summary>What a letter says of its facts, in one language.</summary>
/// <param name="Links">Of each of its links, what it is called; the one that matters first.</param>
/// <param name="List">All of it: whoever sets the letter shortens it.</param>
public sealed record Said(
    string Subject, string Heading, IReadOnlyList<string> Lines, IReadOnlyList<string> Links, string? ListTitle = null,
    IReadOnlyList<string>? List = null);

/// <summary>
/// One language of mails. Another one is another class of this and a line of <see cref="LetterWords"/>. What people
/// typed, and what the portal words for all of its readers, is quoted as it stands.
/// </summary>
public interface ILetterWords
{
    /// <summary>As its speakers call it.</summary>
    string Name { get; }

    /// <summary>As HTML names it: <c>en</c>.</summary>
    string Tag { get; }

    /// <summary>Why somebody gets what they may choose not to, without a full stop.</summary>
    string Because { get; }

    /// <summary>The link to that choice.</summary>
    string Choose { get; }

    /// <summary>Why somebody gets what there is no choice about, without a full stop.</summary>
    string BecauseOfAccount { get; }

    /// <summary>Subject of several letters in one mail.</summary>
    string Digest(int letters);

    /// <summary>Last line of a list that goes on in the portal.</summary>
    string More(int lines);

    Said Turn(TurnFacts facts);

    Said Waiver(WaiverFacts facts);

    Said Change(ChangeFacts facts);

    Said Setback(SetbackFacts facts);

    Said Decision(DecisionFacts facts);

    Said Condition(ConditionFacts facts);

    Said Proof(ProofFacts facts);

    Said Invitation(AccountFacts facts);

    Said Reset(AccountFacts facts);
}

/// <summary>The languages there are.</summary>
public static class LetterWords
{
    private static readonly Dictionary<MailLanguage, ILetterWords> _all = new()
    {
        [MailLanguage.English] = new EnglishWords(), [MailLanguage.German] = new GermanWords(),
    };

    public static IReadOnlyDictionary<MailLanguage, ILetterWords> All => _all;

    public static ILetterWords In(MailLanguage language) => _all[language];
}
