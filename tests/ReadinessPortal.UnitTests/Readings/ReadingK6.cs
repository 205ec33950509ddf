using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingK6
{
    private const string Values = """
        {"avg": 20.5, "min": 1, "med": 18, "max": 90, "p(90)": 40, "p(95)": 51.25}
        """;

    [Fact]
    public void The_data_of_handleSummary_holds_values_and_says_which_thresholds_are_ok()
    {
        var read = AFile.Read($$$"""
            {"state": {"testRunDurationMs": 8250.5}, "metrics": {
              "http_reqs": {"type": "counter", "values": {"count": 40, "rate": 4.85}},
              "http_req_duration": {"values": {{{Values}}},
                "thresholds": {"p(95) < 50": {"ok": false}, "p(95)<500": {"ok": true} } },
              "http_req_failed": {"values": {"rate": 0.025, "passes": 1, "fails": 39}},
              "vus_max": {"values": {"value": 5, "min": 1, "max": 7} } } }
            """);

        read.Format.Should().Be("k6-summary");
        read.Readings.Should().BeEquivalentTo(new Reading[]
        {
            new("http.requests", 40, "count"), new("http.failed", 1, "count"), new("http.error_rate", 2.5m, "%"),
            new("http.rate", 4.85m, "1/s"), new("http.avg", 20.5m, "ms"), new("http.p50", 18, "ms"),
            new("http.p90", 40, "ms"), new("http.p95", 51.25m, "ms"), new("http.max", 90, "ms"),
            new("load.duration", 8.2505m, "s"), new("load.vus_max", 7, "count"), new("thresholds.total", 2, "count"),
            new("thresholds.failed", 1, "count"),
        });
    }

    [Fact]
    public void In_an_exported_summary_a_threshold_that_is_true_was_crossed()
    {
        var read = AFile.Read($$$"""
            {"root_group": {}, "metrics": {"http_reqs": {"count": 10, "rate": 1},
              "http_req_duration": {"avg": 1, "p(95)": 9000, "thresholds": {"p(95)<500": true, "avg<5": false}},
              "http_req_failed": {"passes": 9, "fails": 1, "value": 0.9} } }
            """);

        read.Of("thresholds.failed").Should().Be(1);
        read.Of("http.error_rate").Should().Be(90);
        read.Of("http.failed").Should().Be(9);
        read.Of("http.p99").Should().BeNull("the summary does not give it");
    }

    [Theory]
    [InlineData("""{"iterations": {"count": 5, "rate": 1}}""")]
    [InlineData("""{"http_reqs": {"count": 0, "rate": 0}, "http_req_duration": {"avg": 0, "p(95)": 0}}""")]
    public void A_run_without_requests_has_no_times(string metrics)
    {
        var read = AFile.Read($$"""{"metrics": {{metrics}}}""");

        read.Readings.Select(r => r.Metric).Should().NotContain(["http.p95", "http.error_rate", "http.avg"]);
        read.Codes().Should().Equal(WarningCodes.NothingMeasured);
    }

    [Theory]
    [InlineData("\"51\"", "is a text, and must be a number")]
    [InlineData("1e999", "beyond any measurement")]
    [InlineData("[51]", "is a list")]
    public void A_number_that_is_none_is_refused_with_its_path(string value, string why)
    {
        var read = AFile.Read(
            """{"metrics": {"http_reqs": {"count": 1}, "http_req_duration": {"values": {"p(95)": VALUE}}}}"""
                .Replace("VALUE", value));

        read.Format.Should().Be("k6-summary");
        read.Error.Should().StartWith("$.metrics.http_req_duration.values.p(95)").And.Contain(why);
    }

    [Fact]
    public void Points_are_counted_and_percentiles_interpolated()
    {
        var lines = Enumerable.Range(0, 5).SelectMany(i => new[]
        {
            APoint("http_reqs", i, 1), APoint("http_req_duration", i, 10 * (i + 1)),
            APoint("http_req_failed", i, i == 0 ? 1 : 0),
        });
        var read = AFile.Read("""{"type":"Metric","data":{"name":"http_reqs"},"metric":"http_reqs"}""" + "\n"
            + string.Join('\n', lines));

        read.Format.Should().Be("k6-points");
        read.Of("http.requests").Should().Be(5);
        read.Of("http.error_rate").Should().Be(20);
        read.Of("http.p50").Should().Be(30);
        read.Of("http.p95").Should().Be(48);
        read.Of("load.duration").Should().Be(4);
        read.CapturedAt.Should().Be(new DateTimeOffset(2025, 11, 2, 10, 0, 4, TimeSpan.Zero));
    }

    [Fact]
    public void A_line_that_breaks_off_is_refused_with_its_number() =>
        AFile.Read(APoint("http_reqs", 0, 1) + "\n" + APoint("http_reqs", 1, 1)[..^5]).Error
            .Should().StartWith("line 2 of the file");

    private static string APoint(string metric, int second, int value) =>
        $$"""{"metric":"{{metric}}","type":"Point","data":{"time":"2025-11-02T10:00:0{{second}}Z","value":"""
        + $"{value}}}}}";
}
