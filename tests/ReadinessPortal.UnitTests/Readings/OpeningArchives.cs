using System.Buffers.Binary;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Opening;
using static ReadinessPortal.UnitTests.Readings.AFile;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class OpeningArchives
{
    private static readonly byte[] _report = Bytes("<testsuite><testcase name='a' time='1'/></testsuite>");
    private static readonly byte[] _failing = Bytes("<testsuite><testcase name='b'><failure/></testcase></testsuite>");

    [Fact]
    public void A_report_in_a_zip_or_gzip_is_read_under_the_archives_name()
    {
        foreach (var archive in new[] { Zip(("a/report.xml", _report)), Gzip(_report), Gzip(Zip(("r.xml", _report))) })
        {
            var read = Read(archive, "report.archive");

            read.Of("tests.total").Should().Be(1);
            read.File.Should().Be("report.archive");
        }
    }

    [Fact]
    public void The_test_reports_of_one_run_are_added_up()
    {
        var read = Read(Zip(("a.xml", _report), ("b.xml", _failing), ("c.xml", Bytes("<testsuite/>")), ("log", [1])));

        read.Of("tests.total").Should().Be(2);
        read.Of("tests.failed").Should().Be(1);
        read.Of("tests.pass_rate").Should().Be(50);
        read.Of("tests.duration").Should().Be(1);
        read.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_broken_report_among_others_breaks_the_archive() =>
        Read(Zip(("a.xml", _report), ("b.xml", Bytes("<testsuite>")))).Error
            .Should().Contain("'b.xml' in the archive").And.Contain("line 1");

    [Fact]
    public void What_unpacks_beyond_all_proportion_is_refused_early()
    {
        var bomb = Gzip(new byte[20 << 20]);
        foreach (var archive in new[] { bomb, Zip(("bomb", new byte[20 << 20])), Zip(("bomb.gz", bomb)) })
        {
            Read(archive).Error.Should().Contain("unpacks to more than 200 times its size");
        }
    }

    [Fact]
    public void What_unpacks_to_too_much_in_all_is_refused()
    {
        using var archive = new MemoryStream(Zip(("a.xml", _report), ("b.xml", _report)));

        EvidenceReader.Read(archive, "a.zip", new ReadingLimits { Unpacked = 100 }).Error
            .Should().Contain("unpacks to more than");
    }

    [Fact]
    public void Too_many_entries_are_refused_before_they_are_listed()
    {
        using var archive = new MemoryStream(Zip(("a.xml", _report), ("b.xml", _report)));

        EvidenceReader.Read(archive, "a.zip", new ReadingLimits { Entries = 1 }).Error
            .Should().Contain("more than 1 entries");
    }

    [Fact]
    public void Archives_in_archives_in_archives_are_refused() =>
        Read(Gzip(Gzip(Gzip(_report)))).Error.Should().Contain("an archive in an archive");

    [Fact]
    public void What_is_not_what_the_directory_says_is_refused()
    {
        var archive = Zip(("a.xml", _report));
        var directory = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(directory + 16), 42);

        Read(archive).Error.Should().Contain("CRC-32");
    }

    [Fact]
    public void What_is_protected_by_a_password_is_refused()
    {
        var archive = Zip(("a.xml", _report));
        archive[archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Read(archive).Error.Should().Contain("password");
    }

    [Fact]
    public void An_archive_that_breaks_off_is_refused()
    {
        Read(Zip(("a.xml", _report))[..^30]).Error.Should().Contain("archive is damaged");
        Read(Gzip(_report)[..^12]).Error.Should().NotBeNull();
    }
}
