using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>Every connection is in use: what needs one is answered 503, and what needs none is answered.</summary>
public sealed class AnsweringWithoutTheDatabase(AnsweringWithoutTheDatabase.Busy busy)
    : IClassFixture<AnsweringWithoutTheDatabase.Busy>
{
    private const string Launch = $"/launches/{DemoPortal.Launch}";

    /// <summary>A portal with two connections, and somebody who holds both.</summary>
    public sealed class Busy : IAsyncLifetime
    {
        private readonly List<NpgsqlConnection> _held = [];

        public DemoPortal Portal { get; private set; } = null!;

        public HttpClient Manager { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Portal = await DemoPortal.ApartAsync(poolSize: 2);
            Manager = await Portal.SignedInAsync("manager");
            for (var i = 0; i < 2; i++)
            {
                _held.Add(await Portal.Get<NpgsqlDataSource>().OpenConnectionAsync());
            }
        }

        public async Task DisposeAsync()
        {
            foreach (var connection in _held)
            {
                await connection.DisposeAsync();
            }

            Manager.Dispose();
            await Portal.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/work")]
    [InlineData(Launch)]
    [InlineData($"{Launch}/sign-off")]
    [InlineData($"{Launch}/evidence/k6/content")]
    public async Task A_person_is_told_what_is_the_matter_on_a_page_that_tries_again(string path)
    {
        using var answer = await busy.Manager.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.Should().NotBeNull();
        (await answer.Content.ReadAsStringAsync()).Should()
            .Contain("The portal cannot reach its database just now").And.Contain("http-equiv=\"refresh\"")
            .And.Contain("</html>");
    }

    [Theory]
    [InlineData($"/api/v1/launches/{DemoPortal.Launch}")]
    [InlineData($"{Launch}/attach/stored?sha256=00")]
    public async Task A_program_gets_a_problem_it_can_read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = await busy.Manager.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.Should().NotBeNull();
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.WhyAsync()).Should().Contain("database");
    }

    [Fact]
    public async Task A_form_that_was_sent_is_not_sent_again_by_the_page_itself()
    {
        using var anonymous = busy.Portal.Anonymous();
        var page = await anonymous.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var content = new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("__RequestVerificationToken", Forms.TokenIn(page)),
                new("Form.UserName", "manager"), new("Form.Password", "wrong")]);

        using var answer = await anonymous.PostAsync(new Uri("/sign-in", UriKind.Relative), content);

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("never done twice")
            .And.NotContain("http-equiv=\"refresh\"");
    }

    [Theory]
    [InlineData("/portal.css")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/sign-in")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task What_needs_no_database_is_answered_to_whoever_is_signed_in_too(string path)
    {
        using var answer = await busy.Manager.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_open_page_is_not_signed_out_because_nobody_can_be_asked()
    {
        await using var scope = busy.Portal.App.Services.CreateAsyncScope();
        var signIn = (RevalidatingSignIn)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var person = new ClaimsPrincipal(
            new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{Guid.NewGuid()}")], "test"));
        signIn.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));

        (await signIn.AskAsync()).Should().BeFalse("it is to ask again");

        (await signIn.GetAuthenticationStateAsync()).User.Should().BeSameAs(person);
    }

    [Fact]
    public async Task Nobody_opens_a_connection_beside_the_pool() =>
        (await busy.Portal.ScalarAsync("""
            select count(*) from pg_stat_activity
            where datname = current_database() and usename = 'readiness_portal'
            """)).Should().Be(3L, "two are held, and one listens");
}
