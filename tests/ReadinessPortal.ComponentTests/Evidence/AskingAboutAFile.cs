using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Evidence;

namespace ReadinessPortal.ComponentTests.Evidence;

public sealed class AskingAboutAFile : BunitContext
{
    private static readonly SubjectRef _load = new(SubjectKind.Criterion, "load-testing");

    public AskingAboutAFile() => Services.AddSingleton<AntiforgeryStateProvider, NoToken>();

    [Fact]
    public void The_plain_form_sends_its_file_last_and_invents_no_date()
    {
        var form = Render<AttachForm>(p => p.Add(c => c.Choices, Choices(_load)));

        form.FindAll("[name]")[^1].GetAttribute("name").Should().Be("file");
        form.Find("[name=capturedOn]").GetAttribute("value").Should().BeNull();
        form.Find("form").GetAttribute("enctype").Should().Be("multipart/form-data");
        form.Find("[name=back]").GetAttribute("value").Should().EndWith("/criteria/load-testing");
    }

    [Fact]
    public void The_subject_it_was_opened_for_is_chosen_and_others_can_be_added()
    {
        var tray = Render<AttachTray>(p => p.Add(c => c.Choices, Choices(_load)));

        tray.FindAll("[name=supports]").Should().HaveCountGreaterThan(50);
        tray.FindAll("[name=supports][checked]").Should().ContainSingle()
            .Which.GetAttribute("value").Should().Be("criterion:load-testing");
    }

    [Fact]
    public void What_only_informs_is_said_where_it_is_chosen() =>
        Render<AttachTray>(p => p.Add(c => c.Choices, Choices(null))).FindAll("legend").Select(l => l.TextContent)
            .Should().Contain(l => l.StartsWith("Gates") && l.Contains("only informs"))
            .And.Contain(l => l.StartsWith("Criteria") && !l.Contains("informs"));

    [Fact]
    public void A_value_beside_the_file_is_asked_only_for_a_criterion_and_carries_what_it_was()
    {
        Choices(new(SubjectKind.Gate, "runbooks")).Criterion.Should().BeNull();

        Values(new(SubjectKind.Criterion, "database-replication")).Should()
            .Contain("postgres-p95=4.1 s").And.Contain("=");
        Values(_load).Should().Equal(["", "="], "its files say them");

        IEnumerable<string?> Values(SubjectRef to) => Render<AttachForm>(p => p.Add(c => c.Choices, Choices(to)))
            .FindAll("[name=measurement] option").Select(o => o.GetAttribute("value"));
    }

    [Fact]
    public void A_cited_file_that_somebody_brings_is_chosen_already()
    {
        var cited = DemoLaunch.Facts.Evidence.First(e => !e.IsInHand);

        var form = Render<AttachForm>(p => p.Add(c => c.Choices, Choices(new(SubjectKind.Evidence, cited.Key))));

        form.Find("input[name=cited]").GetAttribute("value").Should().Be(cited.Key);
        form.Find("[name=supports]").HasAttribute("required").Should().BeFalse();
    }

    [Theory]
    [InlineData(LaunchPart.Auditor)]
    [InlineData(LaunchPart.Executive)]
    public void Whoever_may_attach_to_nothing_is_offered_nothing(LaunchPart part) =>
        AttachChoices.Of(View(part), _load, new()).Should()
            .Match<AttachChoices>(d => d.Groups.Length == 0 && d.To == null && d.Cited.Length == 0);

    private static AttachChoices Choices(SubjectRef? to) => AttachChoices.Of(View(LaunchPart.Manager), to, new());

    private static LaunchView View(LaunchPart part) => new()
    {
        Board = DemoLaunch.Board,
        Readiness = DemoLaunch.Readiness,
        Verdict = DemoLaunch.Verdict,
        LiveVerdict = DemoLaunch.Verdict,
        Me = new(Guid.NewGuid(), "Somebody", [part], false),
        At = DemoLaunch.Now,
    };

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
