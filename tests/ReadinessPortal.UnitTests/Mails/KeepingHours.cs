using System.Globalization;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Mails;

/// <summary>Mornings and working days of people, each in a time zone of their own.</summary>
public sealed class KeepingHours
{
    [Theory]
    [InlineData("Europe/Oslo", "2025-11-15T05:59Z", "2025-11-15T06:00Z")]
    [InlineData("Europe/Oslo", "2025-11-15T06:00Z", "2025-11-16T06:00Z")]
    [InlineData("America/Los_Angeles", "2025-11-15T06:00Z", "2025-11-15T15:00Z")]
    [InlineData("Asia/Tokyo", "2025-11-15T06:00Z", "2025-11-15T22:00Z")]
    public void A_digest_comes_at_the_next_seven_o_clock(string zone, string now, string due) =>
        In(zone).Digest(At(now)).Should().Be(At(due));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T05:00Z")] // summer time began at two
    [InlineData("Europe/Berlin", "2026-10-24T12:00Z", "2026-10-25T06:00Z")] // and ended at three
    public void Seven_is_seven_on_the_days_on_which_clocks_change(string zone, string now, string due) =>
        In(zone).Digest(At(now)).Should().Be(At(due));

    [Fact]
    public void A_day_that_began_at_the_launch_is_told_in_its_morning_where_somebody_is()
    {
        var (monday, begins) = (new DateOnly(2025, 11, 17), At("2025-11-17T00:00Z"));

        In("America/Los_Angeles").Reminder(monday, begins).Should().Be(At("2025-11-17T15:00Z"), "it is Sunday there");
        In("Asia/Tokyo").Reminder(monday, begins).Should().Be(begins, "seven is over there");
        In("UTC").Reminder(monday, begins).Should().Be(At("2025-11-17T07:00Z"));
    }

    [Fact]
    public void Nobody_is_reminded_on_a_day_off_of_theirs()
    {
        var (friday, evening) = (new DateOnly(2025, 11, 21), At("2025-11-21T20:00Z"));

        In("Asia/Tokyo").Reminder(friday, evening).Should().BeNull("it is Saturday there");
        In("America/Los_Angeles").Reminder(friday, evening).Should().Be(evening);
        In("America/Los_Angeles").Reminder(friday.AddDays(1), At("2025-11-22T00:00Z")).Should()
            .BeNull("its morning is a Saturday's");
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_none()
    {
        ZoneClock.Find("Europe/Atlantis").Should().BeNull();
        ZoneClock.Find("").Should().BeNull();
        ZoneClock.Names.Should().StartWith("UTC").And.Contain("Europe/Berlin").And.OnlyHaveUniqueItems();
    }

    private static MailHours In(string zone) => new(ZoneClock.Find(zone)!);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
