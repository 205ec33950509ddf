using Bunit;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.ComponentTests.Typing;

public sealed class TypingIntoAField : BunitContext
{
    private readonly List<string?> _typed = [];
    private readonly List<string?> _typedBefore = [];

    [Fact]
    public void A_field_says_its_limit_and_is_drawn_with_its_text()
    {
        var field = Field("as it was").Find("textarea");

        field.GetAttribute("data-most").Should().Be("2000");
        field.GetAttribute("value").Should().Be("as it was");
        field.HasAttribute("maxlength").Should().BeFalse("a browser cuts what is pasted there, without a word");
        field.GetAttribute("aria-describedby").Should().Be("hint why-count");
    }

    [Fact]
    public async Task A_long_text_arrives_in_pieces_and_is_heard_once_it_is_whole()
    {
        var field = Field("");

        await SendAsync(field, "one ", at: 0, of: 7);
        _typed.Should().BeEmpty();
        await SendAsync(field, "two", at: 4, of: 7);

        _typed.Should().Equal("one two");
    }

    [Fact]
    public async Task A_text_whose_sending_broke_off_is_heard_when_it_is_sent_again()
    {
        var field = Field("");

        await SendAsync(field, "one ", at: 0, of: 12);
        await SendAsync(field, "thre", at: 8, of: 12);
        _typed.Should().BeEmpty("a piece is missing");
        await SendAsync(field, "four", at: 0, of: 4);

        _typed.Should().Equal("four");
    }

    [Fact]
    public async Task An_emptied_field_says_nothing_and_not_an_empty_text()
    {
        var field = Field("as it was");

        await SendAsync(field, "", at: 0, of: 0);

        _typed.Should().Equal([null]);
    }

    [Fact]
    public async Task What_its_person_typed_is_never_written_back_over_what_they_type_next()
    {
        var field = Field("as it was");

        await SendAsync(field, "typed", at: 0, of: 5);
        field.Render(p => p.Add(f => f.Value, "typed"));

        Given(field).Should().Be((null, null, "as it was"));
    }

    [Fact]
    public async Task Another_text_is_given_for_what_was_heard_until_then()
    {
        var field = Field("as it was");
        await SendAsync(field, "typed", at: 0, of: 5, version: 7);

        field.Render(p => p.Add(f => f.Value, "as it is now"));

        Given(field).Should().Be(("as it is now", "1", "as it was"));
        field.Find("textarea").GetAttribute("data-heard").Should().Be("7");
    }

    [Fact]
    public async Task What_is_typed_while_another_text_is_on_its_way_is_told_apart_once()
    {
        var field = Field("as it was");
        field.Render(p => p.Add(f => f.Value, "as it is now"));

        await SendAsync(field, "as it was!", at: 0, of: 10, taken: 0);
        await SendAsync(field, "as it was!!", at: 0, of: 11, taken: 0);

        _typedBefore.Should().Equal("as it was!");
        _typed.Should().Equal("as it was!!");
    }

    private static (string? Text, string? Number, string? Drawn) Given(IRenderedComponent<TextInput> field)
    {
        var element = field.Find("textarea");
        return (element.GetAttribute("data-text"), element.GetAttribute("data-given"), element.GetAttribute("value"));
    }

    private static Task SendAsync(
        IRenderedComponent<TextInput> field, string text, int at, int of, int version = 1, int taken = 0) =>
        field.InvokeAsync(() => field.Find("[data-count]").TriggerEventAsync("ontyped", new TypedEventArgs
        {
            Text = text, At = at, Length = of, Version = version, Taken = taken,
        }));

    private IRenderedComponent<TextInput> Field(string value) => Render<TextInput>(p => p
        .Add(f => f.Id, "why").Add(f => f.IsLong, true).Add(f => f.Most, 2000).Add(f => f.Described, "hint")
        .Add(f => f.Value, value)
        .Add(f => f.ValueChanged, EventCallback.Factory.Create<string?>(this, _typed.Add))
        .Add(f => f.TypedBefore, EventCallback.Factory.Create<string?>(this, _typedBefore.Add)));
}
