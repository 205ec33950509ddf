using System.Text.RegularExpressions;

namespace ReadinessPortal.UnitTests;

/// <summary>What people read is written in the terms of business and engineering, with American spelling.</summary>
public sealed partial class KeepingTheWordsStandard
{
    private static readonly string[] _read = [".razor", ".cs", ".js", ".yaml"];

    private static readonly List<(string Place, string Text)> _shown = Shown();

    // Each with the term to use instead; what code is called and what comments say is not looked at.
    [Theory]
    [InlineData("thinnest", "least")]
    [InlineData("log that counts", "resolve conflicting logs")]
    [InlineData("not in hand", "not uploaded")]
    [InlineData("stands? behind", "supports")]
    [InlineData("said what", "sign-off status")]
    [InlineData("in date (until|for)", "valid until")]
    [InlineData("done instead", "compensating control")]
    [InlineData("close watch", "hypercare")]
    [InlineData("look back", "retrospective")]
    [InlineData("take up again", "resume")]
    [InlineData("mend", "correct")]
    [InlineData("(?-i:(?<![.])colours?)", "color")]
    [InlineData("artefacts?", "artifact")]
    [InlineData("for ever", "permanently")]
    [InlineData("lived with", "accepted")]
    [InlineData("give up", "cancel")]
    [InlineData("(led by|leads it) nobody|nobody leads", "no lead assigned")]
    [InlineData("nobody named", "no owner assigned")]
    [InlineData("counts as today", "as-of date")]
    public void A_homemade_word_is_not_shown(string avoided, string instead)
    {
        var word = new Regex($@"\b({avoided})\b", RegexOptions.IgnoreCase);

        _shown.Where(l => word.IsMatch(l.Text)).Select(l => $"{l.Place} {l.Text.Trim()}")
            .Should().BeEmpty($"the term is '{instead}'");
    }

    private static List<(string Place, string Text)> Shown()
    {
        var root = KeepingTheCodeReadable.Root(AppContext.BaseDirectory);
        return
        [
            .. from file in Directory.EnumerateFiles(Path.Combine(root, "src"), "*.*", SearchOption.AllDirectories)
               where _read.Contains(Path.GetExtension(file))
                   && !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "Migrations"]).Any()
               from line in File.ReadLines(file).Index()
               select ($"{Path.GetRelativePath(root, file)}:{line.Index + 1}", Shown(file, line.Item)),
        ];
    }

    // Of code the literals, of a page its markup too; neither comments nor what stands in braces.
    private static string Shown(string file, string line)
    {
        var text = Name().Replace(Comment().Replace(line, ""), "");
        return Path.GetExtension(file) is ".cs" or ".js"
            ? string.Join(' ', Literal().Matches(text).Select(m => Hole().Replace(m.Value, "")))
            : Hole().Replace(text, "");
    }

    [GeneratedRegex(@"(^|\s)//.*$|@\*.*$|^\s*\*.*$|^\s*#.*$")]
    private static partial Regex Comment();

    // A key or a name of a figure: one word in quotes, perhaps with dots, a placeholder among them.
    [GeneratedRegex("\"[\\w.{}-]+\"")]
    private static partial Regex Name();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"|`[^`]*`")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}|@[\w.()]+")]
    private static partial Regex Hole();
}
