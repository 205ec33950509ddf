using ReadinessPortal.BrowserTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Registers;

/// <summary>What is asked of the portal by the scripts of a register (wwwroot/registers/line.js).</summary>
public sealed class TheLineToThePortal(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    [Fact]
    public async Task What_the_portal_fails_at_is_said_once_and_only_what_is_lost_is_asked_again()
    {
        await using var person = await Person.AtAsync(browser, demo.Portal, null);
        await person.Page.GotoAsync("/sign-in");

        var asked = await person.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const { ask } = await import("/registers/line.js");
              const said = [], root = document.documentElement;
              const failing = { times: 0, async invokeMethodAsync() { this.times++; throw new Error("no"); } };
              await ask(failing, "Save").catch(problem => said.push(`failed: ${problem.message}`));
              said.push(`asked ${failing.times}`);

              const lost = { times: 0, invokeMethodAsync() { this.times++; return new Promise(() => {}); } };
              const waiting = ask(lost, "Save", () => [], () => said.push("waits"));
              root.dataset.connection = "lost";
              await new Promise(done => setTimeout(done));
              said.push(`asked ${lost.times}`);
              lost.invokeMethodAsync = async () => { lost.times++; return "saved"; };
              root.dataset.connection = "back";
              said.push(await waiting, `asked ${lost.times}`);
              return said;
            }
            """);

        asked.Should().Equal("failed: no", "asked 1", "waits", "asked 1", "saved", "asked 2");
    }
}
