using ReadinessPortal.Web.Evidence;

namespace ReadinessPortal.ComponentTests.Evidence;

/// <summary>Names of files as browsers and programs send them in a form, and as they are given back.</summary>
public sealed class NamesOnTheWay
{
    [Theory]
    [InlineData("filename=\"scan.log\"", "scan.log")]
    [InlineData("filename=\"a%22b%0D%0Ac.log\"", "a\"b\r\nc.log")]
    [InlineData("filename=\"100%25%20%5C%0d.log\"", "100%25%20%5C%0d.log")]
    [InlineData("filename=\"größe; ü=1.log\"", "größe; ü=1.log")]
    [InlineData("filename=\"a\\b.log\"", "a\\b.log")]
    [InlineData("filename=\"\\\\server\\share\\a.log\"", "\\\\server\\share\\a.log")]
    [InlineData("filename=\"folder\\\"", "folder\\")]
    [InlineData("filename=\"a\tb.log\"", "a\tb.log")]
    [InlineData("filename=\"\"", "")]
    public void As_a_browser_writes_it(string said, string name) =>
        PartHeader.Parse($"form-data; name=\"file\"; {said}").Should().Be(new PartHeader("file", name));

    [Theory]
    [InlineData("filename=\"a\\\"b\\\\c%22.log\"", "a\"b\\c%22.log")]
    [InlineData("filename=\"a\\\"; b\"", "a\"; b")]
    [InlineData("filename=\"a\\\"\"", "a\"")]
    [InlineData("filename=review.bin; filename*=utf-8''review%22.bin", "review\".bin")]
    [InlineData("filename=\"=?utf-8?B?w7w=?=\"; filename*=UTF-8''%C3%BC%25.bin", "ü%.bin")]
    [InlineData("filename=a b.log ; x=y", "a b.log")]
    public void As_other_programs_write_it(string said, string name) =>
        PartHeader.Parse($"form-data; name=file; {said}").Should().Be(new PartHeader("file", name));

    [Fact]
    public void A_field_is_no_file() =>
        PartHeader.Parse("Form-Data;name=\"title\"").Should().Be(new PartHeader("title", null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("attachment; name=\"file\"")]
    [InlineData("form-data")]
    [InlineData("form-data; filename=\"a\"")]
    [InlineData("form-data; name")]
    public void What_has_no_name_is_no_part_of_a_form(string? header) => PartHeader.Parse(header).Should().BeNull();

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"cut")]
    [InlineData("form-data; name=\"file\"; filename=")]
    [InlineData("form-data; name=\"file")]
    public void What_is_cut_off_is_read_as_far_as_it_goes(string header) =>
        PartHeader.Parse(header)!.Name.Should().Be("file");

    [Theory]
    [InlineData("scan 12:30.log", "filename=\"scan 12:30.log\"; filename*=UTF-8''scan%2012%3A30.log")]
    [InlineData("a\"b\\c%22.log", "filename=\"a_b_c%22.log\"; filename*=UTF-8''a%22b%5Cc%2522.log")]
    [InlineData("\"a\"", "filename=\"_a_\"; filename*=UTF-8''%22a%22")]
    [InlineData("größe.log", "filename=\"größe.log\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.log")]
    [InlineData("it's (1)*.log", "filename=\"it's (1)*.log\"; filename*=UTF-8''it%27s%20%281%29%2A.log")]
    [InlineData("a\r\nSet-Cookie: b", "filename=\"a__Set-Cookie: b\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b")]
    public void A_download_says_the_exact_name(string name, string said) =>
        AttachmentHeader.Of(name).Should().Be($"attachment; {said}");
}
