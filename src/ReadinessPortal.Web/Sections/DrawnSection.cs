using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ReadinessPortal.Web.Sections;

/// <summary>
/// A section with links and folds and nothing else to press. It is drawn once for everybody who looks at the same
/// board, into HTML that answers and open pages share: an open page keeps a reference, and no tree.
/// </summary>
public abstract class DrawnSection : IBoardSection
{
    private RenderHandle _handle;
    private string? _html;

    public int Drawn { get; private set; }

    /// <summary>What is shown, the same object for everybody: a drawing is kept as long as it is.</summary>
    protected abstract object Source { get; }

    void IComponent.Attach(RenderHandle renderHandle) => _handle = renderHandle;

    Task IComponent.SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var html = Drawings.Of(Source, GetType(), parameters, BuildRenderTree);
        if (html != _html)
        {
            _html = html;
            Drawn++;
            _handle.Render(Draw);
        }

        return Task.CompletedTask;
    }

    /// <summary>What Razor makes of the section's markup.</summary>
    protected virtual void BuildRenderTree(RenderTreeBuilder builder)
    {
    }

    private void Draw(RenderTreeBuilder builder) => builder.AddMarkupContent(0, _html);
}
