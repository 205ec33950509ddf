using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Criteria;

public sealed class SayingWhoAssessed
{
    private static readonly Criterion _failed =
        Criterion(result: CriterionResult.Failed) with { ResultBy = Assessor.Manager };

    [Fact]
    public void A_result_that_the_manager_gave_is_not_put_in_the_leads_mouth()
    {
        At(_failed).Reasons[0].Text.Should().Be("Gate main: the launch manager says failed");
        At(_failed).Criterion("load").Why[0].Should().Be("The launch manager says failed");
        At(Criterion() with { ResultBy = Assessor.Manager }).Criterion("load").Why[0]
            .Should().Be("The launch manager says passed");
    }

    [Fact]
    public void A_rationale_of_somebody_else_is_named_apart()
    {
        const string Why = "Two of 300 fail.";

        Point(_failed with { Rationale = Why, RationaleBy = Assessor.Manager })
            .Should().Be("Gate main: the launch manager says failed: Two of 300 fail");
        Point(_failed with { Rationale = Why }).Should()
            .Be("Gate main: the launch manager says failed; the lead adds: Two of 300 fail");
        Assessors.RationaleOf(_failed with { Rationale = Why }).Should().Be("The lead adds: ");
    }

    [Fact]
    public void Progress_is_the_word_of_whoever_gave_it()
    {
        var begun = Criterion(result: CriterionResult.InProgress) with
        {
            Progress = 80,
            ProgressBy = Assessor.Manager,
        };

        Point(begun).Should().Be("Gate main: in progress, 80 % done as the launch manager says");
        Assessors.Sentence(begun).Should().Be("the lead says in progress, the launch manager says 80 % done");
        Assessors.Sentence(begun with { ResultBy = Assessor.Manager })
            .Should().Be("the launch manager says in progress, 80 % done");
        At(begun with { Result = CriterionResult.Passed }).Criterion("load").Warnings.Should()
            .Equal("the lead says passed, the launch manager says 80 % done");
        At(begun with { Result = CriterionResult.Passed, ResultBy = Assessor.Manager }).Criterion("load").Warnings
            .Should().Equal("the launch manager says passed at 80 %");
    }

    [Fact]
    public void Where_a_source_names_nobody_it_is_the_sources_word() =>
        Assessors.Sentence(Criterion() with { ResultBy = Assessor.Source })
            .Should().Be("the source report says passed");

    [Fact]
    public void What_nobody_assessed_is_nobodys_word() =>
        Assessors.Sentence(Criterion(result: CriterionResult.NotAssessed)).Should().Be("nobody has assessed it");

    [Theory]
    [InlineData(Assessor.Lead, Assessor.Lead, "the leads")]
    [InlineData(Assessor.Manager, Assessor.Manager, "the launch manager")]
    [InlineData(Assessor.Lead, Assessor.Manager, "the leads and the launch manager")]
    [InlineData(Assessor.Source, Assessor.Source, "the source report")]
    [InlineData(Assessor.Source, Assessor.Lead, "the leads and the source report")]
    public void A_score_is_as_scored_by_whoever_scored(Assessor one, Assessor other, string by)
    {
        var category = Facts().Categories[0];
        Category Scored(Assessor assessor) =>
            category with { Scores = [category.Scores[0] with { Assessor = assessor }] };

        Assessors.Name(ScoreRules.Of([Scored(one), Scored(other)], [Criterion()])).Should().Be(by);
    }

    [Fact]
    public void Who_holds_a_role_that_answers_for_it_is_its_lead_a_manager_too()
    {
        var board = Board();
        var load = SubjectRef.Parse("criterion:load");

        Assessors.Of(Platform.UserId, board, load).Should().Be(Assessor.Lead);
        Assessors.Of(Security.UserId, board, load).Should().Be(Assessor.Manager);
        Assessors.Of(Manager.UserId, board, load).Should().Be(Assessor.Manager);
        Assessors.Of(Manager.UserId, board with { Holdings = [Holding("platform", Manager)] }, load)
            .Should().Be(Assessor.Lead);
    }

    [Fact]
    public void What_a_package_changes_is_the_word_of_whoever_brings_it()
    {
        var stands = _failed with { Progress = 40, ProgressBy = Assessor.Manager, Rationale = "Known" };
        var board = Board(Facts(stands));
        Criterion Brought(Criterion next) => Assessors.Brought(Facts(next), board, Manager.UserId).Criteria[0];
        var typed = stands with { ResultBy = Assessor.Lead, ProgressBy = Assessor.Lead, RationaleBy = Assessor.Lead };

        Brought(typed).Should().Be(stands, "nothing of it was assessed anew");
        Brought(typed with { Result = CriterionResult.Passed, Rationale = "Fine" }).Should().BeEquivalentTo(new
        {
            ResultBy = Assessor.Manager, ProgressBy = Assessor.Manager, RationaleBy = Assessor.Manager,
        });
        Assessors.Brought(Facts(typed with { Progress = 90 }), board, Platform.UserId).Criteria[0].ProgressBy
            .Should().Be(Assessor.Lead);
    }

    [Fact]
    public void A_score_that_a_package_brings_is_the_word_of_whoever_brings_it()
    {
        var board = Board();
        var category = board.Facts.Categories[0];
        var more = category.Scores[0] with { Key = "s2", Value = 100 };
        var next = board.Facts with { Categories = [category with { Scores = [category.Scores[0], more] }] };

        Assessors.Brought(next, board, Manager.UserId).Categories[0].Scores.Select(s => s.Assessor)
            .Should().Equal(Assessor.Lead, Assessor.Manager);
    }

    private static Readiness At(Criterion criterion) => Readiness.At(Board(Facts(criterion)), Now);

    private static string Point(Criterion criterion) => At(criterion).Reasons[0].Text;
}
