using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Seals;

/// <summary>What is signed is sealed in the same transaction, each record naming the one before it.</summary>
public sealed class SealingSignatures
{
    private const string Comment = "Restore = 41 s, \"as drilled\", 1 < 2";

    [Fact]
    public Task A_record_holds_all_that_a_signature_says_and_from_where() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var view = await portal.ViewAsync(ALaunch.QaLead);
        await portal.Get<RecordOpenedPage>().RunAsync(view, "");
        await portal.Get<RecordOpenedPage>().RunAsync(view, "gates");
        await portal.Get<RecordOpenedPage>().RunAsync(await portal.ViewAsync(ALaunch.Auditor), "risks");
        var head = view.Board.NewestRevision!;
        var proven = portal.Clock.GetUtcNow();
        Done(await portal.Get<SignLaunch>().RunAsync(
            ALaunch.Key,
            new SignRequest(
                head.Number, head.Sha256, "qa", SignOffDecision.Conditional, Comment,
                [new("Restore once more", "Dana Ops", new DateOnly(2025, 12, 1))], "passkey")
            {
                From = new(proven, "192.0.2.7", "Browser/1\r\nX: ü"),
            },
            ALaunch.QaLead));

        var (seal, record) = (await SealsAsync(portal)).Should().ContainSingle().Which;

        record.Should().BeEquivalentTo(new
        {
            Format = "readiness-signature/1", Launch = ALaunch.Key, Number = 1, Previous = (string?)null,
            Entry = head.ChangeNumber + 2, Act = SignedAct.SignedOff, Role = "qa", UserId = ALaunch.QaLead.UserId,
            ALaunch.QaLead.Name, Decision = SignOffDecision.Conditional, Comment, Revision = 1,
            RevisionSha256 = head.Sha256, Authentication = "passkey", AuthenticatedAt = proven,
            IpAddress = "192.0.2.7", UserAgent = "Browser/1??X: ?", At = proven, IsDevelopmentKey = true,
        });
        record.Meaning.Should().Contain("revision 1");
        record.Opened.Select(o => o.Section).Should().Equal("brief", "gates");
        record.Conditions.Should().ContainSingle().Which.Owner.Should().Be("Dana Ops");
        Encoding.UTF8.GetString(seal.Record).Should().Be(CanonicalJson.Of(record));
    });

    [Fact]
    public Task Every_act_of_signing_has_its_record_and_each_names_the_one_before() => InAnOwnLaunch(async portal =>
    {
        await SignedAndDecidedAsync(portal);

        var seals = await SealsAsync(portal);

        seals.Select(s => s.Record.Act).Should().Equal([SignedAct.SignedOff, SignedAct.Withdrew,
            .. Enumerable.Repeat(SignedAct.SignedOff, seals.Count - 3), SignedAct.Decided]);
        seals.Skip(1).Select(s => s.Record.Previous).Should().Equal(seals.SkipLast(1).Select(s => s.Seal.Sha256));
        seals[^1].Record.Proceed.Should().BeFalse();
        var result = await VerifyAsync(portal);
        result.Checks.SelectMany(c => c.Breaks).Should().BeEmpty();
        result.Checks.Single(c => c.What.StartsWith("signature records")).Count.Should().Be(seals.Count);
    });

    [Fact]
    public Task A_new_key_seals_what_comes_and_what_was_sealed_stays_verifiable() => InAnOwnLaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        using var file = new SealingKey(ECDsa.Create(ECCurve.NamedCurves.nistP256), isDevelopment: false);
        await using var renewed = portal.AnotherProcess(
            portal.Clock, services => services.AddSingleton(new SealingTerms(file)));
        var board = (await portal.ViewAsync()).Board;
        var signOff = board.RecordOf(1).SignOffs.Single();
        Done(await renewed.GetRequiredService<WithdrawSignOff>().RunAsync(
            ALaunch.Key, new WithdrawRequest(signOff.Id, "Signed too early", "password"), ALaunch.QaLead));

        var seals = await SealsAsync(portal);

        seals.Select(s => s.Record.IsDevelopmentKey).Should().Equal(true, false);
        seals[1].Record.Key.Should().Be(file.Id);
        (await VerifyAsync(portal)).Checks.SelectMany(c => c.Breaks).Should().BeEmpty();
    });

    [Fact]
    public void A_key_on_another_curve_is_none()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        FluentActions.Invoking(() => new SealingKey(other, isDevelopment: false)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("update seals set record = replace(convert_from(record, 'UTF8'), 'approve', 'abstain')::bytea "
        + "where number = 1", "Signature record 1 does not match its seal")]
    [InlineData("update seals set signature = set_bit(signature, 100, 1 - get_bit(signature, 100)) where number = 2",
        "Signature record 2 does not match its seal")]
    [InlineData("delete from seals where number = 2", "Signature record 2 is missing")]
    [InlineData("delete from seals where number = (select max(number) from seals)",
        "signature record that the audit tells of was taken out")]
    [InlineData("update sign_offs set comment = 'no' where role = 'qa'", "says something else by now")]
    [InlineData("update conditions set owner = 'Eve'", "says something else by now")]
    [InlineData("update sealing_keys set public_key = set_byte(public_key, 90, 0)", "a key that the portal does not")]
    [InlineData("update site_audit_entries set entry = replace(entry, 'SealingKeyAdded', 'SealingKeyRead')",
        "of the portal's own audit does not hash to what it goes by")]
    [InlineData("update revisions set sha256 = repeat('0', 64)", "Revision 1 hashes to ")]
    public Task What_was_changed_behind_its_back_is_named(string sql, string words) => InALaunch(async portal =>
    {
        await SignedAndDecidedAsync(portal);
        await portal.AsServerAsync($"""
            alter table seals drop constraint ck_seals_sha256;
            alter table site_audit_entries drop constraint ck_site_audit_entries_sha256;
            set session_replication_role = replica;
            {sql}
            """);

        (await VerifyAsync(portal)).Checks.SelectMany(c => c.Breaks).Should().Contain(b => b.Contains(words));
    });

    [Fact]
    public Task Whoever_seals_all_of_it_anew_has_no_key_that_the_audit_names() => InALaunch(async portal =>
    {
        await SignedAndDecidedAsync(portal);
        using var eve = SealingKey.ForDevelopment();
        await portal.AsServerAsync($"""
            set session_replication_role = replica;
            insert into sealing_keys (id, public_key, added_at)
                values ('{eve.Id}', '\x{Convert.ToHexString(eve.PublicKey)}', now());
            """);
        foreach (var (seal, _) in await SealsAsync(portal))
        {
            var text = Encoding.UTF8.GetString(seal.Record).Replace(seal.Key, eve.Id, StringComparison.Ordinal);
            var bytes = Encoding.UTF8.GetBytes(text);
            await portal.AsServerAsync($"""
                set session_replication_role = replica;
                update seals set key = '{eve.Id}', record = '\x{Convert.ToHexString(bytes)}',
                    sha256 = '{CanonicalJson.Sha256(text)}', signature = '\x{Convert.ToHexString(eve.Sign(bytes))}'
                where id = '{seal.Id}'
                """);
        }

        (await VerifyAsync(portal)).Checks.SelectMany(c => c.Breaks).Should()
            .Contain(b => b.Contains("sealed with a key that the portal's audit does not name"));
    });

    [Fact]
    public Task The_audit_cannot_be_rewritten_without_contradicting_a_revision() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.ChangeNumber;
        Done(await portal.FreezeAsync());

        await using var db = await portal.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var text = await db.Set<Application.Revisions.RevisionBody>().Select(b => b.Canonical).SingleAsync();
        RevisionJson.Read(text).Audit!.Entry.Should().Be(before);
        await portal.AsServerAsync($"""
            alter table audit_entries drop constraint ck_audit_entries_sha256;
            set session_replication_role = replica;
            update audit_entries set sha256 = sha256('another past') where seq = {before}
            """);

        (await VerifyAsync(portal)).Checks.SelectMany(c => c.Breaks).Should()
            .Contain(b => b.StartsWith($"Revision 1 was frozen after entry {before} with the hash "));
    });

    // With ids of its own, as no copy has them: the audit tells of every row.
    private static Task InAnOwnLaunch(Func<TestPortal, Task> test) => InAPortal(async portal =>
    {
        await portal.StaffedAsync();
        await test(portal);
    });

    // A sign-off taken back and given again, those of everybody else, and a NO.
    internal static async Task SignedAndDecidedAsync(TestPortal portal)
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        var signOff = (await portal.ViewAsync()).Board.RecordOf(1).SignOffs.Single();
        Done(await portal.Get<WithdrawSignOff>().RunAsync(
            ALaunch.Key, new WithdrawRequest(signOff.Id, "Signed too early", "password"), ALaunch.QaLead));
        var head = (await portal.ViewAsync()).Board.NewestRevision!;
        Done(await portal.Get<SignLaunch>().RunAsync(
            ALaunch.Key,
            new SignRequest(
                head.Number, head.Sha256, "qa", SignOffDecision.Conditional, Comment,
                [new("Restore once more", "Dana Ops", new DateOnly(2025, 12, 1))], "passkey"),
            ALaunch.QaLead));
        Done(await portal.DecideAsync(proceed: false));
    }

    private static async Task<List<(Seal Seal, SignatureRecord Record)>> SealsAsync(TestPortal portal)
    {
        await using var db = await portal.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return (await db.Set<Seal>().OrderBy(s => s.Number).ToListAsync()).ConvertAll(s =>
            (s, JsonSerializer.Deserialize<SignatureRecord>(s.Record, FactsJson.Options)!));
    }

    private static async Task<Application.Verification.Verification> VerifyAsync(TestPortal portal) =>
        (await portal.Get<VerifyLaunch>().RunAsync(ALaunch.Key, Viewer.System))!;
}
