using ReadinessPortal.Readings;
using ReadinessPortal.Readings.LoadTests;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingLoadTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void JMeter_samples_are_counted_row_by_row(char separator)
    {
        var csv = """
            timeStamp,elapsed,label,success,allThreads
            1700000000000,100,"a ""quoted""
            label",true,1
            1700000001000,300,b,false,4

            1700000003000,1000,b,true,2
            """;

        var read = AFile.Read(csv.Replace(',', separator));

        read.Format.Should().Be("jmeter-csv");
        read.Of("http.requests").Should().Be(3);
        read.Of("http.failed").Should().Be(1);
        read.Of("http.p50").Should().Be(300);
        read.Of("http.p95").Should().Be(930);
        read.Of("load.duration").Should().Be(4);
        read.Of("http.rate").Should().Be(0.75m);
        read.Of("load.vus_max").Should().Be(4);
    }

    [Theory]
    [InlineData("1,NaN,a,true", "line 2 has 'NaN' under 'elapsed'")]
    [InlineData("1,5,a,maybe", "line 2 has neither true nor false")]
    [InlineData("1,5", "line 2 has 2 fields")]
    [InlineData("1,5,\"a,true", "line 2 has a quote that is never closed")]
    public void A_row_that_is_broken_is_refused_with_its_line(string row, string why) =>
        AFile.Read($"timeStamp,elapsed,label,success\n{row}\n").Error.Should().Contain(why);

    [Fact]
    public void Parts_of_a_JMeter_sample_are_in_its_time()
    {
        var read = AFile.Read("""
            <testResults version="1.2"><sample t="500" ts="1700000000000" s="false" lb="checkout" na="3">
              <httpSample t="200" ts="1700000000000" s="true"/></sample>
            <httpSample t="100" ts="1700000000900" s="true"/></testResults>
            """);

        read.Format.Should().Be("jmeter-xml");
        read.Of("http.requests").Should().Be(2);
        read.Of("http.failed").Should().Be(1);
        read.Of("load.duration").Should().Be(1);
    }

    [Fact]
    public void The_row_for_all_of_JMeters_statistics_is_read()
    {
        const string row = "\"sampleCount\": 10, \"errorCount\": 2, \"meanResTime\": 5.5, \"pct2ResTime\": 9";

        AFile.Read($$"""{"home": { {{row}} }, "Total": { {{row}} } }""").Of("http.p95").Should().Be(9);
        var parts = AFile.Read($$"""{"home": { {{row}} }, "cart": { {{row}} } }""");
        parts.Of("http.requests").Should().Be(20);
        parts.Of("http.error_rate").Should().Be(20);
        parts.Of("http.p95").Should().BeNull();
        parts.Codes().Should().Equal(WarningCodes.PercentilesInParts);
    }

    [Theory]
    [InlineData("""{"type": "GROUP", "stats": {0}}""")]
    [InlineData("{0}")]
    public void Gatlings_statistics_are_of_all_requests(string file)
    {
        var read = AFile.Read(file.Replace("{0}", """
            {"numberOfRequests": {"total": 10, "ok": 9, "ko": 1}, "percentiles1": {"total": 4, "ok": 3},
             "percentiles3": {"total": 8, "ok": 7}, "meanNumberOfRequestsPerSecond": {"total": 2.5}}
            """));

        read.Format.Should().Be("gatling");
        read.Of("http.error_rate").Should().Be(10);
        read.Of("http.p95").Should().Be(8);
        read.Of("http.p90").Should().BeNull();
    }

    [Theory]
    [InlineData("Type,Name,Request Count,Failure Count,95%\r\nGET,/a,10,1,40\r\n,Aggregated,10,1,42\r\n")]
    [InlineData("\"Method\",\"Name\",\"# requests\",\"# "
        + "failures\",\"95%\"\n\"GET\",\"/a\",10,1,40\n\"None\",\"Total\",10,1,42")]
    public void Locusts_row_for_all_is_read(string csv)
    {
        var read = AFile.Read(csv);

        read.Format.Should().Be("locust");
        read.Of("http.requests").Should().Be(10);
        read.Of("http.error_rate").Should().Be(10);
        read.Of("http.p95").Should().Be(42);
        read.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Wrk_gives_no_percentile_that_it_did_not_print()
    {
        const string start = "Running 30s test @ http://localhost:8080/\n  2 threads and 10 connections\n"
            + "  Thread Stats   Avg      Stdev     Max   +/- Stdev\n    Latency   635.91us    0.89ms  12.92ms   "
            + "93.69%\n";
        const string end = "  2000 requests in 30.00s, 3.5MB read\n  Socket errors: connect 0, read 3, write 0, "
            + "timeout 497\n"
            + "  Non-2xx or 3xx responses: 20\nRequests/sec:    66.67\nTransfer/sec:    1.2MB\n";

        var read = AFile.Read(start + end);
        read.Format.Should().Be("wrk");
        read.Of("http.avg").Should().Be(0.63591m);
        read.Of("http.failed").Should().Be(520);
        read.Of("http.error_rate").Should().Be(20.8m, "of 2,500 that were tried");
        read.Of("http.p99").Should().BeNull();
        AFile.Read($"{start}  Latency Distribution\n     50%  250.00us\n     99%    1.20s\n{end}").Of("http.p99")
            .Should().Be(1200);
        AFile.Read(start).Error.Should().Contain("cut short");
    }

    [Fact]
    public void NBombers_percentiles_are_those_of_its_only_step()
    {
        const string scenario = """
            > scenario: `Orders`, duration: `00:01:00`, ok count: `90`, fail count: `10`, all data: `0` MB
            |step|ok stats|
            |---|---|
            |request count|all = `100`, ok = `90`, RPS = `1.5`|
            |latency|min = `1`, mean = `20`, max = `90`, StdDev = `2`|
            |latency percentile|50% = `18`, 75% = `30`, 95% = `51.2`, 99% = `80`|
            |step|fail stats|
            |request count|all = `100`, fail = `10`, RPS = `0.2`|

            """;

        var read = AFile.Read(scenario);
        read.Format.Should().Be("nbomber");
        read.Of("http.error_rate").Should().Be(10);
        read.Of("http.p95").Should().Be(51.2m);
        var two = AFile.Read(scenario + scenario.Replace("`20`", "`40`"));
        two.Of("http.requests").Should().Be(200);
        two.Of("http.avg").Should().Be(30);
        two.Of("http.p95").Should().BeNull();
        two.Codes().Should().Equal(WarningCodes.PercentilesInParts);
    }

    [Fact]
    public void NBombers_row_of_a_whole_scenario_counts_before_its_steps()
    {
        var read = AFile.Read("""
            > scenario stats

            scenario: `Orders`
              - ok count: `90`
              - fail count: `10`
              - duration: `00:01:00`

            |step|ok stats|
            |---|---|
            |name|`global information`|
            |request count|all = `100`, ok = `90`, RPS = `1.5`|
            |latency percentile (ms)|p50 = `18`, p75 = `30`, p95 = `51.2`, p99 = `80`|
            |||
            |name|`get order`|
            |request count|all = `200`, ok = `190`, RPS = `3`|
            |latency percentile (ms)|p50 = `8`, p75 = `10`, p95 = `21.2`, p99 = `30`|
            """);

        (read.Of("http.requests"), read.Of("http.rate"), read.Of("http.p95")).Should().Be((100, 1.5m, 51.2m));
        read.Of("load.duration").Should().Be(60);
        read.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Percentiles_of_very_many_samples_are_rounded_by_a_tenth_of_a_percent()
    {
        var times = new Latencies(mostExact: 100);
        foreach (var time in Enumerable.Range(1, 1000))
        {
            times.Add(time);
        }

        times.IsRounded.Should().BeTrue();
        times.Percentile(95).Should().BeApproximately(950.05m, 1);
        times.Max.Should().Be(1000);
        times.Average.Should().Be(500.5m);
    }
}
