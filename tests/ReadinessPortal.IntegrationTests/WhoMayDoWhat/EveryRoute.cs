using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Checking;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>Every page there is, opened by everybody.</summary>
public sealed partial class EveryRoute(PageCast cast) : IClassFixture<PageCast>
{
    private static readonly Dictionary<string, string> _parameters = new()
    {
        ["LaunchKey"] = DemoPortal.Launch, ["CriterionKey"] = "e2e-tests", ["RegisterKey"] = "budget",
        ["EvidenceKey"] = "e2e-test-results", ["Name"] = "budget.actual.total", ["Secret"] = "none",
        ["Id"] = "3f2504e0-4f89-41d3-9a0c-0305e82c3301", ["MailId"] = "00000000-0000-7000-8000-000000000099",
        ["ProviderKey"] = "example",
    };

    /// <summary>Pages that are there to do one thing: whoever may not do it reads why.</summary>
    private static readonly Dictionary<string, LaunchAction> _acts = new()
    {
        ["/launches/{LaunchKey}/revisions/freeze"] = LaunchAction.Freeze,
        ["/launches/{LaunchKey}/sign-off/roles"] = LaunchAction.ManageRoles,
    };

    public static TheoryData<string> Routes => [.. Pages().Select(p => p.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Opens_for_whom_it_should(string route)
    {
        var page = Pages().Single(p => p.Route == route).Page;
        var path = Parameter().Replace(route, m => _parameters[m.Groups[1].Value]);
        foreach (var person in cast.People)
        {
            using var answer = await cast.Client(person).GetAsync(new Uri(path, UriKind.Relative));

            answer.StatusCode.Should().Be(StatusFor(person, route, page), "{0} opens {1}", person, path);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            text.Should().NotContain("@if (", "what is code is not shown").And.NotContain("@(");
            if (answer.StatusCode == HttpStatusCode.OK && await cast.ViewAsync(person) is { } view)
            {
                if (_acts.TryGetValue(route, out var action))
                {
                    (SaysWhyNot(text, view.Me, view.Board, action) || IsForOnesOwnDeputy(text, view)).Should()
                        .Be(Reaches(view.Me, action) != Reach.All, "{0} opens {1}", person, path);
                }

                if (route.Contains("LaunchKey", StringComparison.Ordinal) && IsReader(view.Me))
                {
                    EditorsIn(text).Should().BeEmpty("{0} reads {1} and changes nothing", person, path);
                }
            }
        }
    }

    [Theory]
    [InlineData("administrator", true)]
    [InlineData("auditor", false)]
    [InlineData("cfo", false)]
    [InlineData(PageCast.Stranger, false)]
    public async Task Only_an_administrator_is_given_the_form_of_a_new_launch(string person, bool isGiven)
    {
        var page = await cast.Client(person).GetStringAsync(new Uri(Links.NewLaunch, UriKind.Relative));

        page.Contains(new NotAnAdministrator().Text, StringComparison.Ordinal).Should().Be(!isGiven);
        page.Contains("<form", StringComparison.Ordinal).Should().Be(isGiven);
    }

    [Fact]
    public async Task The_audit_is_read_by_whom_the_table_names()
    {
        foreach (var person in cast.People)
        {
            if (await cast.ViewAsync(person) is { } view)
            {
                var may = view.Me.IsAdministrator || Reaches(view.Me, LaunchAction.ReadAudit) == Reach.All;
                var page = await cast.Client(person).GetStringAsync(
                    new Uri($"/launches/{DemoPortal.Launch}/audit", UriKind.Relative));
                page.Contains(new AuditIsNotTheirs().Text, StringComparison.Ordinal).Should()
                    .Be(!may, "{0} opens the audit", person);
                page.Contains("hashes to what it says", StringComparison.Ordinal).Should()
                    .Be(may, "{0} opens the audit", person);
                var brief = await cast.Client(person).GetStringAsync(
                    new Uri($"/launches/{DemoPortal.Launch}", UriKind.Relative));
                brief.Contains(">audit</a>", StringComparison.Ordinal).Should().Be(may, "{0} reads the brief", person);
            }
        }
    }

    [Fact]
    public void A_parameter_of_an_address_has_a_value_to_be_tried_with() =>
        Pages().SelectMany(p => Parameter().Matches(p.Route)).Select(m => m.Groups[1].Value).Distinct()
            .Except(_parameters.Keys).Should().BeEmpty("each of them needs a value here");

    [Fact]
    public void An_address_of_an_act_is_one_of_a_page() => Pages().Select(p => p.Route).Should().Contain(_acts.Keys);

    private static HttpStatusCode StatusFor(string person, string route, Type page) =>
        // Open to strangers where the settings say so, which these do not.
        page.GetCustomAttribute<AllowAnonymousAttribute>() is not null && page != typeof(VerifyPage) ? HttpStatusCode.OK
        : person == PageCast.SignedOut ? HttpStatusCode.Redirect
        : person == PageCast.Stranger && route.Contains("LaunchKey", StringComparison.Ordinal) ? HttpStatusCode.NotFound
        // Nobody has that account; whoever looks after none is not told so.
        : person is "manager" or "administrator" && route.Contains("{Id", StringComparison.Ordinal)
            ? HttpStatusCode.NotFound
        : HttpStatusCode.OK;

    private static bool SaysWhyNot(string text, Actor me, LaunchBoard board, LaunchAction action) =>
        Permissions.WhyNot(action, me, board) is { } refusal && text.Contains(refusal.Text, StringComparison.Ordinal);

    // Whoever holds a role names a deputy for it, and does nothing else there.
    private static bool IsForOnesOwnDeputy(string text, LaunchView view) =>
        !Permissions.RolesHeldBy(view.Me.UserId, view.Board).IsEmpty
        && PostedForms().Matches(text).Select(m => m.Groups[1].Value).SequenceEqual(["deputy"]);

    // An administrator without a part in the launch reads it and has no say in it.
    private static Reach Reaches(Actor me, LaunchAction action) =>
        me.Parts.IsEmpty ? Reach.No : me.Parts.Max(PermissionTable.Of(action).Of);

    private static bool IsReader(Actor me) => me.Parts.All(p => p is LaunchPart.Auditor or LaunchPart.Viewer);

    // What changes something: forms that are sent, text areas, files, and buttons but those that only show or copy.
    private static IEnumerable<string> EditorsIn(string text)
    {
        var main = text[text.IndexOf("<main", StringComparison.Ordinal)..];
        return Editor().Matches(main).Select(m => m.Value)
            .Where(m => !m.Contains("data-copy", StringComparison.Ordinal)
                && !m.Contains("popovertarget", StringComparison.Ordinal) // opens a menu, whose items are looked at
                && !m.Contains("data-reads", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Route, Type Page)> Pages() =>
        from page in typeof(Links).Assembly.GetTypes()
        from route in page.GetCustomAttributes<RouteAttribute>()
        orderby route.Template
        select (route.Template, page);

    [GeneratedRegex("<form method=\"post\"[^>]* id=\"(\\w+)\"")]
    private static partial Regex PostedForms();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(
        """<form method="post"[^>]*>|<textarea[^>]*>|<input type="file"[^>]*>|<button type="button"[^>]*>""")]
    private static partial Regex Editor();
}
