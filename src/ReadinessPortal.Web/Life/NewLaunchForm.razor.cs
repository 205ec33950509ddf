using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Life;

/// <summary>What a launch begins with: its head, and the launch whose shape it takes.</summary>
public sealed partial class NewLaunchForm
{
    private const string Like = "like";
    private const string Key = "key";
    private const string TimeZone = "timeZone";
    private const string Hypercare = "hypercareDays";

    private readonly ImmutableArray<Field> _fields =
    [
        new(Like, "Begin with", "", "", "text", false),
        new(Key, "Key",
            "Identifies the launch for good: capital letters, digits and hyphens, such as GA-2026-001.", ""),
        new("title", "Title", "As people call it.", ""),
        new("targetDate", "Target date", "The day it is to launch on. It can move later, with a reason.", "", "date"),
        new(TimeZone, "Time zone", "An IANA name; every time of the launch is shown in it.", "UTC"),
        new("classification", "Classification", "Who may read it; printed on every page of the report.", "Internal"),
        new(Hypercare, "Hypercare, days", "How long it is watched more closely after the launch.", "0", "number"),
        new("asOf", "As-of date",
            "For freshness and days to target, where the real day is not meant. Usually empty.",
            "", "date", false),
    ];

    private ImmutableArray<LaunchRow> _others = [];
    private ImmutableArray<LaunchProblem> _problems = [];
    private string? _refusal;
    private bool _isSending;

    /// <summary>Launches whose shape can be taken.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<LaunchRow> Others { get; set; }

    /// <summary>Under which the browser keeps what is typed.</summary>
    [Parameter, EditorRequired]
    public required DraftKey Draft { get; set; }

    /// <summary>Answers with why not, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<NewLaunch, Task<Refusal?>> Submit { get; set; }

    [Inject]
    public required DraftKeeper Keeper { get; init; }

    private string? this[string name]
    {
        get => Of(name).Mine;
        set => Of(name).Mine = value;
    }

    protected override void OnParametersSet() =>
        _others = [.. Others.OrderBy(o => o.Key, StringComparer.Ordinal)];

    private async Task SendAsync()
    {
        if (_isSending)
        {
            return; // the same press, twice
        }

        _isSending = true;
        try
        {
            var unread = Unread().ToList();
            Show(unread.Count == 0 ? await Submit(Wanted()) : new LaunchNotAcceptable(
                [.. unread, .. CreateLaunch.ProblemsOf(Wanted()).Where(p => !unread.Exists(u => u.Field == p.Field))]));
        }
        finally
        {
            _isSending = false;
        }

        if (_refusal is null && _problems.IsEmpty)
        {
            await Keeper.ClearAsync(Draft);
        }
    }

    private IEnumerable<LaunchProblem> Unread()
    {
        foreach (var name in (string[])["targetDate", "asOf"])
        {
            if (!string.IsNullOrEmpty(this[name]) && !Days.TryRead(this[name], out _))
            {
                yield return new(name, $"'{this[name]}' is no day; write it as 2027-03-01");
            }
        }

        if (!string.IsNullOrEmpty(this[Hypercare]) && !TryReadDays(this[Hypercare], out _))
        {
            yield return new(Hypercare, "give whole days");
        }
    }

    private NewLaunch Wanted() => new(
        Text(Key), Text("title"), Day("targetDate"), Text(TimeZone), Text("classification"),
        TryReadDays(this[Hypercare], out var days) ? days : 0,
        Day("asOf"), string.IsNullOrEmpty(this[Like]) ? null : this[Like]);

    // What cannot be read was said at its field.
    private DateOnly? Day(string name) => Days.TryRead(this[name], out var day) ? day : null;

    private static bool TryReadDays(string? text, out int days) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days);

    private void Show(Refusal? refusal)
    {
        _problems = refusal switch
        {
            LaunchNotAcceptable { Problems: var all } => all,
            LaunchExists { Key: var key } => [new(Key, $"{key} is taken; choose another")],
            _ => [],
        };
        var unplaced = _problems.Where(p => _fields.All(f => f.Name != p.Field))
            .Select(p => Shortened.Sentence(p.Text)).ToList();
        _refusal = unplaced.Count > 0 ? string.Join(" ", unplaced) : _problems.IsEmpty ? refusal?.Text : null;
    }

    private string? Problem(string field) => _problems.FirstOrDefault(p => p.Field == field)?.Text;

    private string Text(string name) => this[name] ?? "";

    private Draft<string?> Of(string name) => _fields.First(f => f.Name == name).Draft;

    private void Restore(KeptDraft kept)
    {
        foreach (var field in _fields)
        {
            kept.Into(field.Name, field.Draft);
        }
    }

    private void Discard()
    {
        foreach (var field in _fields)
        {
            field.Draft.Mine = field.Draft.Base;
        }
    }

    private sealed record Field(
        string Name, string Label, string Hint, string Start, string Type = "text", bool IsRequired = true)
    {
        public Draft<string?> Draft { get; } = new(Start.Length == 0 ? null : Start);
    }
}
