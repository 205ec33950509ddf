using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.ComponentTests.Registers;
using ReadinessPortal.ComponentTests.Typing;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.ComponentTests.Facts;

/// <summary>A save whose answer was lost: nothing is there twice, and nothing is said to be saved that is not.
/// </summary>
public sealed class LosingTheAnswerToASave : BunitContext
{
    private const string List = "criteria/load-testing/measurements";

    private readonly List<(ImmutableArray<FactChange> Changes, Guid? Request)> _sent = [];
    private readonly HashSet<Guid> _committed = [];
    private readonly FactEditing _editing;
    private bool _isAnswered;

    public LosingTheAnswerToASave()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
        _editing = new(DemoLaunch.View(DemoLaunch.Board), new(
            (changes, request) =>
            {
                _sent.Add((changes, request));
                return Task.FromResult<Outcome>(_isAnswered
                    ? new Outcome.Done(2) { Key = changes[0].Fact.Key }
                    : new Outcome.Refused(new OutcomeNotKnown(request!.Value)));
            },
            request => Task.FromResult(
                _committed.Contains(request) ? new Outcome.Done(2) { Key = "latency-p95" } : null),
            (_, _) => Task.FromResult<Outcome>(new Outcome.Done(2)),
            (_, _) => Task.FromResult<FieldAuthor?>(null),
            _ => Task.FromResult<FieldAuthor?>(null)));
    }

    [Fact]
    public async Task The_same_is_sent_again_under_the_same_name()
    {
        var form = await SentAsync("Throughput");
        form.Find("[role=alert]").TextContent.Should().Contain("not known yet");

        _isAnswered = true;
        await form.Find("form").SubmitAsync();

        _sent.Should().HaveCount(2);
        _sent[1].Request.Should().NotBeNull().And.Be(_sent[0].Request);
        form.FindAll("[role=alert]").Should().BeEmpty();
    }

    [Fact]
    public async Task Another_text_is_not_taken_for_the_one_that_was_added()
    {
        var form = await SentAsync("Throughput");
        _committed.Add(_sent[0].Request!.Value);
        _isAnswered = true;

        await form.TypeAsync("[name=metric]", "Throughput at night", version: 2);
        await form.Find("form").SubmitAsync();

        _sent.Should().ContainSingle();
        form.Find("[role=alert]").TextContent.Should().Contain("added as you sent it first");
        form.TextIn("[name=metric]").Should().Be("Throughput at night");
    }

    [Fact]
    public async Task Another_text_goes_under_another_name_where_nothing_was_saved()
    {
        var form = await SentAsync("Throughput");
        _isAnswered = true;

        await form.TypeAsync("[name=metric]", "Throughput at night", version: 2);
        await form.Find("form").SubmitAsync();

        _sent[1].Request.Should().NotBe(_sent[0].Request!.Value);
        _sent[1].Changes.Should().ContainSingle().Which.Should().BeOfType<FactChange.Add>()
            .Which.Values["metric"].Should().Be("Throughput at night");
    }

    [Fact]
    public void What_was_added_before_the_page_was_loaded_again_is_not_offered_as_unsaved()
    {
        var request = Guid.CreateVersion7();
        _committed.Add(request);

        var form = FormWith(request, "Response time");

        form.WaitForElement(".banner.go").TextContent.Should().Contain("was saved");
        form.TextIn("[name=metric]").Should().BeNullOrEmpty();
        form.FindAll(".draft-back").Should().BeEmpty();
    }

    [Fact]
    public void What_did_not_arrive_is_back()
    {
        var form = FormWith(Guid.CreateVersion7(), "Response time");

        form.WaitForElement(".draft-back");
        form.TextIn("[name=metric]").Should().Be("Response time");
    }

    private async Task<IRenderedComponent<FactForm>> SentAsync(string metric)
    {
        var form = Form();
        await form.TypeAsync("[name=metric]", metric);
        await form.Find("form").SubmitAsync();
        return form;
    }

    // As the browser answers: after the form was drawn.
    private IRenderedComponent<FactForm> FormWith(Guid request, string metric)
    {
        var browser = JSInterop.Setup<IJSStreamReference?>("portalDrafts.read", _ => true);
        var form = Form();
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        browser.SetResult(Sent.Json(new
        {
            at = now, request, fields = new Dictionary<string, string[]> { ["metric"] = ["", metric] },
        }));
        return form;
    }

    private IRenderedComponent<FactForm> Form() =>
        Render<FactForm>(p => p.AddCascadingValue(_editing).Add(f => f.In, List));
}
