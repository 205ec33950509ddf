using Microsoft.AspNetCore.Components;

namespace ReadinessPortal.Web.Sections;

/// <summary>A section with something to press, or too large to be sent whole for one cell: it draws itself when what it
/// shows is another object with other content.</summary>
public abstract class BoardSection : ComponentBase, IBoardSection
{
    private object?[]? _drawn;

    /// <summary>Everything the part shows, in any fixed order, each comparing by value.</summary>
    protected abstract object?[] Shown { get; }

    public int Drawn { get; private set; } = 1;

    // Not after rendering: that waits for the browser, and a page that follows at once would be drawn twice over.
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var set = base.SetParametersAsync(parameters);
        _drawn ??= Shown;
        return set;
    }

    protected override bool ShouldRender()
    {
        var shown = Shown;
        var differs = _drawn is not { } before || !before.SequenceEqual(shown);
        _drawn = shown;
        Drawn += differs ? 1 : 0;
        return differs;
    }
}
