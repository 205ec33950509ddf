using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

public sealed class UploadingOverHttp(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Page = $"/launches/{DemoPortal.Launch}/attach?to=criterion:load-testing";
    private const string Target = $"/launches/{DemoPortal.Launch}/evidence";

    public static TheoryData<string> HostileFiles =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Hostile"))
            .Select(f => Path.GetFileName(f)!).Order(),
    ];

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_file_comes_back_to_the_byte_and_executes_nowhere(string name)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Hostile", name));
        using var client = await one.Portal.SignedInAsync("qa-lead");

        using var sent = await SendAsync(client, [], name, bytes);

        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        var page = await client.GetStringAsync(sent.Headers.Location);
        page.Should().NotContain("<script>alert").And.NotContain("<img src=x").And.NotContain("onload=\"");
        using var got = await client.GetAsync(new Uri($"{sent.Headers.Location}/content", UriKind.Relative));
        (await got.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        got.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        got.Content.Headers.ContentDisposition.FileNameStar.Should().Be(name);
        got.Headers.GetValues("Content-Security-Policy").Should().Equal("sandbox; default-src 'none'");
        got.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Theory]
    [InlineData("supports", "criterion:\0")]
    [InlineData("supports", "criterion:nope")]
    [InlineData("supports", "criterion:mtls")]
    [InlineData("class", "99")]
    [InlineData("class", "-1")]
    [InlineData("title", "a\0b")]
    [InlineData("title", "a\u001b[31mb")]
    [InlineData("release", "a\0b")]
    [InlineData("note", "a\0b")]
    [InlineData("capturedOn", "yesterday")]
    [InlineData("capturedOn", "9999-12-31")]
    [InlineData("capturedOn", "2099-01-01")]
    [InlineData("capturedOn", "0001-01-01")]
    public async Task A_field_that_does_not_fit_is_refused_in_words_and_the_launch_goes_on(string field, string value)
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");

        using var sent =
            await SendAsync(client, new() { [field] = value }, $"{field}.txt", Encoding.UTF8.GetBytes(value));

        ((int)sent.StatusCode).Should().BeInRange(400, 422);
        (await sent.Content.ReadAsStringAsync()).Should().Contain("\"detail\"");
        (await client.GetAsync(new Uri(Page, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}/audit", UriKind.Relative)))
            .Should().Contain("and follows the one before it");
    }

    [Theory]
    [InlineData("another file",
        "--b\r\nContent-Disposition: form-data; name=\"more\"; filename=\"b.txt\"\r\n\r\nb\r\n--b--\r\n")]
    [InlineData("a field", "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nb\r\n--b--\r\n")]
    [InlineData("no end", "")]
    [InlineData("half an end", "--")]
    public async Task A_file_that_is_not_the_whole_last_part_is_not_kept(string what, string rest)
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");
        var before = await ChangeNumberAsync();
        var body = await OpeningAsync(client)
            + $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n{what}\r\n{rest}";

        using var sent = await PostAsync(client, body);

        sent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await sent.Content.ReadAsStringAsync()).Should().Contain("\"detail\"");
        (await ChangeNumberAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("multipart/form-data", "--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nX: y\r\n\r\nz\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header at all\r\n\r\nz\r\n--b--\r\n")]
    [InlineData("text/plain", "hello")]
    [InlineData(null, "")]
    public async Task What_is_no_form_with_a_file_is_refused_in_words(string? type, string body)
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");

        using var sent = await PostAsync(client, body, type);

        sent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await sent.Content.ReadAsStringAsync()).Should().Contain("\"detail\"");
    }

    [Fact]
    public async Task Headers_and_fields_without_end_are_refused()
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");
        var longHeader =
            $"--b\r\nContent-Disposition: form-data; name=\"{new string('n', 40_000)}\"\r\n\r\nz\r\n--b--\r\n";
        var manyHeaders = "--b\r\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"X-{i}: y\r\n"))
            + "\r\nz\r\n--b--\r\n";
        var manyFields = string.Concat(Enumerable.Range(0, 50)
            .Select(i => $"--b\r\nContent-Disposition: form-data; name=\"f{i}\"\r\n\r\nz\r\n")) + "--b--\r\n";

        foreach (var body in new[] { longHeader, manyHeaders, manyFields })
        {
            using var sent = await PostAsync(client, body);
            sent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData("cfo", HttpStatusCode.Forbidden)]
    [InlineData("security-lead", HttpStatusCode.Forbidden)]
    public async Task Whoever_may_not_attach_here_is_told_why(string persona, HttpStatusCode status)
    {
        using var client = await one.Portal.SignedInAsync(persona);

        using var sent = await SendAsync(client, [], "x.txt", [1, 2, 3], from: "/sign-out");

        sent.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Bytes_for_cited_evidence_are_brought_by_whoever_answers_for_all_it_proves()
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");
        var facts = (await ViewAsync()).Board.Facts;
        var cited = facts.Evidence.First(e => !e.IsInHand && e.Supports.Any(s =>
            Permissions.AnsweringRoles(s, facts) is { IsEmpty: false } roles && !roles.Contains("qa-lead")));

        using var sent = await SendAsync(client, new() { ["cited"] = cited.Key }, "mine.txt", [1, 2, 3, 4]);

        sent.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await ViewAsync()).Board.Facts.Evidence.Single(e => e.Key == cited.Key).IsInHand.Should().BeFalse();
    }

    [Fact]
    public async Task Without_the_token_of_the_form_nothing_is_attached()
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");

        using var sent = await SendAsync(client, new() { ["__RequestVerificationToken"] = "made up" }, "x.txt", [7]);

        sent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, Dictionary<string, string> fields, string name, byte[] bytes, string from = Page)
    {
        var all = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await TokenAsync(client, from),
            ["supports"] = "criterion:load-testing",
        };
        foreach (var (field, value) in fields)
        {
            all[field] = value;
        }

        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in all)
        {
            form.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"file\"", FileName = $"\"{name}\"", FileNameStar = name,
        };
        form.Add(file);
        return await client.PostAsync(new Uri(Target, UriKind.Relative), form);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string body, string? type = "multipart/form-data; boundary=b")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return await client.PostAsync(new Uri(Target, UriKind.Relative), content);
    }

    private static async Task<string> OpeningAsync(HttpClient client) =>
        "--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n"
        + $"{await TokenAsync(client, Page)}\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"supports\"\r\n\r\ncriterion:load-testing\r\n";

    private static async Task<string> TokenAsync(HttpClient client, string page) =>
        Forms.TokenIn(await client.GetStringAsync(new Uri(page, UriKind.Relative)));

    private async Task<LaunchView> ViewAsync() =>
        (await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;

    private async Task<long> ChangeNumberAsync() => (await ViewAsync()).Board.ChangeNumber;
}
