using System.Text.RegularExpressions;
using ReadinessPortal.Application.Members;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.Mails.Words;

namespace ReadinessPortal.IntegrationTests.Mails;

/// <summary>Every language says everything, of the same facts, and nothing of it in another one.</summary>
public sealed partial class WritingInEveryLanguage
{
    private static readonly Uri _home = new("https://readiness.example.org");
    private static readonly ILetterWords _english = LetterWords.In(MailLanguage.English);
    private static readonly ILetterWords _german = LetterWords.In(MailLanguage.German);

    public static TheoryData<MailLanguage> Languages => [.. Enum.GetValues<MailLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void There_are_words_for_every_occasion(MailLanguage language)
    {
        var occasions = typeof(ILetterWords).GetMethods().Where(m => m.ReturnType == typeof(Said)).Select(m => m.Name);

        LetterSamples.All.Select(s => s.Occasion).Distinct().Should().BeEquivalentTo(occasions);
        LetterSamples.All.Select(s => s.In(LetterWords.In(language))).Should().OnlyContain(l =>
            l.Subject.Length > 0 && !l.Subject.Contains('\n') && l.Heading.Length > 0 && l.Lines.All(t => t.Length > 0)
            && l.Links.Count > 0 && l.Links.All(k => k.Text.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_tells_the_same_facts(MailLanguage language)
    {
        foreach (var sample in LetterSamples.All)
        {
            Facts(TextOf(sample, LetterWords.In(language))).Should()
                .BeEquivalentTo(Facts(TextOf(sample, _english)), "{0} is told", sample);
        }

        static IEnumerable<string> Facts(string text) =>
            Fact().Matches(text.Replace(".", "", StringComparison.Ordinal)).Select(m => m.Value).Distinct();
    }

    [Fact]
    public void Nothing_English_is_left_in_a_German_mail()
    {
        foreach (var sample in LetterSamples.All)
        {
            English().Matches(TextOf(sample, _german)).Select(m => m.Value).Should().BeEmpty("{0} is German", sample);
        }

        English().Matches(_german.Digest(2)).Should().BeEmpty();
        English().IsMatch(TextOf(LetterSamples.All[0], _english)).Should().BeTrue();
    }

    [Fact]
    public void German_has_its_own_days_numbers_and_cases()
    {
        Text("Turn", "sign").Should().Contain("am 27. November 2025 von Ana Ruiz festgeschrieben")
            .And.Contain("NO-GO, 1.234 von 2.345 Abnahmekriterien nachgewiesen");
        Text("Turn", "decide").Should().Contain("1 von 1 Abnahmekriterium nachgewiesen");
        Text("Decision", "yes, one condition").Should().Contain("GA-2025-001 ist entschieden: JA mit einer Auflage");
        Text("Decision", "yes, two conditions").Should().Contain("JA mit zwei Auflagen")
            .And.Contain("setzt sich über drei Punkte hinweg").And.Contain("Bo Xu (in Vertretung von Ana Ruiz) hat am");
        Text("Proof", "").Should().Contain("für den 1. März 2026").And.Contain("und ein weiterer Punkt");
        Text("Reset", "").Should().Contain("bis zum 8. Dezember 2026, 14:05 Uhr (Berlin)");
        _german.Digest(2).Should().Be("Zwei Nachrichten von ReadinessPortal");
        _german.Digest(13).Should().Be("13 Nachrichten von ReadinessPortal");

        static string Text(string occasion, string kind) =>
            TextOf(LetterSamples.All.Single(s => s.Occasion == occasion && s.Kind == kind), _german);
    }

    [Theory]
    [InlineData(MailLanguage.English, "en", "Choose what you get")]
    [InlineData(MailLanguage.German, "de", "Auswählen, was Sie erhalten")]
    public void Page_and_text_around_a_letter_are_in_its_language(MailLanguage language, string tag, string choice)
    {
        var words = LetterWords.In(language);
        var letter = LetterSamples.All[0].In(words);
        var html = System.Net.WebUtility.HtmlDecode(LetterHtml.Of(words, letter.Subject, [letter], _home));

        html.Should().Contain($"<html lang=\"{tag}\">").And.Contain(words.Because).And.Contain(choice);
        LetterText.Of(words, [letter], _home).Should().Contain($"{words.Because}. {choice}:");
    }

    private static string TextOf(LetterSample sample, ILetterWords words)
    {
        var letter = sample.In(words);
        return $"{letter.Subject}\n{LetterText.Of(words, [letter], _home)}".Replace(LetterSamples.Unbroken, "");
    }

    // Names, what was typed, and numbers above twelve, of which none is a word in any language.
    [GeneratedRegex(@"\b(Ana Ruiz|Bo Xu|Cy Oz|CTO|Zyx|Qux|Quux|Quuz|GA-2025-001|a\.ruiz|17|2345|27|21|2026)\b")]
    private static partial Regex Fact();

    // Whole English words that German has not; what its letters borrow (Launch, Link, GO) is not among them.
    [GeneratedRegex(
        @"\b(the|of|is|your|you|and|on|by|for|to|it|its|waits?|asks?|reason|sign(ed|ing|-off)?|report|open|until|due|"
        + @"conditions?|waivers?|changes?|changed|valid|password|account|this|that|not|with|as|from|yes|no(?!-)|"
        + @"nothing|points?|more|again|get|have|deputy|rejected|approved|withdrawn|proven|criteria|criterion|messages?|"
        + @"or)\b"
        + @"|(?-i:\brevision\b)|\d+ (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
