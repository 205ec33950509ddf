using System.Net;
using System.Text;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>Whatever a file is called, it goes in, comes down and travels in a package under that name.</summary>
public sealed class NamingFiles(OnePortal one) : IClassFixture<OnePortal>, IDisposable
{
    private static readonly string[] _names =
    [
        "scan 12:30.log", ".", "..", "say \"hi\".log", "a\\b.log", "größe — ü.log", "夜間👩‍💻.csv", "CON", "trailing. ",
        "\u202Egnp.exe", "Scan 12:30.LOG", new string('x', 251) + ".log", string.Concat(Enumerable.Repeat("語", 255)),
    ];

    private readonly string _package = Path.GetTempFileName();

    public void Dispose() => File.Delete(_package);

    [Fact]
    public async Task A_name_that_a_file_system_has_comes_back_from_everywhere_and_leaves_the_launch_as_usable()
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");
        foreach (var name in _names)
        {
            using var sent = await SendAsync(client, name, Escaped(name));
            sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
            using var got = await client.GetAsync(new Uri($"{sent.Headers.Location}/content", UriKind.Relative));
            got.Content.Headers.ContentDisposition!.FileNameStar.Should().Be(name);
            Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(got.Content.Headers.ContentDisposition.ToString()))
                .Should().Contain($"filename=\"{name.Replace('"', '_').Replace('\\', '_')}\"");
            (await got.Content.ReadAsStringAsync()).Should().Be(name);
        }

        foreach (var page in new[] { "", "/criteria/load-testing", "/evidence", "/audit", "/work" })
        {
            var path = page == "/work" ? page : $"/launches/{DemoPortal.Launch}{page}";
            (await client.GetStringAsync(new Uri(path, UriKind.Relative))).Should().NotContain("\u202E", "{0}", path);
        }

        var manager = await one.Portal.ViewerAsync("manager");
        Done(await one.Portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "phase", (await ViewAsync()).Launch.Phase, "Named")], manager));
        var package = await PackageAsync(client);
        package.Facts.Evidence.Select(e => e.FileName).Should().Contain(_names);
        Done(await one.Portal.Get<ImportLaunch>().RunAsync(package, update: true, Viewer.System))
            .IsRepeat.Should().BeTrue("the package is what stands");
    }

    [Fact]
    public async Task What_a_script_says_of_a_name_is_exact_where_the_browser_s_own_is_not()
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");

        using var sent = await SendAsync(client, "100%22.log", "100%22.log", exact: "100%22.log");

        (await ViewAsync()).Board.Facts.Evidence.Should().ContainSingle(e => e.FileName == "100%22.log");
    }

    [Theory]
    [InlineData("a\tb.log", "holds tab (U+0009) at position 2")]
    [InlineData("a%0Ab.log", "holds line feed (U+000A) at position 2")]
    [InlineData("a\u0001.log", "holds control character (U+0001) at position 2")]
    [InlineData("   ", "is blank")]
    public async Task A_name_that_cannot_be_kept_is_refused_with_the_character(string sent, string why) =>
        await RefusedAsync(Encoding.UTF8.GetBytes(sent), why);

    [Fact]
    public async Task A_name_whose_letters_were_lost_on_the_way_is_refused() =>
        await RefusedAsync(Encoding.Latin1.GetBytes("größe.log"), "holds replacement character (U+FFFD) at position 3");

    [Fact]
    public async Task A_name_that_no_file_system_has_is_refused_with_its_length() =>
        await RefusedAsync(Encoding.UTF8.GetBytes(new string('x', 256)), "has 256 characters");

    private async Task RefusedAsync(byte[] name, string why)
    {
        using var client = await one.Portal.SignedInAsync("qa-lead");

        using var sent = await SendAsync(client, why, name);

        sent.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await sent.WhyAsync()).Should().Contain(why);
    }

    private static byte[] Escaped(string name) =>
        Encoding.UTF8.GetBytes(name.Replace("\"", "%22", StringComparison.Ordinal));

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string text, string name, string exact) =>
        SendAsync(client, text, Encoding.UTF8.GetBytes(name), exact);

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string text, byte[] name, string exact = "")
    {
        var token = Forms.TokenIn(await client.GetStringAsync(new Uri("/sign-out", UriKind.Relative)));
        byte[] body =
        [
            .. Field("__RequestVerificationToken", token), .. Field("supports", "criterion:load-testing"),
            .. Field("fileName", exact),
            .. "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""u8, .. name, .. "\"\r\n\r\n"u8,
            .. Encoding.UTF8.GetBytes(text), .. "\r\n--b--\r\n"u8,
        ];
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        return await client.PostAsync(new Uri(EvidenceDoor.Path, UriKind.Relative), content);
    }

    private static byte[] Field(string name, string value) =>
        Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");

    private async Task<LaunchPackage> PackageAsync(HttpClient client)
    {
        await File.WriteAllBytesAsync(_package, await client.GetByteArrayAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/package.zip", UriKind.Relative)));
        return await LaunchPackage.ReadAsync(_package);
    }

    private async Task<LaunchView> ViewAsync() =>
        (await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
}
