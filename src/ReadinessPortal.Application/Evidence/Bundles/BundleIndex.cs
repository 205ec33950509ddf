using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence.Bundles;

/// <summary>What a bundle holds, for people: pages that need nothing but a browser. Texts are of strangers: encoded,
/// and nothing in the pages runs or loads.</summary>
internal sealed class BundleIndex(BundlePlan plan, Launch launch, DateTimeOffset at)
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h2 { margin-top: 2rem; } dl { margin: 0 0 1.2rem; overflow-wrap: anywhere; }
        dt { font-weight: 600; } dd { margin: 0; } code { font-size: .85em; }
        </style>

        """;

    /// <summary>Of the whole bundle.</summary>
    public byte[] OfAll() => Page($"Evidence of {launch.Key}", body =>
    {
        body.Append($"<p>{Text(launch.Title)}, as it was on {Instant(at)} (change "
            + $"{launch.ChangeNumber}). {Counted.Of(plan.Files.Count(f => f.Path is not null), "file", "files")} of "
            + $"{Counted.Of(plan.Files.Length, "piece", "pieces")} of evidence. A file that supports several "
            + "subjects is there once and named under each of them. <a href=\"manifest.json\">manifest.json</a> has "
            + "the same for programs, with each file's own name; its SHA-256 is the hash of the file beside it.</p>\n");
        foreach (var folder in plan.Folders)
        {
            body.Append($"<h2><a href=\"{Href("", folder.Path + BundleNames.Index)}\">{Text(folder.Title)}</a></h2>\n");
            Lines(body, folder.Files, "");
        }
    });

    /// <summary>Of one folder.</summary>
    public byte[] Of(BundleFolder folder)
    {
        var up = string.Concat(Enumerable.Repeat("../", folder.Path.Count(c => c == '/')));
        return Page(folder.Title, body =>
        {
            body.Append($"<p><a href=\"{up}{BundleNames.Index}\">All evidence of {Text(launch.Key)}</a></p>\n");
            Lines(body, folder.Files, up);
        });
    }

    private static byte[] Page(string title, Action<StringBuilder> content)
    {
        var page = new StringBuilder(Head)
            .Append($"<title>{Text(title)}</title></head><body>\n<h1>{Text(title)}</h1>\n");
        content(page);
        return Encoding.UTF8.GetBytes(page.Append("</body></html>\n").ToString());
    }

    private void Lines(StringBuilder body, ImmutableArray<BundleFile> files, string up)
    {
        if (files.IsEmpty)
        {
            body.Append("<p>No evidence supports it.</p>\n");
        }

        foreach (var file in files)
        {
            var item = file.Item;
            body.Append("<dl><dt>")
                .Append(file.Path is { } path
                    ? $"<a href=\"{Href(up, path)}\">{Text(item.Title)}</a>"
                    : $"{Text(item.Title)}: referenced, not uploaded")
                .Append($"</dt>\n<dd>{Text(item.CitedAs ?? item.FileName)}")
                .Append(item.Size is { } size ? $", {Format.Bytes(size)}" : "").Append("</dd>\n")
                .Append($"<dd>{Format.Word(item.Class)}, captured "
                    + (item.CapturedOn is { } day ? Format.LongDay(day) : "on a day that is not known")
                    + (item.CapturedAssumed ? " (assumed)" : "")
                    + (item.ReceivedAt is { } received ? $", received {Instant(received)}" : "") + "</dd>\n")
                .Append(item.Reading is { } reading ? Said(reading) : "")
                .Append(item.Sha256 is { } hash ? $"<dd>SHA-256 <code>{hash}</code></dd>\n" : "")
                .Append("</dl>\n");
        }
    }

    private static string Said(EvidenceReading reading) => string.Concat(
        new[]
        {
            reading.Format is { } format ? $"Read as {format}{(reading.Error is null ? "" : ", broken")}" : null,
            reading.Error,
            reading.Figures.IsEmpty ? null
                : string.Join(", ", reading.Figures.Select(f => $"{f.Metric} = {Format.Quantity(f.Value)}")),
        }.OfType<string>().Concat(reading.Warnings.Select(w => w.Message))
            .Select(text => $"<dd>{Text(text)}</dd>\n"));

    private string Instant(DateTimeOffset moment) =>
        Text(Format.Instant(moment, launch.Offset(moment), launch.TimeZone));

    private static string Text(string text) => HtmlEncoder.Default.Encode(VisibleText.Line(text));

    private static string Href(string up, string path) =>
        up + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
