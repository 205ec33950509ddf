using System.Text.RegularExpressions;
using ReadinessPortal.Web.Starting;
using ReadinessPortal.Web.Verbs;

namespace ReadinessPortal.ComponentTests.Deployment;

public sealed class TheImage
{
    private readonly string _dockerfile = Repository.Read("Dockerfile").Replace("\\\n", " ", StringComparison.Ordinal);

    private string Last(string pattern) =>
        Regex.Matches(_dockerfile, pattern, RegexOptions.Multiline)[^1].Groups[1].Value;

    [Fact]
    public void Builds_and_runs_on_the_framework_the_projects_target() =>
        Regex.Matches(_dockerfile, "^FROM (\\S+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value)
            .Should().Equal("mcr.microsoft.com/dotnet/sdk:10.0", "mcr.microsoft.com/dotnet/runtime-deps:10.0");

    [Fact]
    public void Does_not_run_as_root() => Last("^USER (.+)$").Should().Be("$APP_UID");

    [Fact]
    public void Is_compiled_ahead_with_the_runtime_it_brings()
    {
        var profile = Last("-p:PublishProfile=(\\w+)");

        Repository.Read($"src/ReadinessPortal.Web/Properties/PublishProfiles/{profile}.pubxml").Should()
            .Contain("<SelfContained>true<").And.Contain("<PublishReadyToRunComposite>true<");
    }

    [Fact]
    public void Is_watched_by_a_verb_that_exists_on_the_port_it_listens_on()
    {
        var words = Regex.Matches(Last("^HEALTHCHECK .*CMD \\[(.+)\\]"), "\"([^\"]+)\"").Select(m => m.Groups[1].Value)
            .ToList();

        words[0].Should().Be(Last("^ENTRYPOINT \\[\"(.+)\"\\]")).And.Be("./ReadinessPortal.Web");
        Verb.All.Should().Contain(v => v.Name == words[1]);
        words[^1].Should().Be(Last("^EXPOSE (\\d+)"));
        Last("ASPNETCORE_URLS=(\\S+)").Should().EndWith($":{words[^1]}");
    }

    [Fact]
    public void Starts_with_a_verb_that_exists() =>
        Verb.All.Should().Contain(v => v.Name == Last("^CMD \\[\"(\\w+)\"\\]"));

    [Fact]
    public void Sets_only_settings_that_exist() =>
        Regex.Matches(_dockerfile, "(\\w+__\\w+)=").Select(m => m.Groups[1].Value)
            .Should().BeSubsetOf(SettingsTable.All.Select(s => s.Variable)).And.NotBeEmpty();

    [Fact]
    public void Copies_files_that_exist()
    {
        var copied = Regex.Matches(_dockerfile, "^COPY (?!--from)(.+) \\S+$", RegexOptions.Multiline)
            .SelectMany(m => m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(path => Path.Combine(Repository.Root, path)).ToList();

        copied.Should().HaveCountGreaterThan(3).And.OnlyContain(path => File.Exists(path) || Directory.Exists(path));
    }
}
