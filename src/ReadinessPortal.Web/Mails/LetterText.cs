using System.Text;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>Letters as plain text: everything that the HTML says, and its links in full.</summary>
internal static class LetterText
{
    /// <param name="home">Address of the portal.</param>
    public static string Of(ILetterWords words, IReadOnlyList<Letter> letters, Uri home)
    {
        var text = new StringBuilder();
        foreach (var letter in letters)
        {
            Line(letter.Heading);
            Line("");
            foreach (var line in letter.Lines)
            {
                Line(line);
                Line("");
            }

            if (letter.ListTitle is { } title)
            {
                Line($"{title}:");
                foreach (var line in letter.List)
                {
                    Line($"- {line}");
                }

                Line("");
            }

            foreach (var link in letter.Links)
            {
                Line($"{link.Text}:");
                text.Append(new Uri(home, link.Path).AbsoluteUri).Append('\n');
            }

            Line("");
            Line(letter.Foot);
            Line("");
        }

        text.Append("-- \n");
        if (letters.Any(l => l.IsChosen))
        {
            Line($"{words.Because}. {words.Choose}:");
            text.Append(new Uri(home, Links.Mail).AbsoluteUri).Append('\n');
        }
        else
        {
            Line($"{words.BecauseOfAccount}:");
            text.Append(home.AbsoluteUri).Append('\n');
        }

        return text.ToString();

        void Line(string line) => text.Append(VisibleText.Of(line)).Append('\n');
    }
}
