using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.ComponentTests.Deployment;

public sealed class TheReadme
{
    [Fact]
    public void Describes_every_setting_and_none_that_does_not_exist()
    {
        var described = Repository.Read("README.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)
                && line.Contains("__", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        described.Should().BeEquivalentTo(SettingsTable.All.Select(s => s.Variable));
    }

    [Fact]
    public void Prints_who_may_do_what_as_the_rules_have_it() =>
        Repository.Read("README.md").Split("<!-- permissions -->\n")[1].Should().Be(PermissionTable.Markdown + "\n");
}
