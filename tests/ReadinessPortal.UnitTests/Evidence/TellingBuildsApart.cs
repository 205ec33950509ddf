using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Evidence;

/// <summary>What evidence says of its build, against the release under test.</summary>
public sealed class TellingBuildsApart
{
    private const string Commit = "5da53fbb2a0aaa12d648b73984acc9aac2e11c2a";
    private const string Digest = "sha256:0f343b0931126a20f133d67c2b018a3b5da53fbb2a0aaa12d648b73984acc9aa";

    private static readonly Release _release =
        new() { Name = "teei/platform:v2.4.0", Version = "2.4.0", Commit = Commit, Digest = Digest };

    [Theory]
    [InlineData("image:teei/platform:v2.4.0", null)]
    [InlineData("image:registry.example:5000/teei/platform:2.4.0", null)]
    [InlineData("image:teei/platform:v2.3.9", "teei/platform:v2.3.9")]
    [InlineData("image:registry.example:5000/app:2.5.0-rc.1", "registry.example:5000/app:2.5.0-rc.1")]
    [InlineData("image:teei/platform:latest", null)]
    [InlineData("image:teei/platform:main-1234", null)]
    [InlineData("version:2.4.0", null)]
    [InlineData("version:2.40", "version 2.40")]
    [InlineData("version:12", null)]
    [InlineData(Digest, null)]
    [InlineData("sha256:" + Commit + "aaaaaaaaaaaaaaaaaaaaaaaa", "sha256:" + Commit + "aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("sha512:ff", null)]
    [InlineData(Commit, null)]
    [InlineData("5DA53FBB2A0A", null)]
    [InlineData("ce7443af32a20ce3e55d18da9ae434364f04b450", "ce7443af32a20ce3e55d18da9ae434364f04b450")]
    public void A_file_is_held_against_what_the_release_has_of_the_kind(string about, string? other) =>
        OtherThan(about).Should().Be(other);

    [Fact]
    public void Each_kind_of_name_has_to_agree_unless_the_bytes_are_the_same()
    {
        OtherThan("image:teei/platform:v2.4.0", "ce7443af32a20ce3e55d18da9ae434364f04b450").Should().StartWith("ce74");
        OtherThan("image:teei/platform:latest", "image:teei/platform:v2.4.0").Should().BeNull();
        OtherThan("image:teei/platform:v2.3.0", "image:teei/platform:v2.4.0").Should().BeNull();
        OtherThan("image:teei/platform:nightly-2.5", Digest).Should().BeNull();
    }

    [Fact]
    public void A_release_without_a_name_of_the_kind_is_not_another()
    {
        var bare = new Release { Name = "teei/platform:build-41" };

        Builds.OtherThan(bare, File(Commit, Digest, "version:2.4.0")).Should().BeNull();
        Builds.OtherThan(bare, File("image:teei/platform:build-42")).Should().Be("teei/platform:build-42");
        Builds.OtherThan(bare, Commit).Should().BeNull();
        Builds.OtherThan(bare, Digest).Should().BeNull();
        Builds.OtherThan(bare, "2.3.0").Should().Be("2.3.0");
        Builds.OtherThan(null, File("version:1.0")).Should().BeNull();
    }

    [Fact]
    public void A_release_that_contradicts_itself_is_no_build()
    {
        var half = _release with { Name = "teei/platform:v2.5.0", Digest = null };

        Builds.OtherThan(half, File("image:teei/platform:v2.4.0")).Should().NotBeNull();
        Builds.OtherThan(half, File("version:2.4.0")).Should().NotBeNull();
        Builds.OtherThan(half, "2.4.0").Should().NotBeNull();
        Builds.OtherThan(half with { Name = "teei/platform:latest" }, "2.4.0").Should().BeNull();
    }

    [Theory]
    [InlineData("v2.4.0", true)]
    [InlineData("2.4.0", true)]
    [InlineData("teei/platform:v2.4.0", true)]
    [InlineData("5da53fb", true)]
    [InlineData("5da53", false)]
    [InlineData("2.4", false)]
    [InlineData("5da53fc", false)]
    public void A_name_that_somebody_gives_is_one_of_the_release_or_of_another(string name, bool isOfIt) =>
        (Builds.OtherThan(_release, name) is null).Should().Be(isOfIt);

    private static string? OtherThan(params string[] about) => Builds.OtherThan(_release, File(about));

    private static EvidenceItem File(params string[] about) => new()
    {
        Key = "scan",
        Title = "Scan",
        FileName = "scan.json",
        Class = EvidenceClass.Scan,
        Reading = new() { Format = "trivy", About = [.. about] },
    };
}
