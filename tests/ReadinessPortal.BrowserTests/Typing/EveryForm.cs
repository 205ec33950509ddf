using System.Text.Json;
using ReadinessPortal.BrowserTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Typing;

/// <summary>
/// Every form of every page, with everything open that opens: Enter does what its main button says, what is typed is
/// kept until it is saved, and its limit is known before it is reached.
/// </summary>
public sealed class EveryForm(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    // Enter presses the first button of a form that sends it, hidden and disabled ones included. A field that only
    // searches what is on the page, and a name at the door, are neither kept nor saved.
    private const string Faults = """
        () => {
          const texts = "textarea, input:is([type='text'], [type='search'], :not([type]))";
          const isKept = field => !field.closest("[data-draft-skip]") && !field.closest("form[action*='sign']");
          const name = one => one.getAttribute("aria-label") ?? (one.id || one.outerHTML.slice(0, 90));
          const faults = [];
          for (const form of document.querySelectorAll("form")) {
            const pressed = [...form.elements].find(one => one.type === "submit");
            if (!pressed || pressed !== form.querySelector(".actions button[type='submit']")) {
              faults.push(`${name(form)}: Enter presses ${pressed?.textContent ?? "nothing"}`);
            }
          }
          for (const field of [...document.querySelectorAll(texts)].filter(isKept)) {
            if (!field.closest("[data-draft]") || !field.name) { faults.push(`${name(field)}: is not kept`); }
            if (!field.dataset.most) { faults.push(`${name(field)}: has no limit`); }
            if (field.hasAttribute("maxlength")) { faults.push(`${name(field)}: cuts what is pasted`); }
          }
          return { forms: document.querySelectorAll("main form").length, faults };
        }
        """;

    [Theory]
    [InlineData(20, "manager", "criteria", "criteria/e2e-tests")]
    [InlineData(14, "manager", "gates", "drills", "items", "risks", "narrative")]
    [InlineData(6, "manager", "", "figures/budget.actual.total", "findings", "evidence", "evidence/e2e-test-results")]
    [InlineData(9, "manager", "settings", "changes", "/launches/new", "attach", "sign-off", "sign-off/roles", "/mail")]
    [InlineData(6, "qa-lead", "criteria/e2e-tests", "sign-off")]
    [InlineData(2, "ceo", "findings", "sign-off")]
    [InlineData(4, "manager", "/people", "/account", "/account/second-factor", "/account/passkeys")]
    [InlineData(0, null, "/sign-in")]
    public async Task Has_a_main_button_that_Enter_presses_and_keeps_what_is_typed(
        int atLeast, string? persona, params string[] pages)
    {
        await using var person = await Person.AtAsync(browser, demo.Portal, persona);
        var faults = new List<string>();
        var forms = 0;
        foreach (var page in pages)
        {
            await (page.StartsWith('/') ? person.Page.GotoAsync(page) : person.OpenAsync(page));
            await person.IsUpAsync();
            await person.OpenEverythingAsync();
            var found = await person.Page.EvaluateAsync<JsonElement>(Faults);
            forms += found.GetProperty("forms").GetInt32();
            faults.AddRange(found.GetProperty("faults").EnumerateArray().Select(f => $"{persona} at {page}: {f}"));
        }

        faults.Should().BeEmpty();
        forms.Should().BeGreaterThanOrEqualTo(atLeast);
        person.Complaints.Should().BeEmpty();
    }
}
