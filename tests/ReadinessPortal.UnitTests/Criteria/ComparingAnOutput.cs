using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.UnitTests.Criteria;

/// <summary>What a command printed is compared with what is expected, without what only a terminal sees.</summary>
public sealed class ComparingAnOutput
{
    [Theory]
    [InlineData("\u001B[32mREADY\u001B[0m", "READY")]
    [InlineData("\u001B[1;38;5;196mno\u001B[m\u001B[K", "no")]
    [InlineData("\u009B31mred\u009B0m", "red")]
    [InlineData("\u001B]0;title\u0007shell", "shell")]
    [InlineData("\u001B]8;;https://example.org\u001B\\link\u001B]8;;\u001B\\", "link")]
    [InlineData("\u001B(Bplain\u001B=", "plain")]
    [InlineData("one  \r\ntwo\t\r\n\r\n\n", "one\ntwo")]
    [InlineData("\uFEFF\n  first", "first")]
    [InlineData("a\n\n  b", "a\n\n  b")]
    [InlineData("", "")]
    public void Colors_carriage_returns_and_white_space_at_line_ends_are_left_out(string printed, string plain) =>
        PrintedOutput.Plain(printed).Should().Be(plain);

    [Theory]
    [InlineData("12 nodes\nall Ready", "12 nodes  \r\nall Ready\n\n", null)]
    [InlineData("equals: /usr/bin", "/usr/bin", null)]
    [InlineData("true", "false", "it is 'false' and not 'true'")]
    [InlineData("a\nb\nc", "a\nx\nc", "line 2 is 'x' and not 'b'")]
    [InlineData("a\nb", "a", "it ends before line 2, 'b'")]
    [InlineData("a", "a\nb", "line 2, 'b', should not be there")]
    [InlineData("$5.00", "$5.00", null)]
    [InlineData("contains: Ready", "12 nodes, all Ready", null)]
    [InlineData("contains: Ready", "12 nodes, all ready", "'Ready' is nowhere in it")]
    public void A_text_is_the_whole_output_or_occurs_in_it(string expects, string output, string? differs) =>
        Differs(expects, output).Should().Be(differs);

    [Theory]
    [InlineData("/^0$/", "0", null)]
    [InlineData("/ready/i", "All READY", null)]
    [InlineData("/^ok$/m", "first\nok\nlast", null)]
    [InlineData("/^ok$/", "first\nok\nlast", "nothing in it matches /^ok$/")]
    [InlineData("/v2\\/app/im", "V2/APP", null)]
    [InlineData("/\\d+ passed, 0 failed/", "287 passed, 1 failed", "nothing in it matches /\\d+ passed, 0 failed/")]
    public void A_pattern_is_matched_anywhere(string expects, string output, string? differs) =>
        Differs(expects, output).Should().Be(differs);

    [Theory]
    [InlineData("$.status.replicas = 3", """{ "status": { "replicas": 3.0 } }""", null)]
    [InlineData("$.status.replicas = 3", """{ "status": { "replicas": 2 } }""", "$.status.replicas is 2 and not 3")]
    [InlineData("$.status.replicas = 3", """{ "status": { } }""", "$.status.replicas is not in it")]
    [InlineData("$.x == \"ok\"", """{ "x": "ok" }""", null)]
    [InlineData("$.x == \"3\"", """{ "x": 3 }""", "$.x is 3 and not \"3\"")]
    [InlineData("$['a b'][\"c\"][-1]=null", """{ "a b": { "c": [1, null] } }""", null)]
    [InlineData("$[0].ok = true", """[{ "ok": true }]""", null)]
    [InlineData("$.items[*].ok = true", """{ "items": [{ "ok": true }, { "ok": true }] }""", null)]
    [InlineData("$.items[*].ok = true", """{ "items": [{ "ok": true }, { "ok": false }] }""",
        "$.items[*].ok is false and not true, in the 2. of 2 places")]
    [InlineData("$.items[*].ok = true", """{ "items": [] }""", "$.items[*].ok is not in it")]
    [InlineData("$.*.n = [1, 2]", """{ "a": { "n": [1, 2] } }""", null)]
    [InlineData("$.x = 1", "error: no such host", "it is no JSON, see its line 1")]
    [InlineData("$.x = 1", """{ "x": 1, "x": 2 }""", "it is JSON with a key that stands twice")]
    public void A_place_in_json_has_its_value(string expects, string output, string? differs) =>
        Differs(expects, output).Should().Be(differs);

    [Theory]
    [InlineData("", "names no text")]
    [InlineData("contains:  ", "names no text")]
    [InlineData("/", "begins with / as a pattern does")]
    [InlineData("//", "begins with / as a pattern does")]
    [InlineData("/usr/bin/foo", "write equals: before it")]
    [InlineData("/ok/g", "has to end with / and, perhaps, i or m")]
    [InlineData("/ok/ii", "has to end with / and, perhaps, i or m")]
    [InlineData("/(ok/", "is no pattern: Not enough )'s, at character 4 of it")]
    [InlineData("/(?=a)a/", "lookarounds, back references")]
    [InlineData("/(a)\\1/", "lookarounds, back references")]
    [InlineData("/((a{100}){100}){100}/", "repetitions that grow too large")]
    [InlineData("$.a", "is a path without a value")]
    [InlineData("$.a =", "at ' ='")]
    [InlineData("$.a = ok", "has a value, 'ok', that is none in JSON")]
    [InlineData("$..a = 1", "at '..a = 1'")]
    [InlineData("$.a[?(@.b)] = 1", "at '[?(@.b)] = 1'")]
    [InlineData("$.a[0:2] = 1", "at '[0:2] = 1'")]
    [InlineData("$.a-b = 1", "at '-b = 1'")]
    [InlineData("$.a > 1", "at ' > 1'")]
    [InlineData("$.a[99999999999] = 1", "that no list is long enough for")]
    public void What_cannot_be_read_is_refused_with_the_place(string expects, string why) =>
        Expectation.WhyNot(expects).Should().Contain(why);

    [Fact]
    public void A_pattern_has_a_length() =>
        Expectation.WhyNot($"/{new string('a', 1_001)}/").Should()
            .Be("is a pattern of 1001 characters; it may have 1000");

    [Theory]
    [InlineData("/(a+)+$/")]
    [InlineData("/(x+x+)+y/")]
    [InlineData("/([a-zA-Z]+)*!/")]
    [InlineData("/^(\\w+\\s?)*:$/")]
    public void No_output_makes_a_pattern_take_for_ever(string expects) =>
        new[] { null, $"nothing in it matches {expects}" }.Should()
            .Contain(Differs(expects, new string('a', 100_000) + "\u0021\u0021?"));

    [Theory]
    [InlineData("contains: needle")]
    [InlineData("one line")]
    [InlineData("$.a = 1")]
    [InlineData("/needle/")]
    public void A_line_of_ten_million_characters_is_compared_and_shown_short(string expects) =>
        Differs(expects, new string('[', 10_000_000)).Should().NotBeNull().And.Subject.Length.Should().BeLessThan(300);

    [Fact]
    public void What_would_steer_a_terminal_is_shown_written_out() =>
        Differs("ok", "o\u202Ek\u0007").Should().Be("it is 'o\u27E8U+202E\u27E9k\u2407' and not 'ok'");

    private static string? Differs(string expects, string output)
    {
        var (expected, whyNot) = Expectation.Read(expects);
        whyNot.Should().BeNull();
        return expected!.Differs(PrintedOutput.Plain(output));
    }
}
