using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests;

public sealed class ComparingArraysAndMaps
{
    private const string GateText = """{"key":"g","title":"G","kind":"critical","criteria":["a","b"]}""";

    [Fact]
    public void Arrays_with_equal_elements_in_the_same_order_are_equal()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = [.. "a b".Split(' ')];

        (one == same).Should().BeTrue();
        one.GetHashCode().Should().Be(same.GetHashCode());
        one.Equals((object)same).Should().BeTrue();
        (one != ["b", "a"]).Should().BeTrue();
        (one != ["a"]).Should().BeTrue();
    }

    [Fact]
    public void The_default_is_the_empty_one()
    {
        EquatableArray<string> none = default;

        (none == []).Should().BeTrue();
        none.GetHashCode().Should().Be(new EquatableArray<string>([]).GetHashCode());
        none.Length.Should().Be(0);
        none.IsEmpty.Should().BeTrue();
        none.Should().BeEmpty();
        none.AsSpan().IsEmpty.Should().BeTrue();
        none.Add("a").Should().Equal("a");
        JsonSerializer.Serialize(none, FactsJson.Options).Should().Be("[]");
    }

    [Fact]
    public void Records_compare_what_is_in_their_arrays()
    {
        var criterion = Criterion() with { Measurements = [Measurement("4.1 s")] };
        var same = criterion with { Measurements = [.. criterion.Measurements.Select(m => m with { })] };
        var other = criterion with { Measurements = [criterion.Measurements[0] with { Metric = "Lag" }] };

        same.Should().Be(criterion).And.NotBeSameAs(criterion);
        same.GetHashCode().Should().Be(criterion.GetHashCode());
        other.Should().NotBe(criterion);
        new NeedsSecondPerson(["a"]).Should().Be(new NeedsSecondPerson(["a"])).And.NotBe(new NeedsSecondPerson(["b"]));
    }

    [Fact]
    public void Records_compare_what_is_in_their_maps()
    {
        var blank = new RegisterRow { Key = "r" };
        var row = blank with { Cells = blank.Cells.Add("a", "1").Add("b", "2") };
        var same = blank with { Cells = blank.Cells.Add("b", "2").Add("a", "1") };

        same.Should().Be(row).And.NotBeSameAs(row);
        same.GetHashCode().Should().Be(row.GetHashCode());
        (same with { Cells = same.Cells.SetItem("a", "2") }).Should().NotBe(row);
        (same with { Cells = same.Cells.Remove("a") }).Should().NotBe(row);
    }

    [Fact]
    public void An_array_is_written_and_read_as_an_array()
    {
        var gate = JsonSerializer.Deserialize<Gate>(GateText, FactsJson.Options)!;

        gate.Criteria.Should().Equal("a", "b");
        JsonSerializer.Serialize(gate, FactsJson.Options).Should()
            .Contain(""" "criteria":["a","b"] """.Trim());
        JsonSerializer.Serialize(gate.Criteria, JsonSerializerOptions.Web).Should().Be("""["a","b"]""");
    }

    [Fact]
    public void An_array_that_may_be_missing_is_read_as_well()
    {
        const string With = """{"key":"t","rows":[],"totals":[{"shown":"1"}]}""";

        JsonSerializer.Deserialize<RegisterTable>(With, FactsJson.Options).Should()
            .Be(new RegisterTable("t", [], [new TableCell("1")]));
        JsonSerializer.Deserialize<RegisterTable>("""{"key":"t","rows":[],"totals":null}""", FactsJson.Options)!
            .Totals.Should().BeNull();
    }

    [Fact]
    public void An_array_that_is_left_out_is_empty_and_null_is_refused()
    {
        JsonSerializer.Deserialize<Gate>(GateText.Replace(""","criteria":["a","b"]""", ""), FactsJson.Options)!
            .Criteria.Should().BeEmpty();

        var reading = () => JsonSerializer.Deserialize<Gate>(
            GateText.Replace("""["a","b"]""", "null"), FactsJson.Options);
        reading.Should().Throw<JsonException>();
    }

    [Fact]
    public void A_map_is_written_and_read_as_a_map()
    {
        const string Row = """{"key":"r","cells":{"a":"1","b":"2"}}""";
        var row = JsonSerializer.Deserialize<RegisterRow>(Row, FactsJson.Options)!;

        row.Cells.Should().Equal(new EquatableMap<string>().Add("b", "2").Add("a", "1"));
        JsonSerializer.Serialize(row, FactsJson.Options).Should().Be(Row);
        JsonSerializer.Serialize(row.Cells, JsonSerializerOptions.Web).Should().Be("""{"a":"1","b":"2"}""");
        var reading = () => JsonSerializer.Deserialize<RegisterRow>("""{"key":"r","cells":null}""", FactsJson.Options);
        reading.Should().Throw<JsonException>();
    }

    [Theory]
    [InlineData(typeof(EquatableArray<int>), JsonTypeInfoKind.Enumerable)]
    [InlineData(typeof(EquatableMap<int>), JsonTypeInfoKind.Dictionary)]
    public void The_contract_of_JSON_says_what_it_is_and_of_what(Type type, JsonTypeInfoKind kind)
    {
        var contract = FactsJson.Options.GetTypeInfo(type);

        contract.Kind.Should().Be(kind);
        contract.ElementType.Should().Be<int>();
    }
}
