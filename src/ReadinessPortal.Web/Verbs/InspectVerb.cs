using System.IO.Enumeration;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Readings;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Reads files of evidence as the portal would, and keeps nothing.</summary>
internal sealed class InspectVerb : Verb
{
    // Often enough to see that it moves, seldom enough to be read.
    private static readonly TimeSpan _betweenProgress = TimeSpan.FromSeconds(2);

    public override string Name => "inspect";

    public override string Usage => "FILE|FOLDER... [--json]";

    public override string Purpose => "read evidence files into figures, without a database; 1 when one is broken";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var json = arguments.Flag("--json");
        var words = arguments.Every("FILE");
        arguments.Done();
        if (words.FirstOrDefault(w => !Path.Exists(w)) is { } missing)
        {
            throw arguments.Wrong($"'{missing}' does not exist.");
        }

        var files = words.SelectMany(FilesOf).ToList();
        var broken = 0;
        var nextProgress = DateTime.UtcNow + _betweenProgress;
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var (at, file) in files.Index())
        {
            ct.ThrowIfCancellationRequested();
            if (DateTime.UtcNow >= nextProgress)
            {
                Progress($"{at} of {files.Count} files read");
                nextProgress = DateTime.UtcNow + _betweenProgress;
            }

            var reading = Read(file);
            broken += reading.Error is null ? 0 : 1;
            await output.WriteLineAsync(json ? InspectAnswer.Json(reading) : InspectAnswer.Text(reading));
            await output.FlushAsync(ct);
        }

        Progress($"{Counted.Of(files.Count, "file")} read, {broken} broken");
        return broken == 0 ? Fine : AnswerIsNo;
    }

    private static FileReading Read(string file)
    {
        try
        {
            using var content = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
            return EvidenceReader.Read(content, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The others in the folder are still worth reading.
            return new FileReading { File = file, Error = $"The file cannot be opened: {problem.Message}" };
        }
    }

    // A link to a folder is not followed: it may lead round in a circle.
    private static IEnumerable<string> FilesOf(string word) => File.Exists(word)
        ? [word]
        : new FileSystemEnumerable<string>(
            word, (ref entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }.Order(StringComparer.Ordinal);
}
