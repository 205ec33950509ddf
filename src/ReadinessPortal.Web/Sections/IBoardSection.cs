using Microsoft.AspNetCore.Components;

namespace ReadinessPortal.Web.Sections;

/// <summary>A part that shows a section of the board and nothing else, and draws itself only when that says something
/// else: a change redraws the one part it touches on every open page.</summary>
public interface IBoardSection : IComponent
{
    /// <summary>How often it drew itself.</summary>
    int Drawn { get; }
}
