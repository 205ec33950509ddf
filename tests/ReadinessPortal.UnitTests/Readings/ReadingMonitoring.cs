using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingMonitoring
{
    [Fact]
    public void One_series_at_an_instant_has_a_value()
    {
        var read = AnAnswer("vector", """[{"metric": {}, "value": [1700000000.5, "0.25"]}]""");

        read.Format.Should().Be("prometheus");
        read.Of("prometheus.value").Should().Be(0.25m);
        read.CapturedAt.Should().Be(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_500));
    }

    [Fact]
    public void Series_over_time_have_a_minimum_a_maximum_and_a_last_value()
    {
        var read = AnAnswer("matrix", """
            [{"metric": {}, "values": [[1, "5"], [2, "NaN"], [3, "7"]]}, {"metric": {}, "values": [[2, "1"]]}]
            """);

        (read.Of("prometheus.series"), read.Of("prometheus.samples")).Should().Be((2, 4));
        (read.Of("prometheus.min"), read.Of("prometheus.max"), read.Of("prometheus.last")).Should().Be((1, 7, 7));
        read.Of("prometheus.value").Should().BeNull();
        read.Codes().Should().Equal(WarningCodes.ValuesUnusable);
    }

    [Fact]
    public void A_query_that_found_nothing_is_evidence_of_nothing() =>
        AnAnswer("vector", "[]").Codes().Should().Equal(WarningCodes.NothingMeasured);

    [Theory]
    [InlineData("""[{"value": [1, 5]}]""", "$.data.result[0].value is no pair")]
    [InlineData("""[{"value": [1, "five"]}]""", "$.data.result[0].value[1] is no number")]
    public void A_sample_of_another_shape_is_refused_with_its_path(string result, string why) =>
        AnAnswer("vector", result).Error.Should().Contain(why);

    [Fact]
    public void A_query_that_failed_is_refused() =>
        AFile.Read("""{"status": "error", "errorType": "bad_data", "error": "parse error"}""").Error
            .Should().Contain("parse error");

    [Fact]
    public void Streams_of_another_tool_are_plain_evidence() => AnAnswer("streams", "[]").Format.Should().BeNull();

    [Theory]
    [InlineData("""{"title": "Latency", "schemaVersion": 39, "panels": []}""")]
    [InlineData("""{"meta": {}, "dashboard": {"title": "Latency", "schemaVersion": 14, "rows": []}}""")]
    public void A_dashboard_is_recognized_and_measures_nothing(string file)
    {
        var read = AFile.Read(file);

        read.Format.Should().Be("grafana-dashboard");
        read.Readings.Should().BeEmpty();
    }

    private static FileReading AnAnswer(string type, string result) => AFile.Read(
        $$$"""{"status": "success", "data": {"resultType": "{{{type}}}", "result": {{{result}}}}}""");
}
