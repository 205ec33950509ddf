using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.UnitTests.Identity;

public sealed class CountingAttempts
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(AttemptClass.Name, 8)]
    [InlineData(AttemptClass.Device, 8)]
    [InlineData(AttemptClass.Person, 8)]
    [InlineData(AttemptClass.Address, 100)]
    public void Of_many_at_once_no_more_are_looked_at_than_the_limit(AttemptClass kind, int limit)
    {
        var answers = Tried(kind, Enumerable.Repeat(_noon, 300));

        answers.Count(a => a.RefusedUntil is null).Should().Be(limit);
        answers.Take(limit).Should().OnlyContain(a => a.RefusedUntil == null);
        answers.Skip(limit).Should().OnlyContain(a => a.RefusedUntil == _noon.AddMinutes(1));
    }

    [Fact]
    public void A_refused_attempt_does_not_make_the_lock_longer()
    {
        var locked = Locked();

        var answer = AttemptRule.Next(locked, AttemptClass.Name, _noon.AddSeconds(59));

        answer.Count.Should().Be(locked);
        answer.RefusedUntil.Should().Be(_noon.AddMinutes(1));
    }

    [Fact]
    public void The_wait_doubles_with_each_wrong_password_up_to_an_hour()
    {
        var (count, now, waits) = (Locked(), _noon, new List<double>());
        for (var i = 0; i < 9; i++)
        {
            waits.Add((count.LockedUntil!.Value - now).TotalMinutes);
            now = count.LockedUntil.Value;
            var answer = AttemptRule.Next(count, AttemptClass.Name, now);
            answer.RefusedUntil.Should().BeNull("one is looked at when the wait is over");
            count = answer.Count;
        }

        waits.Should().Equal(1, 2, 4, 8, 16, 32, 60, 60, 60);
    }

    [Fact]
    public void A_lock_is_new_once_however_often_it_is_met_or_lengthened()
    {
        var hourly = Enumerable.Range(0, 20).Select(i => _noon.AddHours(i));

        Tried(AttemptClass.Name, hourly).Select((a, i) => (a.IsFirstLock, i)).Where(a => a.IsFirstLock)
            .Should().Equal((true, 7));
    }

    [Fact]
    public void A_day_without_a_wrong_password_forgets_the_earlier_ones() =>
        AttemptRule.Next(Locked(), AttemptClass.Name, _noon.AddDays(1)).Count
            .Should().Be(new AttemptCount(1, _noon.AddDays(1)));

    [Fact]
    public void A_right_password_takes_its_own_count_and_all_wrong_ones_back() =>
        AttemptRule.Succeeded(Locked(), AttemptClass.Name).Should().BeEquivalentTo(
            new { Failures = 0, LockedUntil = (DateTimeOffset?)null });

    [Fact]
    public void A_right_password_does_not_forget_what_else_came_from_its_address()
    {
        var at100 = Tried(AttemptClass.Address, Enumerable.Repeat(_noon, 100))[^1].Count;

        var after = AttemptRule.Succeeded(at100, AttemptClass.Address);

        after.Should().BeEquivalentTo(new { Failures = 99, LockedUntil = (DateTimeOffset?)null });
        AttemptRule.Succeeded(AttemptCount.None, AttemptClass.Address).Failures.Should().Be(0);
    }

    [Fact]
    public void A_clock_that_was_set_back_locks_nobody_for_longer_than_the_rule_does()
    {
        var future = new AttemptCount(8, _noon.AddDays(3), _noon.AddDays(3).AddMinutes(1));

        AttemptRule.Next(future, AttemptClass.Name, _noon).RefusedUntil.Should().BeNull();
    }

    private static AttemptCount Locked() =>
        Tried(AttemptClass.Name, Enumerable.Repeat(_noon, 8))[^1].Count;

    private static List<AttemptAnswer> Tried(AttemptClass kind, IEnumerable<DateTimeOffset> times)
    {
        var (count, answers) = (AttemptCount.None, new List<AttemptAnswer>());
        foreach (var time in times)
        {
            answers.Add(AttemptRule.Next(count, kind, time));
            count = answers[^1].Count;
        }

        return answers;
    }
}
