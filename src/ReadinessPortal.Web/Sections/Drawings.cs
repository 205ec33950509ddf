using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace ReadinessPortal.Web.Sections;

/// <summary>Drawn sections, each drawn once for what it shows.</summary>
internal static class Drawings
{
    /// <summary>Of one source: where something is new at every drawing, it is forgotten sooner or later.</summary>
    private const int Most = 1000;

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<Asked, string>> _kept = [];

    /// <summary>The section as HTML, as it is prerendered.</summary>
    /// <param name="source">What is shown; the drawing is forgotten with it.</param>
    /// <param name="parameters">All that tells one drawing of the source from another.</param>
    public static string Of(object source, Type section, ParameterView parameters, RenderFragment content)
    {
        var drawings = _kept.GetValue(source, _ => new());
        var asked = new Asked(section, Values(parameters));
        if (drawings.TryGetValue(asked, out var known))
        {
            return known;
        }

        if (drawings.Count >= Most)
        {
            drawings.Clear();
        }

        return drawings.GetOrAdd(asked, Draw(content));
    }

    private static ImmutableArray<object?> Values(ParameterView parameters)
    {
        var values = ImmutableArray.CreateBuilder<object?>();
        foreach (var parameter in parameters)
        {
            values.Add(parameter.Value);
        }

        return values.DrainToImmutable();
    }

    // Without services: what is drawn follows from the parameters alone. Nothing in it waits, so it is done at once.
    private static string Draw(RenderFragment content)
    {
        using var renderer = new HtmlRenderer(NoServices.Instance, NullLoggerFactory.Instance);
        var drawing = renderer.Dispatcher.InvokeAsync(() => renderer.BeginRenderingComponent<Drawn>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Drawn.Content)] = content }))
            .ToHtmlString());
        return drawing.GetAwaiter().GetResult();
    }

    private sealed class Drawn : ComponentBase
    {
        [Parameter]
        public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => Content?.Invoke(builder);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }

    /// <summary>A section with what it was given.</summary>
    private readonly struct Asked(Type section, ImmutableArray<object?> values) : IEquatable<Asked>
    {
        private readonly Type _section = section;
        private readonly ImmutableArray<object?> _values = values;

        public bool Equals(Asked other) =>
            _section == other._section && _values.AsSpan().SequenceEqual(other._values.AsSpan());

        public override bool Equals(object? obj) => obj is Asked other && Equals(other);

        // What is large is compared and not hashed: the source has told most of it already.
        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_section);
            foreach (var value in _values)
            {
                hash.Add(value is string or ValueType ? value : null);
            }

            return hash.ToHashCode();
        }
    }
}
