using ReadinessPortal.Benchmarks;

// Run by hand: eval "$(./portal db)"; dotnet run -c Release --project tests/ReadinessPortal.Benchmarks [NAME …]
// Figures are of one machine at one moment: quote ratios measured side by side, not single numbers.
Dictionary<string, Func<Task>> all = new(StringComparer.Ordinal)
{
    ["pdf"] = ReportTimes.RunAsync,
    ["boards"] = BoardTimes.RunAsync,
    ["pages"] = PageTimes.RunAsync,
    ["circuits"] = CircuitHeap.RunAsync,
    ["reach"] = ReachingEverybody.RunAsync,
    ["start"] = StartTime.RunAsync,
};

var wanted = args.Length > 0 ? args : [.. all.Keys];
if (wanted.FirstOrDefault(name => !all.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'; there are {string.Join(", ", all.Keys)}.");
    return 2;
}

foreach (var name in wanted)
{
    await all[name]();
}

return 0;
