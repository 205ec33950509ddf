using System.Net;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>
/// Letters as HTML that mail programs show alike: one column, styles at the elements, nothing that is fetched from
/// elsewhere. Every color has its own background with it, so that a program which darkens mails darkens both.
/// </summary>
internal static class LetterHtml
{
    private const string Name = "ReadinessPortal";
    private const string Font = "font-family:'IBM Plex Sans',system-ui,'Segoe UI',Roboto,Arial,sans-serif;";
    private const string Wraps = "overflow-wrap:anywhere;";
    private const string Table = "role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";
    private const string Sheet = "background:#ffffff;border:1px solid #dfddd6;border-radius:8px;padding:22px 20px;";
    private const string Ink = "color:#1d2328;";
    private const string Quiet = "color:#5a646d;";

    // For programs that read it; the others show the light one, which is whole without it.
    private const string Dark = """
        @media (prefers-color-scheme: dark) {
          .page { background: #14181b !important; }
          .card { background: #1b2024 !important; border-color: #2d343a !important; }
          .ink { color: #e8e6e1 !important; }
          .quiet { color: #a2acb4 !important; }
          .link { color: #7cc3d4 !important; }
          .wash { background: #22282d !important; }
          .go { background: #7cc3d4 !important; color: #10222a !important; }
        }
        """;

    /// <param name="home">Address of the portal.</param>
    public static string Of(ILetterWords words, string subject, IReadOnlyList<Letter> letters, Uri home) => $"""
        <!DOCTYPE html>
        <html lang="{words.Tag}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{Esc(subject)}</title>
        <style>{Dark}</style>
        </head>
        <body class="page" style="margin:0;padding:0;background:#f7f6f3;-webkit-text-size-adjust:100%">
        <table {Table} width="100%" class="page" style="background:#f7f6f3">
        <tr><td align="center" style="padding:20px 12px">
        <table {Table} width="100%" style="max-width:600px">
        <tr>{Block("td", "ink", $"padding:0 4px 14px;{Font}font-size:15px;font-weight:700;{Ink}", Name)}</tr>
        {string.Concat(letters.Select(l => Card(l, home)))}
        <tr>{Block("td", "quiet", $"padding:0 4px;{Font}font-size:13px;line-height:1.5;{Quiet}",
            letters.Any(l => l.IsChosen) ? $"{Esc(words.Because)}. {Anchor(words.Choose, Links.Mail, home)}."
                : $"{Esc(words.BecauseOfAccount)}.")}</tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>
        """;

    private static string Card(Letter letter, Uri home) => $"""
        <tr><td class="card" style="{Sheet}{Font}">
        {Block("h1", "ink", $"margin:0 0 12px;font-size:20px;line-height:1.3;{Ink}{Wraps}", Esc(letter.Heading))}
        {string.Concat(letter.Lines.Select(Paragraph))}
        {(letter.ListTitle is { } title ? List(title, letter.List) : "")}
        {Button(letter.Links[0], home)}
        {string.Concat(letter.Links.Skip(1).Select(l => Block("p", "ink",
            "margin:12px 0 0;font-size:14px;line-height:1.5;", Anchor(l.Text, l.Path, home))))}
        {Block("p", "quiet", $"margin:18px 0 0;font-size:13px;line-height:1.5;{Quiet}{Wraps}", Esc(letter.Foot))}
        </td></tr>
        <tr><td style="height:14px;line-height:14px;font-size:0">&nbsp;</td></tr>
        """;

    private static string Paragraph(string line) =>
        Block("p", "ink", $"margin:0 0 10px;font-size:15px;line-height:1.5;{Ink}{Wraps}", Text(line));

    private static string List(string title, IEnumerable<string> lines) =>
        Block("p", "quiet", $"margin:14px 0 6px;font-size:13px;font-weight:700;{Quiet}", Esc(title))
        + Block("ul", "wash", "margin:0 0 14px;padding:10px 14px 10px 30px;background:#f0eee8;border-radius:6px;",
            string.Concat(lines.Select(l =>
                Block("li", "ink", $"margin:0 0 4px;font-size:14px;line-height:1.45;{Ink}{Wraps}", Text(l)))));

    // A table cell, because not every program pads a link.
    private static string Button(LetterLink link, Uri home)
    {
        const string Look = "padding:12px 18px;font-size:15px;font-weight:700;color:#ffffff;text-decoration:none;";
        return $"""
            <table {Table} style="margin:16px 0 0"><tr><td class="go" style="background:#0f4c5c;border-radius:6px">
            <a class="go" href="{Href(link.Path, home)}"
            style="display:inline-block;background:#0f4c5c;border-radius:6px;{Font}{Look}">{Esc(link.Text)}</a>
            </td></tr></table>
            """;
    }

    private static string Anchor(string text, string path, Uri home) =>
        $"<a class=\"link\" href=\"{Href(path, home)}\" style=\"color:#0f4c5c;text-decoration:underline\">"
        + $"{Esc(text)}</a>";

    private static string Block(string tag, string look, string style, string content) =>
        $"<{tag} class=\"{look}\" style=\"{style}\">{content}</{tag}>\n";

    private static string Href(string path, Uri home) => WebUtility.HtmlEncode(new Uri(home, path).AbsoluteUri);

    private static string Esc(string text) => WebUtility.HtmlEncode(VisibleText.Of(text));

    // What was typed in lines stays in lines.
    private static string Text(string text) =>
        Esc(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);
}
