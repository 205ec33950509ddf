using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class ChangingTheRelease
{
    private static readonly Release _now = new() { Name = "app:v2" };
    private static readonly Release _next = new() { Name = "app:v3", Commit = "1f3a" };

    [Fact]
    public void It_takes_a_name_a_reason_and_what_was_shown()
    {
        WhyNot(new(_next, _now, "A fix")).Should().BeNull();
        WhyNot(new(_next, _next, "A fix")).Should().BeOfType<ReleaseMoved>();
        WhyNot(new(_now, _now, "A fix")).Should().BeOfType<ReleaseIsTheSame>();
        WhyNot(new(new() { Name = " ", Commit = "1f3a" }, _now, "A fix")).Should().BeOfType<ReleaseNeedsName>();
        WhyNot(new(_next, _now, "")).Should().BeOfType<ReleaseNeedsReason>();
        ReleaseRules.WhyNot(ALaunch.Board(), new(_next, _now, "x"), ALaunch.Cto).Should().BeOfType<NotYours>();
    }

    [Fact]
    public void Blank_parts_are_none_and_blank_all_over_is_no_release()
    {
        ReleaseRules.Clean(new() { Name = " app:v3 ", Version = " " }).Should().Be(new Release { Name = "app:v3" });
        ReleaseRules.Clean(new() { Name = "", Digest = " " }).Should().BeNull();
        WhyNot(new(null, _now, "Not named any more")).Should().BeNull();
    }

    [Fact]
    public void Evidence_about_the_old_release_is_said_to_prove_nothing_any_more()
    {
        var criterion = ALaunch.Criterion() with { Validations = [ALaunch.Validation() with { Release = "app:v2" }] };
        var board = ALaunch.Board(ALaunch.Facts(criterion));

        Consequences.OfChanging(board, _next, ALaunch.Now).Should().Contain([
            "Criterion load: passed \u2192 unproven, its evidence is about another release",
            "One piece of evidence would prove nothing any more, because it names another release: ./check.sh",
            "One criterion would have to be proven again, by evidence of the new release: Criterion load"]);
        Consequences.OfChanging(board, _now, ALaunch.Now).Should().BeEmpty();
    }

    [Fact]
    public void Evidence_that_names_no_release_is_said_to_go_on_proving()
    {
        var file = new EvidenceItem
        {
            Key = "review", Title = "Review", FileName = "review.txt", Sha256 = "ab", Size = 2,
            CapturedOn = new(2025, 11, 14), Supports = [new(SubjectKind.Criterion, "load")],
        };
        var board = ALaunch.Board(ALaunch.Facts(ALaunch.Criterion() with { Key = "load" }) with { Evidence = [file] });

        Consequences.OfChanging(board, _next, ALaunch.Now).Should().Contain(
            "One piece of evidence names no release and would go on proving: Review");
    }

    private static Refusal? WhyNot(ReleaseRequest request) =>
        ReleaseRules.WhyNot(ALaunch.Board(), request, ALaunch.Manager);
}
