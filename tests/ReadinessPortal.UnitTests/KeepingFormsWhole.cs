using System.Text.RegularExpressions;

namespace ReadinessPortal.UnitTests;

/// <summary>
/// What holds for every form, also for those that only stand on a page in some state that no test brings about.
/// </summary>
public sealed partial class KeepingFormsWhole
{
    private static readonly string _web =
        Path.Combine(KeepingTheCodeReadable.Root(AppContext.BaseDirectory), "src", "ReadinessPortal.Web");

    private static readonly string[] _apart = ["bin", "obj", "Typing"];

    private static readonly (string Path, string Text)[] _parts =
    [
        .. Directory.EnumerateFiles(_web, "*.razor", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(_web, f), Text: File.ReadAllText(f)))
            .Where(f => !_apart.Contains(f.Path.Split(Path.DirectorySeparatorChar)[0])),
    ];

    [Fact]
    public void No_text_field_hands_its_text_to_the_circuit_by_itself() =>
        _parts.SelectMany(p => Fields().Matches(p.Text)
                .Where(f => IsText(f.Value) && Hears().IsMatch(f.Value)).Select(f => $"{p.Path}: {f.Value}"))
            .Should().BeEmpty("TextInput sends it in pieces");

    [Fact]
    public void No_text_is_cut_without_a_word() =>
        _parts.Where(p => p.Text.Contains("maxlength", StringComparison.OrdinalIgnoreCase)).Select(p => p.Path)
            .Should().BeEmpty("a browser cuts there what is pasted; TextInput counts and refuses");

    [Fact]
    public void Every_form_has_one_button_that_sends_it_so_that_Enter_presses_that() =>
        _parts.Select(p => (p.Path, Text: NoScript().Replace(p.Text, "")))
            .Select(p => (p.Path, Forms: Count(p.Text, "<form"), Buttons: Senders().Count(p.Text)))
            .Where(p => p.Forms != p.Buttons)
            .Should().BeEmpty();

    private static bool IsText(string field) =>
        field.StartsWith("<textarea", StringComparison.Ordinal)
        || Type().Match(field) is not { Success: true } type
        || type.Groups[1].Value is "text" or "search" or "email" or "url" or "tel";

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"<(textarea|input)\b(""[^""]*""|[^"">])*>")]
    private static partial Regex Fields();

    [GeneratedRegex(@"@bind|@on\w+\s*=")]
    private static partial Regex Hears();

    [GeneratedRegex(@"\btype=""@?\(?([^""]*)""")]
    private static partial Regex Type();

    // A passkey's button sends the form too, unless it stands beside one that does.
    [GeneratedRegex("type=\"submit\"|<PasskeyButton(?![^>]*IsBeside)")]
    private static partial Regex Senders();

    [GeneratedRegex("<noscript>.*?</noscript>", RegexOptions.Singleline)]
    private static partial Regex NoScript();
}
