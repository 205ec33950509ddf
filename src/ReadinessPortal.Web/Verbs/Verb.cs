using System.Collections.Immutable;
using Npgsql;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Verbs;

/// <summary>
/// What the program can be asked on its command line. Progress goes to standard error, results to standard output; the
/// exit status is 0 for fine, 1 for "it worked and the answer is no", 2 for bad input, with one line that says what to
/// do.
/// </summary>
public abstract class Verb
{
    public const int Fine = 0;
    public const int AnswerIsNo = 1;
    public const int BadInput = 2;

    /// <summary>Of a portal that was not told to stop.</summary>
    public const int Broken = 3;

    public static ImmutableArray<Verb> All { get; } =
        [
            new RunVerb(), new ImportVerb(), new ExportVerb(), new InspectVerb(), new UserVerb(), new TokenVerb(),
            new VerifyVerb(), new HealthVerb(), new MigrateVerb(), new SbomVerb(),
        ];

    public abstract string Name { get; }

    /// <summary>Arguments after the name: <c>FILE [--update]</c>.</summary>
    public abstract string Usage { get; }

    public abstract string Purpose { get; }

    protected abstract Task<int> RunAsync(Arguments arguments, CancellationToken ct);

    public static async Task<int> RunAsync(string[] words)
    {
        if (words is [] or ["help" or "verbs" or "--help" or "-h", ..])
        {
            await Console.Out.WriteAsync(Help());
            return Fine;
        }

        if (All.FirstOrDefault(v => v.Name == words[0]) is not { } verb)
        {
            return Say($"'{words[0]}' is not a verb: use one of {string.Join(", ", All.Select(v => v.Name))}.");
        }

        if (words.Contains("--help") || words.Contains("-h"))
        {
            await Console.Out.WriteLineAsync($"{verb.Name} {verb.Usage}\n{verb.Purpose}");
            return Fine;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await verb.RunAsync(new Arguments(words[1..], $"{verb.Name} {verb.Usage}".TrimEnd()), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Say("stopped before it was done; nothing was changed.");
        }
        catch (SettingsException problem)
        {
            return Say(string.Join("; ", problem.Problems));
        }
        catch (PackageException problem)
        {
            return Say(problem.OneLine);
        }
        catch (NpgsqlException problem)
        {
            return Say($"the database says: {problem.Message} Check ConnectionStrings:Portal and "
                + "ConnectionStrings:PortalOwner.");
        }
        catch (Exception problem)
        {
            return Say(problem.Message);
        }
    }

    protected static void Progress(string text) => Console.Error.WriteLine($"portal: {text}");

    /// <summary>
    /// A portal that answers and ends: nothing listens, and standard output stays the verb's. Its database is brought
    /// up to date first, so that a verb works before anybody has ever started the portal.
    /// </summary>
    protected static async Task<PortalApp> PreparedAsync(CancellationToken ct)
    {
        var portal = PortalApp.Create(new PortalStart { Serving = false });
        await portal.PrepareAsync(ct);
        return portal;
    }

    private static int Say(string problem)
    {
        Console.Error.WriteLine($"portal: {problem.ReplaceLineEndings(" ")}");
        return BadInput;
    }

    private static string Help()
    {
        var width = All.Max(v => v.Name.Length + v.Usage.Length) + 3;
        return string.Concat(All.Select(v => $"{$"{v.Name} {v.Usage}".PadRight(width)}{v.Purpose}\n"));
    }
}
