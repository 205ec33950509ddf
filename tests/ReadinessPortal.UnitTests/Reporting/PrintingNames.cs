using ReadinessPortal.UnitTests.Pdf;

namespace ReadinessPortal.UnitTests.Reporting;

public sealed class PrintingNames
{
    private static readonly string[] _names =
    [
        "田中太郎", "王小明", "김민수", "राहुल शर्मा", "สมชาย ใจดี", "ნინო ბერიძე", "დավիթ",
    ];

    private static readonly string[] _others =
    [
        "محمد علي", "דוד כהן", "Robin \U0001F468\u200D\U0001F469\u200D\U0001F467", "Kim \U0001F1E8\U0001F1ED",
        "Lee \U0001F44D\U0001F3FD", "Ann\u202Eeiram\u202C Smith",
    ];

    [Fact]
    public void A_final_report_prints_every_signer_by_the_name_they_have()
    {
        using var printed = Printed.Read(AReport.Pdf(AReport.SignedBy(_names)));

        var said = Said(printed);
        said.Should().NotContain("\uFFFD");
        foreach (var name in _names)
        {
            said.Should().Contain(AReport.Folded(name)).And.Contain(AReport.Folded($"{name} agrees"));
        }
    }

    [Fact]
    public void A_final_report_prints_names_from_right_to_left_and_pictures_whole()
    {
        using var printed = Printed.Read(AReport.Pdf(AReport.SignedBy(_others)));

        var said = Said(printed);
        said.Should().NotContain("\uFFFD").And.NotContain("\u202E").And.Contain("AnneiramSmith")
            .And.Contain(AReport.Folded(_others[2])).And.Contain(AReport.Folded(_others[3]))
            .And.Contain(AReport.Folded(_others[4]));
        said.Should().Contain("ןהכ").And.Contain("דוד"[..1]);
    }

    [Fact]
    public void Names_in_all_scripts_give_the_same_bytes_twice_and_a_file_to_mail()
    {
        var input = AReport.SignedBy(_names);
        var pdf = AReport.Pdf(input);

        AReport.Pdf(input).Should().Equal(pdf);
        pdf.Length.Should().BeLessThan(AReport.Pdf(AReport.Decided()).Length + 60_000);
    }

    private static string Said(Printed printed) => AReport.Folded(
        string.Concat(Enumerable.Range(1, printed.Pages.Count).Select(printed.Said)));
}
