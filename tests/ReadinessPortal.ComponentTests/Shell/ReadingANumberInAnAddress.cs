using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.ComponentTests.Shell;

public sealed class ReadingANumberInAnAddress
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("0017", 17)]
    [InlineData("1000001", QueryNumber.Most)]
    [InlineData("99999999999999999999", QueryNumber.Most)]
    [InlineData("0", null)]
    [InlineData("-2", null)]
    [InlineData("2.5", null)]
    [InlineData("١٢", null)]
    [InlineData(" 3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_is_no_number_counts_as_absent_and_what_is_too_large_as_the_largest(string? text, int? number) =>
        QueryNumber.Of(text).Should().Be(number);
}
