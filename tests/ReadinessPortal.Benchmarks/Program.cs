using ReadinessPortal.Benchmarks;

// Run by hand: eval "$(./portal db)"; dotnet run -c Release --project tests/ReadinessPortal.Benchmarks [NAME …]
// Figures are of one machine at one moment: quote ratios measured side by side, not single numbers. Peer says how
// another application is measured beside the portal, Settings how long everything takes.
Dictionary<string, Func<ResultTable, Task>> all = new(StringComparer.Ordinal)
{
    ["serving"] = Serving.RunAsync,
    ["statements"] = StatementsPerRequest.RunAsync,
    ["circuits"] = CircuitHeap.RunAsync,
    ["reach"] = ReachingEverybody.RunAsync,
    ["pdf"] = ReportTimes.RunAsync,
    ["reading"] = ReadingTimes.RunAsync,
    ["start"] = StartTime.RunAsync,
    ["edits"] = EditTimes.RunAsync,
    ["launches"] = ManyLaunches.RunAsync,
    ["register"] = LargeRegister.RunAsync,
    ["boards"] = BoardTimes.RunAsync,
};

var wanted = args.Length > 0 ? args : [.. all.Keys];
if (wanted.FirstOrDefault(name => !all.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'; there are {string.Join(", ", all.Keys)}.");
    return 2;
}

var table = new ResultTable();
var status = 0;
try
{
    foreach (var name in wanted)
    {
        Console.Error.WriteLine($"{name}…");
        try
        {
            await all[name](table);
        }
        catch (NotMeasuredException problem)
        {
            Console.Error.WriteLine($"{name}: {problem.Message}");
            status = 1;
        }
    }
}
finally
{
    Console.Write(table.IsEmpty ? "" : table);
    PublishedPortal.Clear();
}

return status;
