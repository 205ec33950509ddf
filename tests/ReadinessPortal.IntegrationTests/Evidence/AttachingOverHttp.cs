using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>Bytes in and out through the portal's own door for files.</summary>
public sealed class AttachingOverHttp
{
    private const string Evidence = $"/launches/{DemoPortal.Launch}/evidence";

    [Fact]
    public async Task What_went_in_comes_out_as_an_attachment_whole_or_in_part()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        var bytes = RandomNumberGenerator.GetBytes(700_000);

        using var attached = await AttachAsync(lead, bytes, "criterion:runbooks");
        attached.StatusCode.Should().Be(HttpStatusCode.Created);
        var content = new Uri($"{attached.Headers.Location}/content", UriKind.Relative);

        using var whole = await lead.GetAsync(content);
        (await whole.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        whole.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        whole.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        whole.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("sandbox");

        using var request = new HttpRequestMessage(HttpMethod.Get, content);
        request.Headers.Range = new RangeHeaderValue(262_100, 262_200);
        using var part = await lead.SendAsync(request);
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().Should().Be("bytes 262100-262200/700000");
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal(bytes[262_100..262_201]);

        using var beyond = new HttpRequestMessage(HttpMethod.Get, content);
        beyond.Headers.Range = new RangeHeaderValue(700_000, null);
        using var nothing = await lead.SendAsync(beyond);
        nothing.StatusCode.Should().Be(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task What_a_browser_has_already_is_not_sent_again_and_is_asked_for_each_time()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        using var attached = await AttachAsync(lead, [1, 2, 3], "criterion:runbooks");
        var content = new Uri($"{attached.Headers.Location}/content", UriKind.Relative);

        using var first = await lead.GetAsync(content);
        var tag = first.Headers.ETag!;
        using var again = await lead.SendAsync(Asking(r => r.IfNoneMatch.Add(tag)));
        using var other = await lead.SendAsync(Asking(r => r.IfNoneMatch.Add(new("\"another\""))));
        using var part = await lead.SendAsync(Asking(r => (r.Range, r.IfRange) = (new(1, 1), new(tag))));
        using var whole = await lead.SendAsync(Asking(r => (r.Range, r.IfRange) = (new(1, 1), new("\"another\""))));
        using var nobody = portal.Anonymous();
        using var unknown = await nobody.SendAsync(Asking(r => r.IfNoneMatch.Add(tag)));

        first.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        again.Headers.ETag.Should().Be(tag);
        again.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await other.Content.ReadAsByteArrayAsync()).Should().Equal(1, 2, 3);
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal([2]);
        (await whole.Content.ReadAsByteArrayAsync()).Should().Equal([1, 2, 3], "a part of other bytes fits nothing");
        unknown.StatusCode.Should().NotBe(HttpStatusCode.NotModified);

        HttpRequestMessage Asking(Action<HttpRequestHeaders> with)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, content);
            with(request.Headers);
            return request;
        }
    }

    [Fact]
    public async Task A_lead_attaches_only_to_what_is_theirs_and_an_auditor_to_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        using var auditor = await portal.SignedInAsync("auditor");

        using var foreign = await AttachAsync(lead, [1, 2, 3], "criterion:mtls");
        using var none = await AttachAsync(auditor, [1, 2, 3], "criterion:e2e-tests");

        foreign.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await foreign.Content.ReadAsStringAsync()).Should().Contain("NotYourCategory");
        none.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_token_or_a_file_nothing_is_attached()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");

        using var noToken = await AttachAsync(lead, [1], "criterion:runbooks", withToken: false);
        using var noFile = await AttachAsync(lead, null, "criterion:runbooks");

        noToken.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        noFile.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> AttachAsync(
        HttpClient client, byte[]? bytes, string supports, bool withToken = true)
    {
        var page = await client.GetStringAsync(new Uri("/sign-out", UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(withToken ? Forms.TokenIn(page) : "none"), "__RequestVerificationToken" },
            { new StringContent("Review"), "title" },
            { new StringContent("other"), "class" },
            { new StringContent("2025-11-14"), "capturedOn" },
            { new StringContent(supports), "supports" },
        };
        if (bytes is not null)
        {
            form.Add(new ByteArrayContent(bytes), "file", "review.bin");
        }

        return await client.PostAsync(new Uri(Evidence, UriKind.Relative), form);
    }
}
