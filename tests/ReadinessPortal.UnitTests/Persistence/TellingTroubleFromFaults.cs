using Npgsql;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.UnitTests.Persistence;

public sealed class TellingTroubleFromFaults
{
    [Theory]
    [InlineData("57P01", null, true, true)] // ended by an administrator
    [InlineData("53300", null, true, true)] // no connection left
    [InlineData("40001", null, true, false)] // somebody else changed it at once
    [InlineData("57014", null, true, false)] // the statement was canceled
    [InlineData("0A000", "RevalidateCachedQuery", true, false)] // its table was altered by another version
    [InlineData("0A000", "transformStmt", false, false)]
    [InlineData("42P01", null, false, false)] // no such table
    public void What_may_succeed_a_moment_later_is_no_fault(string state, string? routine, bool passes, bool isAway)
    {
        Exception problem = new InvalidOperationException(
            "wrapped", new PostgresException("", "ERROR", "ERROR", state, routine: routine));

        DatabaseTrouble.IsPassing(problem).Should().Be(passes);
        DatabaseTrouble.IsAway(problem).Should().Be(isAway);
    }
}
