using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Checking;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Reports;
using UglyToad.PdfPig;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Reports;

/// <summary>The report of a decision follows from the decision, and from nothing that comes after it.</summary>
[TakesLong]
public sealed class ReportingADecision
{
    private const string Page = $"/launches/{DemoPortal.Launch}/sign-off";

    private const int Flips = 200;
    private const int Seed = 12;

    private static readonly Uri _report = new($"/api/v1/launches/{DemoPortal.Launch}/report.pdf", UriKind.Relative);

    [Fact]
    public async Task A_decision_is_taken_although_its_report_cannot_be_made()
    {
        await using var portal = await DemoPortal.StartAsync(s => s.Replace<FinalReportFollowUp, Broken>());
        await FrozenAsync(portal);
        using var ceo = await portal.SignedInAsync("ceo");

        using var answer = await ceo.PostFormAsync(Page, "decide", new()
        {
            ["Form.Revision"] = "1",
            ["Form.Sha256"] = (await BoardAsync(portal)).NewestRevision!.Sha256,
            ["Form.Answer"] = "no",
            ["Form.Comment"] = "Not like this",
            ["Form.Password"] = DemoPersonas.Password,
        });

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().EndWith("?done=decided");
        (await BoardAsync(portal)).Decisions.Should().ContainSingle().Which.Proceed.Should().BeFalse();
    }

    [Fact]
    public async Task It_is_kept_without_anybody_asking_for_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        await DecidedAsync(portal);

        await portal.Get<FollowUpWorkers>().WhenIdleAsync();

        (await portal.ScalarAsync("select count(*) from reports")).Should().Be(1L);
    }

    [Fact]
    public async Task Kept_for_ever_it_is_sent_once_and_a_draft_is_kept_nowhere()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");
        using var draft = await reader.GetAsync(_report);
        await DecidedAsync(portal);

        using var final = await reader.GetAsync(_report);
        using var asking = new HttpRequestMessage(HttpMethod.Get, _report);
        asking.Headers.IfNoneMatch.Add(final.Headers.ETag!);
        using var again = await reader.SendAsync(asking);

        draft.Headers.ETag.Should().BeNull();
        draft.Headers.CacheControl!.NoStore.Should().BeTrue();
        final.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Made_up_for_later_it_has_the_same_bytes_whatever_was_met_or_said_meanwhile()
    {
        await using var portal = await DemoPortal.StartAsync(s => s.Replace<FinalReportFollowUp, Broken>());
        await FrozenAsync(portal);
        Done(await SignAsync(portal));
        await DecidedAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");
        var atOnce = await ReportAsync(reader);
        await portal.ScalarAsync("alter table reports disable trigger user");
        await portal.ScalarAsync("delete from reports");

        var board = await BoardAsync(portal);
        Done(await portal.Get<MeetCondition>().RunAsync(DemoPortal.Launch, board.Conditions.Single().Id, "Renewed",
            board.Facts.Evidence.First(e => e.IsInHand).Key, await portal.ViewerAsync("manager")));

        Unsigned(await ReportAsync(reader)).Should().Equal(Unsigned(atOnce));
    }

    [Fact]
    public async Task It_is_signed_as_a_whole_and_every_altered_byte_is_noticed()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        await DecidedAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");
        var pdf = await ReportAsync(reader);
        var random = new Random(Seed);

        var signed = SignedPdf.Read(pdf);

        signed.Range.Should().Be(SignedRange.All);
        signed.IsGenuine.Should().BeTrue();
        $"{await portal.ScalarAsync("select id from sealing_keys")}".Should().Be(signed.Key);
        for (var i = 0; i < Flips; i++)
        {
            var at = random.Next(signed.ContentsAt);
            var altered = (byte[])pdf.Clone();
            altered[at] ^= (byte)(1 << random.Next(8));
            SignedPdf.Read(altered).IsGenuine.Should().BeFalse($"byte {at} was flipped (seed {Seed})");
        }

        (await SaidByPdfsigAsync(pdf)).Should().Contain("Signature is Valid.").And.Contain("Total document signed");
        (await CheckAsync(portal, pdf)).Result.IsSound.Should().BeTrue();
        var longer = await CheckAsync(portal, [.. pdf, (byte)'%']);
        longer.Result.Checks[0].Breaks.Should().Equal("The signature does not cover the whole file: something was added.");
        foreach (var hostile in new[]
        {
            "", "%PDF-1.4", "/ByteRange [0 1 38 99999999999]<>", "/ByteRange [0 32 34 0]        <00>",
            "/ByteRange [0 0 0 0]",
        })
        {
            var nothing = await portal.Get<CheckReport>().RunAsync(
                "a.pdf", Encoding.ASCII.GetBytes(hostile), new(portal.Get<SealingKeys>(), Given: null));
            nothing.Result.Checks.Should().OnlyContain(c => !c.IsSound);
        }

        using var document = PdfDocument.Open(pdf);
        document.Advanced.TryGetEmbeddedFiles(out var attached).Should().BeTrue();
        var files = attached!.ToDictionary(f => f.Name, f => f.Memory.ToArray());
        CanonicalJson.Sha256(Encoding.UTF8.GetString(files[$"{DemoPortal.Launch}-revision-1.json"]))
            .Should().Be((await BoardAsync(portal)).NewestRevision!.Sha256);
        Encoding.UTF8.GetString(files[$"{DemoPortal.Launch}-evidence.json"]).Should().Contain("\"sha256\":");
        var certificate = CompletionCertificate.Read(files[$"{DemoPortal.Launch}-signatures.json"])!;
        var signature = certificate.Signatures.Should().ContainSingle().Which;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(certificate.Keys.Single().PublicKey), out _);
        key.VerifyHash(Convert.FromHexString(signature.Sha256), Convert.FromBase64String(signature.Seal),
            DSASignatureFormat.Rfc3279DerSequence).Should().BeTrue();
        TextOf(pdf).Should().Contain("Certificateofcompletion").And.Contain(signature.Sha256)
            .And.Contain(certificate.Keys.Single().Id).And.Contain(certificate.Events[^1].Sha256);
        certificate.Events.Select(e => e.Summary.Split(' ')[0]).Should().StartWith("Revision");
    }

    [Fact]
    public async Task With_an_authority_its_signature_and_each_seal_has_a_time()
    {
        await using var authority = await TestTimestampAuthority.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>
        {
            ["Signing:TimestampAuthority"] = authority.Address.ToString(),
            ["Signing:TimestampCertificates"] = authority.CertificatesFile,
        });
        await FrozenAsync(portal);
        await DecidedAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");

        var pdf = await ReportAsync(reader);

        SignedPdf.Read(pdf).Timestamp.Should().NotBeNull();
        (await SaidByPdfsigAsync(pdf)).Should().Contain("Signature is Valid.").And.Contain("Total document signed");
        var check = (await CheckAsync(portal, pdf)).Result;
        check.Checks.SelectMany(c => c.Breaks).Should().BeEmpty();
        check.Checks.Should().Contain(c => c.What.StartsWith("an authority vouches that it was signed by"));
        await Patience.UntilAsync(async () =>
            (long)(await portal.ScalarAsync("select count(*) from seal_timestamps"))! == 1);
    }

    [Fact]
    public async Task While_a_newer_revision_is_signed_its_draft_and_the_pages_keep_the_yes_and_what_it_waits_for()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        Done(await SignAsync(portal));
        var view = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("ceo")))!;
        Done(await portal.Get<DecideLaunch>().RunAsync(DemoPortal.Launch,
            new(1, view.Board.NewestRevision!.Sha256, Proceed: true, null, [], "The market will not wait.",
                SigningRules.WhatAnOverrideWouldOverride(view.Board, view.UnderSignature!, view.At), "password"),
            await portal.ViewerAsync("ceo")));
        Done(await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "phase", view.Launch.Phase, "Second phase")],
            await portal.ViewerAsync("manager")));
        await FrozenAsync(portal);
        using var manager = await portal.SignedInAsync("manager");

        TextOf(await ReportAsync(manager)).Should().Contain("Revision2").And.Contain("YESonrevision1")
            .And.Contain("standsmeanwhile").And.Contain("Renewthecertificate").And.NotContain("nobodyhasdecided");
        foreach (var page in new[] { "", "/sign-off" })
        {
            (await manager.GetStringAsync($"/launches/{DemoPortal.Launch}{page}"))
                .Should().Contain("Renew the certificate").And.Contain("asked for on revision 1");
        }

        (await manager.GetStringAsync($"/api/v1/launches/{DemoPortal.Launch}"))
            .Should().Contain("Renew the certificate");
    }

    [Fact]
    public async Task What_has_changed_since_the_freeze_is_printed_as_a_draft_of_live_data()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        var launch = (await BoardAsync(portal)).Launch;
        Done(await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "phase", launch.Phase, "Second phase")],
            await portal.ViewerAsync("manager")));
        using var reader = await portal.SignedInAsync("auditor");

        using var live = await reader.GetAsync(new Uri($"{_report}?live=true", UriKind.Relative));
        using var both = await reader.GetAsync(new Uri($"{_report}?live=true&revision=1", UriKind.Relative));

        live.Content.Headers.ContentDisposition!.FileName.Should().Be($"{DemoPortal.Launch}-live-DRAFT.pdf");
        TextOf(await live.Content.ReadAsByteArrayAsync()).Should().Contain("Secondphase");
        TextOf(await ReportAsync(reader)).Should().NotContain("Secondphase");
        both.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await both.Content.ReadAsStringAsync()).Should().Contain("leave revision or live out");
    }

    private static async Task FrozenAsync(DemoPortal portal) => Done(await portal.Get<FreezeLaunch>()
        .RunAsync(DemoPortal.Launch, FreezeRequest.Of(await BoardAsync(portal)), await portal.ViewerAsync("manager")));

    private static async Task<Outcome> SignAsync(DemoPortal portal)
    {
        var newest = (await BoardAsync(portal)).NewestRevision!;
        return await portal.Get<SignLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, "platform-lead", SignOffDecision.Conditional, "If it is renewed",
                [new("Renew the certificate", "Launch manager", DateOnly.FromDateTime(DateTime.UtcNow.AddDays(9)))],
                "password"), await portal.ViewerAsync("platform-lead"));
    }

    private static async Task DecidedAsync(DemoPortal portal)
    {
        var newest = (await BoardAsync(portal)).NewestRevision!;
        Done(await portal.Get<DecideLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, Proceed: false, "Not like this", [], null, [], "password"),
            await portal.ViewerAsync("ceo")));
    }

    private static async Task<Domain.Launches.LaunchBoard> BoardAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!.Board;

    private static Task<CheckedFile> CheckAsync(DemoPortal portal, byte[] pdf) =>
        portal.Get<CheckFile>().RunAsync("a.pdf", new MemoryStream(pdf), key: null);

    private static async Task<string> SaidByPdfsigAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Process.Start(new ProcessStartInfo("pdfsig", [file]) { RedirectStandardOutput = true })!;
            var said = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The signature is another each time; what it covers ends with the update before it.
    private static byte[] Unsigned(byte[] pdf)
    {
        var end = "%%EOF\n"u8;
        return pdf[..(pdf.AsSpan(0, pdf.Length - end.Length).LastIndexOf(end) + end.Length)];
    }

    // Without its spaces, which a reader of PDF files guesses.
    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(string.Concat(document.GetPages().Select(p => p.Text)).Where(c => c != ' '));
    }

    private static Task<byte[]> ReportAsync(HttpClient client) => client.GetByteArrayAsync(_report);

    private sealed class Broken : IFollowUp
    {
        public Task RunAsync(Guid launchId, long number, CancellationToken ct) =>
            throw new InvalidOperationException("No font, no report.");

        public Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<LaunchToFollow>>([]);
    }
}

internal static class FollowUpServices
{
    /// <summary>Has something else made instead.</summary>
    public static void Replace<TOld, TNew>(this IServiceCollection services)
        where TNew : class, IFollowUp
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(TOld)));
        services.AddSingleton<IFollowUp, TNew>();
    }
}
