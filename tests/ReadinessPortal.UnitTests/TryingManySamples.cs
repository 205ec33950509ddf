using CsCheck;
using Xunit.Sdk;

namespace ReadinessPortal.UnitTests;

public sealed class TryingManySamples
{
    private static readonly Gen<string> _texts = Gen.String[0, 20];

    [Fact]
    public void Every_run_tries_the_same() => Tried(null).Should().Equal(Tried(null)).And.OnlyHaveUniqueItems();

    [Fact]
    public void A_random_run_tries_something_else() => Tried("random").Should().NotEqual(Tried(null));

    [Fact]
    public void A_failure_names_its_shortest_sample_and_the_seed_that_brings_it_back()
    {
        var numbers = Gen.Int[0, 9_999];
        string FailureOf(string seed) => numbers.Invoking(n => n.Holds(i => i < 100, 50, seed))
            .Should().Throw<XunitException>().Which.Message;

        var failure = FailureOf("random");

        failure.Should().MatchRegex(@"samples fail\. The shortest: \d{3,4}\n");
        FailureOf(failure.Split("PORTAL_SEED=")[1]).Should().Be(failure);
    }

    [Fact]
    public void What_throws_fails() =>
        _texts.Invoking(t => t.Holds(_ => throw new FormatException("odd"), 3)).Should().Throw<XunitException>()
            .WithMessage("3 of 3 samples fail.*FormatException: odd*");

    private static List<string> Tried(string? seed)
    {
        List<string> tried = [];
        Gen.Select(_texts, Gen.Long, (text, number) => $"{text}{number}").Holds(
            text =>
            {
                tried.Add(text);
                return true;
            },
            40, seed);
        return tried;
    }
}
