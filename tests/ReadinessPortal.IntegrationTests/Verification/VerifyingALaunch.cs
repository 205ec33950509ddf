using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.WhoMayDoWhat;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Verification;

/// <summary>What somebody with the database's password changes, behind the portal's back, is named.</summary>
public sealed class VerifyingALaunch
{
    private const string Another = "replace(entry, '\"seq\":4', '\"seq\":5')";

    private const string Rehash =
        $"sha256 = sha256(convert_to(E'readiness-audit/1\\n', 'UTF8') || prev || convert_to({Another}, 'UTF8'))";

    [Fact]
    public Task What_went_through_the_portal_is_sound_and_everything_is_counted() => InAPortal(async portal =>
    {
        await LiveAsync(portal);

        var result = await VerifyAsync(portal);

        result.IsSound.Should().BeTrue(string.Join(' ', result.Checks.SelectMany(c => c.Breaks)));
        result.Checks.Should().OnlyContain(c => c.Count > 0 || c.What.StartsWith("final reports")
            || c.What.StartsWith("timestamps"));
        result.Checks[0].Count.Should().Be((int)(await portal.ViewAsync()).Board.ChangeNumber);
    });

    [Theory]
    [InlineData($"update audit_entries set entry = {Another} where seq = 4",
        "Entry 4 does not hash to what it goes by: its text was changed.")]
    [InlineData($"update audit_entries set entry = {Another}, {Rehash} where seq = 4",
        "Entry 5 does not follow entry 4: one of them was put there later.")]
    [InlineData("update audit_entries set entry = replace(entry, '\"changes\"', '\"changed\"') where seq = 4",
        "Entry 4 cannot be read")]
    [InlineData("update criteria set result = 'Pasted' where key = 'load-testing'", "Rows of criteria cannot be read")]
    [InlineData("update sign_offs set decision = 'Approwe'", "Signatures cannot be read")]
    [InlineData("delete from audit_entries where seq = 4", "Entry 4 is missing.")]
    [InlineData("delete from audit_entries where seq = (select max(seq) from audit_entries)",
        "The launch is at change ")]
    [InlineData("update scores set value = value + 1", "scores ", "value is ", "entry 1 left ")]
    [InlineData("update criteria set title = title || '.' where key = 'load-testing'",
        "criteria load-testing: title is ", "entry 1 left ")]
    [InlineData("update sign_offs set comment = 'approved of'", "sign_offs ", "comment is \"approved of\"")]
    [InlineData("update sign_offs set revision_sha256 = repeat('0', 64)",
        "The signature of ", "as qa names revision 1 by 0000")]
    [InlineData("update sign_offs set at = at - interval '1 second'", "sign_offs ", "at is ")]
    [InlineData("delete from standing_sign_offs; delete from sign_offs", "was taken out of the database")]
    [InlineData("insert into members (id, launch_id, user_id, name, part) select gen_random_uuid(), id, "
        + "gen_random_uuid(), 'Eve', 'Manager' from launches", "members ", "no entry of the audit made it")]
    [InlineData("update launches set target_date = target_date + 1", "launches ", "targetDate is ")]
    [InlineData("update revision_contents set canonical = replace(canonical, 'load', 'lead')",
        "Revision 1 hashes to ")]
    [InlineData("delete from revision_contents", "The content of revision 1 is missing.")]
    [InlineData("update content_chunks set bytes = set_bit(bytes, 3, 1 - get_bit(bytes, 3))",
        "Evidence ", "part 1 of 1 is not what was received")]
    [InlineData("delete from content_chunks", "Evidence ", "part 1 of 1 is missing")]
    public Task What_was_changed_behind_its_back_is_named(string sql, params string[] words) =>
        InAPortal(async portal =>
    {
        await LiveAsync(portal);
        await portal.AsServerAsync($"""
            alter table audit_entries drop constraint ck_audit_entries_sha256;
            alter table revision_contents drop constraint ck_revision_contents_sha256;
            alter table content_chunks drop constraint ck_content_chunks_sha256;
            set session_replication_role = replica;
            {sql}
            """);

        var result = await VerifyAsync(portal);

        result.IsSound.Should().BeFalse();
        result.Checks.SelectMany(c => c.Breaks).Should().Contain(b => words.All(w => b.Contains(w)));
    });

    [Theory]
    [InlineData("update launches set validity = '{\"scan\":30,\"tests\":30,\"load\":90,\"drill\":180,"
        + "\"certificate\":365,\"other\":90}'", true)]
    [InlineData("update launches set validity = '{\"scan\":31,\"tests\":30,\"load\":90,\"drill\":180,"
        + "\"certificate\":365,\"other\":90}'", false)]
    [InlineData("update criteria set rationale = 'as before'", false)]
    [InlineData("update api_tokens set last_used_at = now()", true)]
    public Task What_a_migration_or_a_use_leaves_is_no_change(string sql, bool isSound) => InAPortal(async portal =>
    {
        await LiveAsync(portal);
        await portal.AsServerAsync($"set session_replication_role = replica; {sql}");

        (await VerifyAsync(portal)).IsSound.Should().Be(isSound);
    });

    [Fact]
    public Task Is_for_those_who_read_the_audit() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();
        var verify = portal.Get<VerifyLaunch>();
        var viewer = new Viewer(Guid.CreateVersion7(), "Vic Views");
        Done(await portal.Get<AddMember>()
            .RunAsync(ALaunch.Key, viewer.UserId, viewer.Name, LaunchPart.Viewer, ALaunch.Manager));

        (await verify.RunAsync(ALaunch.Key, ALaunch.Auditor)).Should().NotBeNull();
        (await verify.RunAsync(ALaunch.Key, viewer)).Should().BeNull();
        (await verify.RunAsync(ALaunch.Key, ALaunch.Stranger)).Should().BeNull();
        (await verify.RunAsync("GA-1999-001", Viewer.System)).Should().BeNull();
    });

    // Facts, evidence, a revision and a signature.
    private static async Task LiveAsync(TestPortal portal)
    {
        await portal.StaffedAsync(); // with ids of its own, as no copy has them
        await new Cast(portal).InHandAsync();
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        Done(await portal.Get<CreateToken>().RunAsync(ALaunch.Key, new("ci", TokenScope.LaunchRead, []),
            TokenSecret.Hash(TokenSecret.New()), ALaunch.Manager));
    }

    private static async Task<Application.Verification.Verification> VerifyAsync(TestPortal portal) =>
        (await portal.Get<VerifyLaunch>().RunAsync(ALaunch.Key, Viewer.System))!;
}
