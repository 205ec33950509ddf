using System.IO.Enumeration;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Reads files of evidence as the portal would, and keeps nothing.</summary>
internal sealed class InspectVerb : Verb
{
    // Every root of an operating system has less.
    private const int LargestPem = 1 << 20;

    // Often enough to see that it moves, seldom enough to be read.
    private static readonly TimeSpan _betweenProgress = TimeSpan.FromSeconds(2);

    public override string Name => "inspect";

    public override string Usage => "FILE|FOLDER... [--json] [--key FILE]... [--root FILE]...";

    public override string Purpose => "read evidence files into figures, without a database; 1 when one is broken";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var json = arguments.Flag("--json");
        var (keys, roots) = (arguments.Values("--key"), arguments.Values("--root"));
        var words = arguments.Every("FILE");
        arguments.Done();
        var trusted = Trusted(arguments, keys, roots);
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

            var reading = Read(file, trusted);
            broken += reading.Error is null ? 0 : 1;
            await output.WriteLineAsync(json ? InspectAnswer.Json(reading) : InspectAnswer.Text(reading));
            await output.FlushAsync(ct);
        }

        Progress($"{Counted.Of(files.Count, "file")} read, {broken} broken");
        return broken == 0 ? Fine : AnswerIsNo;
    }

    private static TrustedSigners Trusted(
        Arguments arguments, IReadOnlyList<string> keys, IReadOnlyList<string> roots)
    {
        var trusted = keys.Aggregate(TrustedSigners.None, (all, file) => Given(arguments, "--key", file, all.WithKeys));
        return roots.Aggregate(trusted, (all, file) => Given(arguments, "--root", file, all.WithRoots));
    }

    private static TrustedSigners Given(
        Arguments arguments, string option, string file, Func<string, TrustedSigners> with)
    {
        try
        {
            return new FileInfo(file).Length <= LargestPem ? with(File.ReadAllText(file))
                : throw arguments.Wrong($"{option} '{file}' is no PEM: it has more than {LargestPem >> 10} KB.");
        }
        catch (FormatException problem)
        {
            throw arguments.Wrong($"{option} '{file}' {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw arguments.Wrong($"{option} '{file}' cannot be opened: {problem.Message}");
        }
    }

    private static FileReading Read(string file, TrustedSigners trusted)
    {
        try
        {
            using var content = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
            return EvidenceReader.Read(content, file, trusted: trusted);
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
