using System.Text.RegularExpressions;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.ComponentTests.Shell;

public sealed class PagesThatNoCircuitDraws
{
    [Theory]
    [InlineData("/launches/GA-1/sign-off", true)]
    [InlineData("/launches/GA-1/sign-off/roles", true)]
    [InlineData("/launches/GA-1/revisions/freeze", true)]
    [InlineData("/launches/GA-1/attach", true)]
    [InlineData("/launches/GA-1", false)]
    [InlineData("/launches/GA-1/criteria/attach", false)]
    [InlineData("/launches/GA-1/revisions", false)]
    [InlineData("/", false)]
    public void They_are_known_by_their_addresses(string path, bool isApart) =>
        Regex.IsMatch(path, PagesApart.Pattern).Should().Be(isApart);
}
