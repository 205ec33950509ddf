using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Timestamps;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Seals;

/// <summary>An authority of RFC 3161 vouches for when each seal was made, and no signature waits for it.</summary>
public sealed class TimestampingSeals : IAsyncLifetime
{
    private TestTimestampAuthority _authority = null!;

    public async Task InitializeAsync() => _authority = await TestTimestampAuthority.StartAsync();

    public Task DisposeAsync() => _authority.DisposeAsync().AsTask();

    [Fact]
    public Task Every_seal_gets_its_time_once_and_openssl_checks_it() => InALaunch(async portal =>
    {
        await SealingSignatures.SignedAndDecidedAsync(portal);
        await using var serving = Knowing(portal);
        var stamping = Stamping(serving);

        await stamping.StampAllAsync(default);
        await stamping.StampAllAsync(default);

        var seals = (long)(await portal.AsPortalAsync("select count(*) from seals"))!;
        _authority.Asked.Should().Be((int)seals);
        var check = await CheckAsync(serving);
        check.Count.Should().Be((int)seals);
        check.Breaks.Should().BeEmpty();
        (await SaidByTheRecipeAsync(serving)).Should().MatchRegex("record-0001.json: sound, in time .* 20[0-9]{2} GMT");
    });

    [Fact]
    public Task What_was_not_stamped_by_a_trusted_authority_or_not_for_this_seal_is_named() => InALaunch(async portal =>
    {
        await SealingSignatures.SignedAndDecidedAsync(portal);
        await using var serving = Knowing(portal);
        await Stamping(serving).StampAllAsync(default);
        await portal.AsServerAsync("""
            set session_replication_role = replica;
            update seal_timestamps t set token = (
                select o.token from seal_timestamps o join seals s on s.id = o.seal_id where s.number = 2)
            from seals s where s.id = t.seal_id and s.number = 1;
            update seal_timestamps t set at = at - interval '1 year'
            from seals s where s.id = t.seal_id and s.number = 3
            """);

        (await CheckAsync(serving)).Breaks.Should().HaveCount(2)
            .And.Contain("The timestamp of signature record 1 proves nothing: it is of other data, or was altered.")
            .And.Contain(b => b.StartsWith("The timestamp of signature record 3 says "));
        await using var another = await TestTimestampAuthority.StartAsync();
        await using var trusting = Knowing(portal, another.Terms);
        (await CheckAsync(trusting)).Breaks.Should().Contain(
            b => b.Contains("leads to no certificate that is trusted"));
    });

    [Fact]
    public Task A_dead_authority_costs_no_signature_and_is_asked_again() => InALaunch(async portal =>
    {
        await SealingSignatures.SignedAndDecidedAsync(portal);
        await using var serving = Knowing(portal);
        _authority.Instead = (http, _) =>
        {
            http.Abort();
            return Task.FromResult<byte[]>([]);
        };
        await FluentActions.Invoking(() => Stamping(serving).StampAllAsync(default)).Should()
            .ThrowAsync<TimestampException>().WithMessage("it cannot be asked*");
        (await portal.AsPortalAsync("select count(*) from seal_timestamps")).Should().Be(0L);

        _authority.Instead = null;
        await Stamping(serving).StampAllAsync(default);

        (await portal.AsPortalAsync("select count(*) from seals where id not in (select seal_id from seal_timestamps)"))
            .Should().Be(0L);
    });

    [Theory]
    [InlineData("refuses", "it answered 503")]
    [InlineData("says nothing", "it gave no timestamp*")]
    [InlineData("talks at length", "it cannot be asked*")]
    [InlineData("stamps something else", "it gave no timestamp*")]
    [InlineData("leads elsewhere", "it answered 307")]
    public async Task Whatever_else_it_answers_is_no_timestamp(string how, string words)
    {
        _authority.Instead = (http, asked) => how switch
        {
            "refuses" => Answer(http, HttpStatusCode.ServiceUnavailable),
            "leads elsewhere" => Answer(http, HttpStatusCode.TemporaryRedirect),
            "talks at length" => Task.FromResult(new byte[TimestampAuthority.LargestAnswer + 1]),
            "stamps something else" => _authority.StampAsync(Altered(asked)),
            _ => Task.FromResult<byte[]>([0x30, 0x00]),
        };
        using var client = TimestampSetup.Client(new(allowPrivate: true), _authority.Address.Host);

        await FluentActions.Invoking(() => new TimestampAuthority(client, _authority.Terms).StampAsync([1, 2], default))
            .Should().ThrowAsync<TimestampException>().WithMessage(words);
    }

    private static Task<byte[]> Answer(HttpContext http, HttpStatusCode status)
    {
        http.Response.Headers.Location = "http://127.0.0.1:9/";
        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = (int)status;
            return Task.CompletedTask;
        });
        return Task.FromResult<byte[]>([1]);
    }

    // The hash stands near the begin of a request, the nonce after it.
    private static byte[] Altered(byte[] request)
    {
        request[30] ^= 1;
        return request;
    }

    private ServiceProvider Knowing(TestPortal portal, TimestampTerms? terms = null) => portal.AnotherProcess(
        portal.Clock, services => services.AddSingleton(terms ?? _authority.Terms));

    private StampSeals Stamping(IServiceProvider serving) => new(
        new(serving.GetRequiredService<IDbContextFactory<PortalDb>>(), serving.GetRequiredService<NpgsqlDataSource>()),
        new(TimestampSetup.Client(new(allowPrivate: true), _authority.Address.Host), _authority.Terms),
        TimeProvider.System, NullLogger<StampSeals>.Instance);

    private static async Task<VerificationCheck> CheckAsync(IServiceProvider serving) =>
        (await serving.GetRequiredService<VerifyLaunch>().RunAsync(ALaunch.Key, Viewer.System))!
        .Checks.Single(c => c.What.StartsWith("timestamps"));

    private static async Task<string> SaidByTheRecipeAsync(IServiceProvider serving)
    {
        var folder = Directory.CreateTempSubdirectory("signatures-").FullName;
        try
        {
            var zip = await serving.GetRequiredService<ExportSignatures>().RunAsync(ALaunch.Key, ALaunch.Auditor);
            await ZipFile.ExtractToDirectoryAsync(new MemoryStream(zip!), folder);
            using var shell = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder, "check.sh")])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            return await shell.StandardOutput.ReadToEndAsync() + await shell.StandardError.ReadToEndAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
