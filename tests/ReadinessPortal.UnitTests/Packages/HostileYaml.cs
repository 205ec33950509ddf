using System.Text;
using CsCheck;

namespace ReadinessPortal.UnitTests.Packages;

public sealed class HostileYaml
{
    [Fact]
    public void Aliases_that_multiply_are_refused_at_the_first_anchor()
    {
        var bomb = new StringBuilder("figures:\n  - &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var level = 1; level < 12; level++)
        {
            bomb.Append("  - &l").Append(level).Append(" [")
                .AppendJoin(", ", Enumerable.Repeat($"*l{level - 1}", 10)).Append("]\n");
        }

        Only(APackage.ProblemsWith(bomb.ToString()), "anchor");
    }

    [Fact]
    public void A_value_that_contains_itself_is_refused() =>
        Only(APackage.ProblemsWith("figures: &self\n  - *self\n"), "anchor");

    [Fact]
    public void An_alias_alone_is_refused() => Only(APackage.ProblemsWith("figures: *nobody\n"), "nobody");

    [Fact]
    public void A_merge_key_is_just_an_unknown_key() => Only(APackage.ProblemsWith("<<: { gates: [] }\n"), "not a key");

    [Theory]
    [InlineData("figures: !!python/object:os.system [ls]")]
    [InlineData("figures: !System.IO.FileInfo { name: x }")]
    [InlineData("figures: !<tag:example.org,2025:thing> []")]
    [InlineData("roles: [{ key: a, title: !!str A }]")]
    public void A_tag_cannot_choose_a_type(string yaml) => Only(APackage.ProblemsWith(yaml), "tag");

    [Fact]
    public void Deep_nesting_is_refused() =>
        Only(APackage.ProblemsWith($"figures: {new string('[', 5_000)}{new string(']', 5_000)}"), "deep");

    [Fact]
    public void Deep_maps_are_refused() =>
        Only(APackage.ProblemsWith($"figures: {string.Concat(Enumerable.Repeat("{a: ", 2_000))}"), "deep");

    [Fact]
    public void Too_many_values_are_refused() =>
        Only(APackage.ProblemsWith($"figures: [{string.Join(',', Enumerable.Repeat("a", 1_000_000))}]"), "values");

    [Fact]
    public void A_second_document_is_refused() =>
        Only(APackage.ProblemsWith("---\nformat: readiness-package/2\n"), "second document");

    [Fact]
    public void A_key_that_stands_twice_is_refused() =>
        Only(APackage.ProblemsWith("gates: []\nrisks: []\ngates: []\n"), "twice");

    [Fact]
    public void A_map_is_no_key() => Only(APackage.ProblemsWith("? { a: b }\n: c\n"), "word");

    [Theory]
    [InlineData("gates: [")]
    [InlineData("gates:\n\t- key: a")]
    [InlineData("gates: \"open")]
    [InlineData("%YAML 9.9\n---\n")]
    [InlineData("gates: @now")]
    public void What_is_not_yaml_is_refused_with_a_line(string yaml) =>
        APackage.ProblemsWith(yaml).Should().ContainSingle().Which.Line.Should().BePositive();

    [Fact]
    public void Whatever_is_done_to_the_text_it_is_read_or_refused_with_reasons() =>
        Gen.Select(
                Gen.Int[0, Everything.Yaml.Length - 1],
                Gen.Int[0, 12],
                Gen.Char["{}[]:-&*!|>'\"%@`#,?~ \n\t0a\0\uFEFF"].Array[0, 3])
            .Holds(
                sample =>
                {
                    var (at, cut, put) = sample;
                    var (yaml, end) = (Everything.Yaml, Math.Min(Everything.Yaml.Length, at + cut));
                    return APackage.ProblemsOf(string.Concat(yaml.AsSpan(0, at), put, yaml.AsSpan(end)))
                        .All(p => p.Text.Length > 0);
                },
                1_000);

    private static void Only(IReadOnlyList<Application.Packages.PackageProblem> problems, string word) =>
        problems.Should().ContainSingle().Which.Text.Should().Contain(word);
}
