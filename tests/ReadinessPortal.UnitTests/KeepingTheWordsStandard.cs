using System.Text.RegularExpressions;

namespace ReadinessPortal.UnitTests;

/// <summary>What people read is written in the terms of business and engineering, with American spelling.</summary>
public sealed partial class KeepingTheWordsStandard
{
    private static readonly string[] _read = [".razor", ".cs", ".js", ".yaml"];

    private static readonly List<(string Place, string Text)> _shown = Shown();

    // What code is called and what comments say is not looked at.
    [Theory]
    [MemberData(nameof(Avoided))]
    public void A_homemade_word_is_not_shown(string avoided, string instead)
    {
        // A method of a library may be spelled otherwise.
        var word = new Regex($@"(?<![.])\b{Regex.Escape(avoided)}\b", RegexOptions.IgnoreCase);

        _shown.Where(l => word.IsMatch(l.Text)).Select(l => $"{l.Place} {l.Text.Trim()}")
            .Should().BeEmpty($"the term is '{instead}'");
    }

    /// <summary>The last and the first column of the table of words in the README.</summary>
    public static TheoryData<string, string> Avoided()
    {
        var rows = File.ReadLines(Path.Combine(KeepingTheCodeReadable.Root(AppContext.BaseDirectory), "README.md"))
            .SkipWhile(l => l != "### Words").SkipWhile(l => !l.StartsWith("| ---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));
        var data = new TheoryData<string, string>();
        foreach (var row in rows)
        {
            foreach (var avoided in row[2].Split(", "))
            {
                data.Add(avoided, row[0]);
            }
        }

        return data;
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
