using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.UnitTests.Revisions;

public sealed class WritingCanonicalJson
{
    [Fact]
    public void Keys_are_ordered_by_their_utf_16_units_as_in_the_standards_example()
    {
        var json = new JsonObject
        {
            ["\u20ac"] = "Euro Sign",
            ["\r"] = "Carriage Return",
            ["\ufb33"] = "Hebrew Letter Dalet With Dagesh",
            ["1"] = "One",
            ["\ud83d\ude00"] = "Emoji: Grinning Face",
            ["\u0080"] = "Control",
            ["\u00f6"] = "Latin Small Letter O With Diaeresis",
        };

        CanonicalJson.Write(json).Should().Be(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With "
                + "Diaeresis\","
            + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet "
                + "With Dagesh\"}");
    }

    [Theory]
    [InlineData("\u20ac$\u000f\nA'B\"\\\\\"/", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("\b\t\f\r\u0001", "\"\\b\\t\\f\\r\\u0001\"")]
    [InlineData("\u007f\u00a0\u2028\ue000\ud83d\ude00<&>", "\"\u007f\u00a0\u2028\ue000\ud83d\ude00<&>\"")]
    public void Only_what_json_demands_is_escaped(string text, string expected) =>
        CanonicalJson.Write(JsonValue.Create(text)).Should().Be(expected);

    [Fact]
    public void Literals_arrays_and_integers_have_one_form() =>
        CanonicalJson.Write(JsonNode.Parse(" { \"b\" : [ null , true, false, -0, 9007199254740992 ], \"a\":{} } "))
            .Should().Be("{\"a\":{},\"b\":[null,true,false,0,9007199254740992]}");

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740993")]
    public void A_number_that_readers_would_not_agree_on_is_refused(string number) =>
        FluentActions.Invoking(() => CanonicalJson.Write(JsonNode.Parse(number))).Should().Throw<FormatException>();

    [Fact]
    public void Half_a_surrogate_pair_has_no_canonical_form()
    {
        // Not as inline data: an attribute could not hold them.
        foreach (var text in new[] { "\ud83d", "a\ude00b" })
        {
            FluentActions.Invoking(() => CanonicalJson.Write(JsonValue.Create(text))).Should().Throw<FormatException>();
        }
    }

    [Fact]
    public void Equal_values_have_one_text_and_so_one_hash()
    {
        CanonicalJson.Of(Quantity.Parse("1.10 USD")).Should().Be("\"1.1 USD\"");
        CanonicalJson.Of(1.10m).Should().Be(CanonicalJson.Of(1.1m));
        CanonicalJson.Of(new DateTimeOffset(2025, 11, 15, 12, 0, 0, TimeSpan.FromHours(1)).AddTicks(10))
            .Should().Be("\"2025-11-15T11:00:00.000001Z\"");
        CanonicalJson.Sha256("{}").Should().Be("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
