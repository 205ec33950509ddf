using Microsoft.JSInterop;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.ComponentTests.Typing;

/// <summary>A component leaves while its browser is being closed.</summary>
public sealed class LeavingAPage
{
    public static TheoryData<Exception> Silences { get; } =
    [
        new JSDisconnectedException("The circuit has ended."), new TaskCanceledException("A task was canceled."),
        new OperationCanceledException(),
    ];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_browser_that_does_not_answer_any_more_is_no_fault(Exception silence)
    {
        var script = new Answering(silence);

        await ScriptDisposal.EndAsync(script, script);

        script.Asked.Should().Be("dispose");
    }

    [Fact]
    public async Task A_fault_of_the_script_is_one()
    {
        var script = new Answering(new JSException("dispose is no function"));

        await FluentActions.Awaiting(() => ScriptDisposal.EndAsync(script, script).AsTask())
            .Should().ThrowAsync<JSException>();
    }

    private sealed class Answering(Exception problem) : IJSObjectReference
    {
        public string? Asked { get; private set; }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<TValue>(
            string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            Asked = identifier;
            return ValueTask.FromException<TValue>(problem);
        }

        public ValueTask DisposeAsync() => ValueTask.FromException(problem);
    }
}
