using System.Text;
using System.Text.Json;
using ReadinessPortal.Application.Evidence.Bundles;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Evidence;

/// <summary>Where everything lies in the bundle of a launch's evidence.</summary>
public sealed class PlacingEvidenceInABundle
{
    [Fact]
    public void Every_criterion_has_a_folder_and_a_file_behind_several_lies_once()
    {
        var plan = BundlePlan.Of(ALaunch.Facts(ALaunch.Criterion(), ALaunch.Criterion("e2e"), ALaunch.Criterion("bare"))
            with
        {
            Evidence =
            [
                ALaunch.File("both") with
                {
                    Supports = [Named("gate:main"), Named("criterion:e2e"), Named("criterion:load")],
                },
            ],
        });

        plan.Folders.Select(f => f.Path).Should()
            .Equal("criteria/load/", "criteria/e2e/", "criteria/bare/", "gates/main/");
        plan.Files.Should().ContainSingle().Which.Path.Should().Be("criteria/load/both.txt");
        plan.Folders.Select(f => f.Files.Length).Should().Equal(1, 1, 0, 1);
    }

    [Theory]
    [InlineData("gate:main", "gates/main/")]
    [InlineData("registerRow:budget/aws", "registers/budget/")]
    [InlineData("category:infra", "categories/infra/")]
    [InlineData("launch:GA-1", "launch/")]
    [InlineData("item:i..1", "items/i..1/")]
    [InlineData(null, "launch/")]
    public void Evidence_of_something_else_lies_in_a_folder_of_its_kind(string? subject, string folder)
    {
        var plan = BundlePlan.Of(ALaunch.Facts() with
        {
            Evidence = [ALaunch.File() with { Supports = subject is null ? [] : [Named(subject)] }],
        });

        plan.Files.Should().ContainSingle().Which.Path.Should().Be($"{folder}file.txt");
        plan.Folders.Should().Contain(f => f.Path == folder);
    }

    [Fact]
    public void What_is_only_cited_is_named_and_has_no_file()
    {
        var facts = ALaunch.Facts() with { Evidence = [ALaunch.File() with { Sha256 = null, CitedAs = "x/file.txt" }] };

        var manifest = JsonDocument.Parse(BundleManifest.Of(BundlePlan.Of(facts), facts.Launch, ALaunch.Now));

        var piece = manifest.RootElement.GetProperty("evidence")[0];
        piece.GetProperty("citedAs").GetString().Should().Be("x/file.txt");
        piece.TryGetProperty("path", out _).Should().BeFalse();
        piece.TryGetProperty("sha256", out _).Should().BeFalse();
    }

    [Fact]
    public void An_index_shows_what_strangers_wrote_and_does_none_of_it()
    {
        var facts = ALaunch.Facts() with
        {
            Evidence = [ALaunch.File() with { Title = "<script>alert(1)</script>\u202E", FileName = "a\"b'.html" }],
        };
        var plan = BundlePlan.Of(facts);

        var page = Encoding.UTF8.GetString(new BundleIndex(plan, facts.Launch, ALaunch.Now).OfAll());

        page.Should().NotContain("<script").And.NotContain("\u202E").And.Contain("default-src 'none'")
            .And.Contain("href=\"criteria/load/a_b%27.html\"");
    }

    private static SubjectRef Named(string subject) => SubjectRef.Parse(subject);
}
