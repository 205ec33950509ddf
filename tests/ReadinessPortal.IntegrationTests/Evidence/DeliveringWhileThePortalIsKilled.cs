using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>Fifty deliveries at once while the server is killed: what was acknowledged is there and whole, nothing else
/// is there by half, and each that is sent again under its name is there once.</summary>
[TakesLong]
public sealed class DeliveringWhileThePortalIsKilled : IDisposable
{
    private const int Deliveries = 50;
    private const int KilledAfter = 15;

    private readonly DirectoryInfo _spool = Directory.CreateTempSubdirectory("readiness-spool-");
    private readonly ConcurrentDictionary<int, string> _acknowledged = [];
    private readonly Guid[] _names = [.. Enumerable.Range(0, Deliveries).Select(_ => Guid.CreateVersion7())];

    public void Dispose() => _spool.Delete(recursive: true);

    [Fact]
    public async Task What_was_acknowledged_is_whole_and_nothing_else_left_a_trace()
    {
        using var late = Patience.StartsWithAProgram();
        await using var portal = await DemoPortal.ApartAsync();
        using var pipeline = await portal.BearingAsync("ci");
        using var reader = await portal.SignedInAsync("auditor");
        var before = await portal.HashesAsync("contents");
        var number = Enumerable.Range(0, Deliveries).ToDictionary(Hash);

        using (var killed = await StartAsync(portal, late.Token))
        {
            await Task.WhenAll(Enumerable.Range(0, Deliveries).Select(async i =>
            {
                try
                {
                    _acknowledged[i] = await DeliverAsync(pipeline, killed, i, late.Token);
                }
                catch (HttpRequestException)
                {
                    return; // killed under it: it may be there whole, or not at all
                }

                if (_acknowledged.Count >= KilledAfter)
                {
                    killed.Kill();
                }
            }));
        }

        _acknowledged.Count.Should().BeInRange(KilledAfter, Deliveries - 1, "the others were under way");
        using var serving = await StartAsync(portal, late.Token);
        foreach (var (at, evidence) in _acknowledged)
        {
            (await BytesAsync(reader, serving, evidence, late.Token)).Should().Equal(Bytes(at));
        }

        var attached = (await portal.HashesAsync("evidence")).Where(number.ContainsKey).ToList();
        attached.Should().Contain(_acknowledged.Keys.Select(Hash));
        (await portal.HashesAsync("contents")).Except(before).Should().BeEquivalentTo(attached);
        (await portal.ScalarAsync(StoredFiles.Halves)).Should().Be(0L);
        (await portal.ScalarAsync("select count(*) from content_chunks k where not exists "
            + "(select from contents c where c.id = k.content_id)")).Should().Be(0L);
        (await AttachedAsync(portal)).Should().Be((long)attached.Count);
        _spool.EnumerateFiles().Should().BeEmpty();

        for (var i = 0; i < Deliveries; i++)
        {
            var evidence = await DeliverAsync(pipeline, serving, i, late.Token);
            evidence.Should().Be(_acknowledged.GetValueOrDefault(i, evidence));
        }

        (await portal.HashesAsync("evidence")).Should().Contain(number.Keys);
        (await AttachedAsync(portal)).Should().Be(Deliveries, "each was kept once");
        (await portal.ScalarAsync(AuditChain.Breaks)).Should().Be(0L);
    }

    private async Task<string> DeliverAsync(
        HttpClient pipeline, PortalProcess to, int number, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Bytes(number)), "file", $"delivery-{number}.bin" },
            { new StringContent("2025-11-15"), "capturedAt" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to.Address, DeliveryDoor.E2E))
        {
            Content = form,
        };
        request.Headers.Add("Idempotency-Key", $"{_names[number]}");
        using var answer = await pipeline.SendAsync(request, ct);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(ct));
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return said.GetProperty("files")[0].GetProperty("evidence").GetString()!;
    }

    private static Task<byte[]> BytesAsync(
        HttpClient reader, PortalProcess from, string evidence, CancellationToken ct) => reader.GetByteArrayAsync(
            new Uri(from.Address, $"/launches/{DemoPortal.Launch}/evidence/{evidence}/content"), ct);

    private static Task<object?> AttachedAsync(DemoPortal portal) =>
        portal.ScalarAsync("select count(*) from audit_entries where action = 'EvidenceAttached'");

    private Task<PortalProcess> StartAsync(DemoPortal portal, CancellationToken ct) => PortalProcess.StartAsync(
        new Dictionary<string, string?>(portal.Variables) { ["Evidence__SpoolFolder"] = _spool.FullName }, ct);

    private static string Hash(int number) => Convert.ToHexStringLower(SHA256.HashData(Bytes(number)));

    /// <summary>From one chunk to four, each file its own.</summary>
    private static byte[] Bytes(int number)
    {
        var bytes = new byte[50_000 + (number * 17_000)];
        new Random(number).NextBytes(bytes);
        return bytes;
    }
}
