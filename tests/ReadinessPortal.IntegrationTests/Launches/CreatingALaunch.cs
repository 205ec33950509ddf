using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class CreatingALaunch
{
    private static readonly NewLaunch _new = new("GA-2026-100", "The next one", new(2026, 9, 1), "Europe/Oslo");

    [Fact]
    public Task It_begins_empty_and_whoever_made_it_manages_it() => InAPortal(async portal =>
    {
        Done(await CreateAsync(portal, _new)).Key.Should().Be("GA-2026-100");

        var view = (await portal.Get<LaunchBoards>().ViewAsync("GA-2026-100", ALaunch.Manager))!;
        view.Launch.Should().BeEquivalentTo(new
        {
            Title = "The next one", TargetDate = new DateOnly(2026, 9, 1), TimeZone = "Europe/Oslo",
            Classification = "Internal", Stage = LaunchStage.Preparing,
        });
        view.Me.Is(LaunchPart.Manager).Should().BeTrue();
        view.Board.Facts.Roles.Should().BeEmpty();
        (await portal.Get<SiteAudit>().ReadAsync())[0].Summary.Should().Be("GA-2026-100 created, empty");
        (await portal.Get<ReadAudit>().RunAsync("GA-2026-100", 1, ALaunch.Manager))!.Verified.Should().BeTrue();
    });

    [Fact]
    public Task It_takes_the_shape_of_another_one_and_none_of_its_proof() => InALaunch(async portal =>
    {
        Done(await CreateAsync(portal, _new with { Like = ALaunch.Key }));

        var other = (await portal.ViewAsync()).Board;
        var made = (await portal.Get<LaunchBoards>().ViewAsync("GA-2026-100", ALaunch.Manager))!.Board;
        var shape = LaunchShape.Of(other.Facts, made.Launch);
        Keys(made.Facts).Should().Equal(Keys(shape));
        made.Facts.Criteria.Select(c => c.Id).Should().NotIntersectWith(other.Facts.Criteria.Select(c => c.Id));
        made.Facts.Evidence.Should().BeEmpty();
        made.Holdings.Should().BeEmpty();
        made.Members.Should().ContainSingle().Which.Name.Should().Be("Mona Manager");
    });

    [Fact]
    public Task Only_an_administrator_makes_one_and_only_like_one_they_can_see() => InALaunch(async portal =>
    {
        Refused<NotAnAdministrator>(await CreateAsync(portal, _new, ALaunch.QaLead));
        Refused<NoSuchLaunch>(await CreateAsync(portal, _new with { Like = "GA-0000-000" }));
        Refused<LaunchExists>(await CreateAsync(portal, _new with { Key = ALaunch.Key }));
    });

    [Theory]
    [InlineData("key", "ga-2026")]
    [InlineData("key", "NEW")]
    [InlineData("key", "A-KEY-THAT-IS-LONGER-THAN-THE-FORTY-LETTERS-OF-A-KEY")]
    [InlineData("title", " ")]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("classification", "")]
    [InlineData("hypercareDays", "366")]
    [InlineData("targetDate", "")]
    public Task What_does_not_fit_is_said_by_field_as_of_a_package(string field, string value) =>
        InAPortal(async portal =>
        {
            var wrong = field switch
            {
                "key" => _new with { Key = value },
                "title" => _new with { Title = value },
                "timeZone" => _new with { TimeZone = value },
                "classification" => _new with { Classification = value },
                "targetDate" => _new with { TargetDate = null },
                _ => _new with { HypercareDays = int.Parse(value, null) },
            };

            Refused<LaunchNotAcceptable>(await CreateAsync(portal, wrong)).Problems.Should().ContainSingle()
                .Which.Field.Should().Be(field);
        });

    [Fact]
    public Task All_that_does_not_fit_is_said_at_once() => InAPortal(async portal =>
        Refused<LaunchNotAcceptable>(await CreateAsync(
                portal, _new with { Key = "ga 26", TargetDate = null, Classification = " " }))
            .Problems.Select(p => p.Field).Should().Equal("targetDate", "classification", "key"));

    [Fact]
    public Task Of_two_who_take_one_key_at_once_one_is_told() => InAPortal(async portal =>
    {
        var outcomes = await Task.WhenAll(CreateAsync(portal, _new), CreateAsync(portal, _new with { Title = "Mine" }));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        Refused<LaunchExists>(outcomes.OfType<Outcome.Refused>().Single());
    });

    private static IEnumerable<string> Keys(LaunchFacts facts) =>
        facts.Roles.Select(r => r.Key).Concat(facts.Categories.Select(c => c.Key))
            .Concat(facts.Criteria.SelectMany(c => c.Measurements.Select(m => m.Key).Prepend(c.Key)))
            .Concat(facts.Gates.Select(g => g.Key))
            .Concat(facts.Registers.SelectMany(r => r.Columns.Select(c => c.Key).Prepend(r.Key)))
            .Concat(facts.Figures.Select(f => f.Key));

    private static Task<Outcome> CreateAsync(TestPortal portal, NewLaunch launch, Viewer? viewer = null) =>
        portal.Get<CreateLaunch>().RunAsync(launch, viewer ?? ALaunch.Manager);
}
