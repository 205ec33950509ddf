using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests;

public sealed class ComparingArrays
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
    public void Rows_compare_their_cells()
    {
        var blank = new RegisterRow { Key = "r" };
        var row = blank with { Cells = blank.Cells.Add("a", "1") };
        var same = blank with { Cells = blank.Cells.Add("a", "1") };

        same.Should().Be(row).And.NotBeSameAs(row);
        (same with { Cells = same.Cells.SetItem("a", "2") }).Should().NotBe(row);
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
    public void The_contract_of_JSON_says_that_it_is_a_list_and_of_what()
    {
        var contract = FactsJson.Options.GetTypeInfo(typeof(EquatableArray<Measurement>));

        contract.Kind.Should().Be(JsonTypeInfoKind.Enumerable);
        contract.ElementType.Should().Be<Measurement>();
    }
}
