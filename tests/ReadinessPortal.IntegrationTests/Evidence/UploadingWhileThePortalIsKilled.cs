using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>What was acknowledged is there whole, and nothing else left a trace.</summary>
[TakesLong]
public sealed class UploadingWhileThePortalIsKilled : IDisposable
{
    private const int AtOnce = 6;
    private const string Path = $"/launches/{DemoPortal.Launch}/evidence";

    private readonly DirectoryInfo _spool = Directory.CreateTempSubdirectory("readiness-spool-");
    private readonly ConcurrentDictionary<int, Uri> _acknowledged = [];
    private readonly ConcurrentBag<int> _refused = [];
    private Task<PortalProcess> _serving = Task.FromException<PortalProcess>(new InvalidOperationException());
    private int[] _killedAfter = [];
    private int _count;
    private int _unserved;

    public void Dispose()
    {
        if (_serving.IsCompletedSuccessfully)
        {
            _serving.Result.Dispose();
        }

        _spool.Delete(recursive: true);
    }

    [Fact]
    public Task Nothing_acknowledged_is_lost_and_nothing_is_there_by_half() => KilledAsync(uploads: 20, after: 8);

    [Fact]
    [Trait("Category", "Long")]
    public Task Nothing_is_lost_however_often_it_is_killed() => KilledAsync(uploads: 200, 12, 60, 110, 160);

    private async Task KilledAsync(int uploads, params int[] after)
    {
        _killedAfter = after;
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(9));
        await using var portal = await DemoPortal.ApartAsync();
        var cookies = new CookieContainer();
        using var client = await portal.SignedInAsync("platform-lead", cookies);
        var token = Forms.TokenIn(await client.GetStringAsync(new Uri("/sign-out", UriKind.Relative), late.Token));
        var before = await portal.HashesAsync("contents");
        _serving = StartAsync(portal, late.Token);
        await Parallel.ForAsync(0, uploads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (i, _) =>
            UploadAsync(i, token, client, portal, late.Token));
        var last = await _serving;

        (_acknowledged.Count + _refused.Count + _unserved).Should()
            .BeInRange(uploads - (AtOnce * after.Length), uploads);
        var sent = Enumerable.Range(0, uploads).ToDictionary(i => Convert.ToHexStringLower(SHA256.HashData(Bytes(i))));
        var attached = (await portal.HashesAsync("evidence")).Where(sent.ContainsKey).ToList();
        attached.Should().OnlyHaveUniqueItems().And.Contain(_acknowledged.Keys.Select(Hash));
        attached.Intersect(_refused.Select(Hash)).Should().BeEmpty();
        foreach (var (number, at) in _acknowledged)
        {
            (await client.GetByteArrayAsync(new Uri(last.Address, $"{at}/content"), late.Token)).Should()
                .Equal(Bytes(number));
        }

        (await portal.HashesAsync("contents")).Except(before).Should().BeEquivalentTo(attached);
        (await portal.ScalarAsync(StoredFiles.Halves)).Should().Be(0L);
        (await portal.ScalarAsync(
            "select count(*) from audit_entries where action = 'EvidenceAttached'")).Should().Be((long)attached.Count);
        (await portal.ScalarAsync(AuditChain.Breaks)).Should().Be(0L);
        _spool.EnumerateFiles().Should().BeEmpty();
    }

    private async ValueTask UploadAsync(
        int number, string token, HttpClient client, DemoPortal portal, CancellationToken ct)
    {
        var serving = await _serving;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("criterion:runbooks"), "supports" },
            { new ByteArrayContent(Bytes(number)), "file", $"upload-{number}.bin" },
        };
        try
        {
            using var answer = await client.PostAsync(new Uri(serving.Address, Path), form, ct);
            if (answer.StatusCode == HttpStatusCode.Conflict)
            {
                _refused.Add(number); // somebody else held the launch for too long
                return;
            }

            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref _unserved); // it asks to come again, and promises nothing
                return;
            }

            answer.StatusCode.Should().Be(HttpStatusCode.Created);
            _acknowledged[number] = answer.Headers.Location!;
        }
        catch (HttpRequestException)
        {
            return; // killed under it: it may be there whole, or not at all
        }

        if (_killedAfter.Contains(Interlocked.Increment(ref _count)))
        {
            // From now on everybody waits for the next one.
            _serving = Task.Run(
                () =>
                {
                    serving.Dispose();
                    return StartAsync(portal, ct);
                },
                ct);
        }
    }

    private Task<PortalProcess> StartAsync(DemoPortal portal, CancellationToken ct) => PortalProcess.StartAsync(
        new Dictionary<string, string?>(portal.Variables) { ["Evidence__SpoolFolder"] = _spool.FullName }, ct);

    private static string Hash(int number) => Convert.ToHexStringLower(SHA256.HashData(Bytes(number)));

    /// <summary>From a few bytes to a few chunks, each file its own.</summary>
    private static byte[] Bytes(int number)
    {
        var length = number % 40;
        var bytes = new byte[9 + (length * length * 601)];
        new Random(number).NextBytes(bytes);
        return bytes;
    }
}
