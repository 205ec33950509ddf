using Bunit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Members;

namespace ReadinessPortal.ComponentTests.Members;

public sealed class LettingPeopleInAndOut : BunitContext
{
    private static readonly Member _member =
        new() { UserId = Guid.NewGuid(), Name = "Vic Viewer", Part = LaunchPart.Viewer };

    private readonly List<string> _done = [];
    private Refusal? _answer;
    private Refusal? _whyNot;

    public LettingPeopleInAndOut() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task Removing_says_first_what_goes_with_it()
    {
        var form = Form();
        form.FindAll(".banner").Should().BeEmpty();

        await Button(form, "Remove").ClickAsync(new());
        form.Find(".banner").TextContent.Should().Contain("Vic reads no more");
        _done.Should().BeEmpty();

        await Button(form, "Remove Vic Viewer").ClickAsync(new());
        _done.Should().Equal("removed");
    }

    [Fact]
    public async Task Who_thinks_again_keeps_the_member()
    {
        var form = Form();

        await Button(form, "Remove").ClickAsync(new());
        await Button(form, "Keep").ClickAsync(new());

        form.FindAll(".banner").Should().BeEmpty();
        _done.Should().BeEmpty();
        Button(form, "Remove").HasAttribute("disabled").Should().BeFalse();
        await Button(form, "Close").ClickAsync(new());
        _done.Should().Equal("closed");
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_before_anybody_is_asked_whether_they_are_sure()
    {
        _whyNot = new LastManager("Mia Manager");
        var form = Form();

        await Button(form, "Remove").ClickAsync(new());

        form.Find("[role=alert]").TextContent.Should().Be(_whyNot.Text);
        form.FindAll("button").Should().NotContain(b => b.TextContent == "Remove Vic Viewer");
    }

    [Fact]
    public async Task A_part_is_saved_only_when_it_is_another_one()
    {
        var form = Form();
        Button(form, "Save").HasAttribute("disabled").Should().BeTrue();

        await form.Find("select").ChangeAsync("Auditor");
        await form.Find("form").SubmitAsync();

        _done.Should().Equal("Auditor");
    }

    [Fact]
    public async Task The_reason_why_not_is_shown_in_place()
    {
        _answer = new LastManager("Mia Manager");
        var form = Form();

        await Button(form, "Remove").ClickAsync(new());
        await Button(form, "Remove Vic Viewer").ClickAsync(new());

        form.Find("[role=alert]").TextContent.Should().Be(_answer.Text);
    }

    [Fact]
    public async Task Somebody_is_chosen_before_they_are_added()
    {
        var person = new PortalPerson(Guid.NewGuid(), "Nora New", "nora");
        var form = Render<AddMemberForm>(p => p.Add(c => c.People, [person]).Add(c => c.Submit, (id, part) =>
        {
            _done.Add($"{id} {part}");
            return Task.FromResult(_answer);
        }));

        await form.Find("form").SubmitAsync();
        form.Find("[role=alert]").TextContent.Should().Be("Choose somebody.");
        await form.Find("#member-person").ChangeAsync(person.Id.ToString());
        await form.Find("form").SubmitAsync();

        _done.Should().Equal($"{person.Id} Viewer");
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<MemberForm> form, string text) =>
        form.FindAll("button").First(b => b.TextContent == text);

    private IRenderedComponent<MemberForm> Form() => Render<MemberForm>(p => p
        .Add(c => c.Member, _member)
        .Add(c => c.Consequences, ["Vic reads no more."])
        .Add(c => c.WhyNotRemove, _whyNot)
        .Add(c => c.Closed, () => _done.Add("closed"))
        .Add(c => c.Change, to =>
        {
            _done.Add(to.ToString());
            return Task.FromResult(_answer);
        })
        .Add(c => c.Remove, () =>
        {
            _done.Add("removed");
            return Task.FromResult(_answer);
        }));
}
