using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.ComponentTests.Evidence;

public sealed class SayingWhatAFileIsWorth
{
    private static readonly DateOnly _today = new(2025, 11, 20);
    private static readonly Release _release = new() { Name = "app:v2", Version = "2", Commit = "abc" };
    private static readonly ProofTerms _terms = new(_today, new(2025, 12, 1), _release);
    private static readonly EvidenceItem _file = new()
    {
        Key = "a", Title = "A", FileName = "a.txt", Sha256 = "ab", Size = 1, CapturedOn = new(2025, 1, 10),
    };

    [Fact]
    public void A_file_is_out_of_date_since_the_day_after_its_last_one_as_the_rules_say()
    {
        ProofBadge.Of(_file, _terms).Text.Should().Be("out of date since 11 Apr 2025");
        ProofRules.Weigh(_file, _terms).Line.Why.Should().EndWith("out of date since 11 Apr 2025");
    }

    [Theory]
    [InlineData("app:v2")]
    [InlineData("2")]
    [InlineData("abc")]
    public void A_file_that_names_the_release_by_its_name_its_version_or_its_commit_is_about_it(string release) =>
        ProofBadge.Of(_file with { CapturedOn = new(2025, 11, 14), Release = release }, _terms)
            .Should().Be(new ProofBadge(Mark.Go, "valid until 12 Feb 2026"));

    [Fact]
    public void Its_shape_and_its_words_say_together_what_its_date_means()
    {
        var scan = _file with { Class = EvidenceClass.Scan, CapturedOn = new(2025, 11, 18) };

        ProofBadge.Of(scan, _terms)
            .Should().Be(new ProofBadge(Mark.Hold, "valid until 25 Nov 2025, stale on the target date"));
        ProofBadge.Of(scan, _terms with { Target = new(2025, 12, 5) })
            .Should().Be(new ProofBadge(Mark.Early, "valid until 25 Nov 2025"));
        ProofBadge.Of(scan with { CapturedOn = new(2025, 11, 1) }, _terms)
            .Should().Be(new ProofBadge(Mark.No, "out of date since 9 Nov 2025"));
    }

    [Fact]
    public void A_file_about_another_release_and_one_of_a_day_to_come_prove_nothing()
    {
        ProofBadge.Of(_file with { Release = "1" }, _terms)
            .Should().Be(new ProofBadge(Mark.No, "other build: it is about 1"));
        ProofBadge.Of(_file with { CapturedOn = new(2025, 11, 21) }, _terms)
            .Should().Be(new ProofBadge(Mark.Unproven, "dated in the future"));
    }
}
