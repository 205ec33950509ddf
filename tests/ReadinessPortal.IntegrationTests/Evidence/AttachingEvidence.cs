using System.Security.Cryptography;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Evidence;

public sealed class AttachingEvidence
{
    [Theory]
    [InlineData(1)]
    [InlineData(256 << 10)]
    [InlineData((5 << 20) + 17)]
    public Task The_bytes_come_back_whole_and_in_part(int size) => InALaunch(async portal =>
    {
        var bytes = Bytes(size);

        var key = Done(await AttachAsync(portal, new MemoryStream(bytes))).Key!;

        var content = (await portal.Get<OpenEvidence>().RunAsync(ALaunch.Key, key, ALaunch.Auditor))!;
        content.Length.Should().Be(size);
        content.Sha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (await ReadAsync(content, 0, null)).AsSpan().SequenceEqual(bytes).Should().BeTrue();
        (await ReadAsync(content, size / 2, 300_000)).AsSpan()
            .SequenceEqual(bytes.AsSpan(size / 2, Math.Min(300_000, size - (size / 2)))).Should().BeTrue();
        var item = (await portal.ViewAsync()).Board.Facts.Evidence.Single(e => e.Key == key);
        item.Should().Match<EvidenceItem>(e =>
            e.ReceivedBy == "Pat Platform" && e.ReceivedAt == portal.Clock.GetUtcNow());
    });

    [Fact]
    public Task The_same_bytes_are_stored_once_and_gain_what_they_stand_behind() => InALaunch(async portal =>
    {
        var bytes = Bytes(600_000);
        var first = Done(await AttachAsync(portal, new MemoryStream(bytes)));

        var second = Done(await AttachAsync(portal, new MemoryStream(bytes), "gate:load", ALaunch.Manager));

        second.Key.Should().Be(first.Key);
        (await portal.ViewAsync()).Board.Facts.Evidence.Single(e => e.Key == first.Key).Supports
            .Select(s => s.ToString()).Should().Equal("criterion:load-testing", "gate:load");
        (await portal.AsOwnerAsync("select count(*) from contents")).Should().Be(1L);
        (await portal.AsOwnerAsync("select count(*) from content_chunks")).Should().Be(3L);
    });

    [Fact]
    public Task Twins_uploaded_at_the_same_moment_are_stored_once() => InALaunch(async portal =>
    {
        var bytes = Bytes(1_000_000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => AttachAsync(portal, new MemoryStream(bytes))));

        outcomes.Should().AllBeOfType<Outcome.Done>();
        (await portal.AsOwnerAsync("select count(*) from contents")).Should().Be(1L);
    });

    [Fact]
    public Task An_upload_that_is_cut_off_leaves_nothing() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.ChangeNumber;

        await portal.Awaiting(p => AttachAsync(p, new CutOffStream(900_000))).Should().ThrowAsync<IOException>();

        (await portal.AsOwnerAsync("select count(*) from contents")).Should().Be(0L);
        (await portal.ViewAsync()).Board.ChangeNumber.Should().Be(before);
    });

    [Fact]
    public Task Whoever_may_not_attach_is_refused_before_a_byte_is_read() => InALaunch(async portal =>
    {
        var outcome = await AttachAsync(portal, new CutOffStream(0), viewer: ALaunch.QaLead);

        Refused<NotYourCategory>(outcome);
        (await portal.AsOwnerAsync("select count(*) from contents")).Should().Be(0L);
    });

    [Fact]
    public Task What_was_only_cited_comes_in_hand() => InALaunch(async portal =>
    {
        Done(await portal.Get<AttachEvidence>()
            .RunAsync(ALaunch.Key, new EvidenceUpload(new MemoryStream("{}"u8.ToArray()),
            "k6.json", null, EvidenceClass.Load, new(2025, 11, 14), [new(SubjectKind.Criterion, "load-testing")],
            Cited: "k6"),
            ALaunch.PlatformLead));

        (await portal.ViewAsync()).Board.Facts.Evidence.Should().ContainSingle().Which.Should().Match<EvidenceItem>(e =>
            e.IsInHand && e.MediaType == "application/json" && e.CitedAs == "load/k6.json");
    });

    [Fact]
    public Task Bytes_whose_evidence_was_archived_do_not_come_back_as_new_proof() => InALaunch(async portal =>
    {
        var bytes = Bytes(500);
        var key = Done(await AttachAsync(portal, new MemoryStream(bytes))).Key!;
        var archive = new FactChange.Archive { Fact = FactPath.Of("evidence", key) };
        Done(await portal.EditAsync(ALaunch.Manager, archive));

        Refused<AttachedBefore>(await AttachAsync(portal, new MemoryStream(bytes))).Text.Should()
            .Contain("'Load test.bin'").And.Contain("15 Nov 2025").And.Contain("restore that");
        (await portal.ViewAsync()).Board.Facts.Evidence.Should().NotContain(e => e.IsInHand);
    });

    private static Task<Outcome> AttachAsync(
        TestPortal portal, Stream bytes, string subject = "criterion:load-testing",
        Application.Members.Viewer? viewer = null) =>
        portal.Get<AttachEvidence>().RunAsync(ALaunch.Key, new EvidenceUpload(
            bytes, "Load test.bin", null, EvidenceClass.Load, new(2025, 11, 14), [SubjectRef.Parse(subject)]),
            viewer ?? ALaunch.PlatformLead);

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    private static async Task<byte[]> ReadAsync(EvidenceContent content, long offset, long? count)
    {
        using var target = new MemoryStream();
        await content.CopyToAsync(target, offset, count);
        return target.ToArray();
    }

    /// <summary>Breaks after so many bytes, as a lost connection does.</summary>
    private sealed class CutOffStream(int after) : MemoryStream(new byte[Math.Max(after, 1)])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= after ? throw new IOException("The connection is gone.")
                : base.ReadAsync(buffer, cancellationToken);
    }
}
