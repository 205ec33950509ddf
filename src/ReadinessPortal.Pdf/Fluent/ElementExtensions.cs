using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Fluent;

public static class ElementExtensions
{
    private const float UsualLeastSpace = 150;

    public static void Element(this IContainer parent, Action<IContainer> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(parent.Put(new Slot()));
    }

    public static IContainer Element(this IContainer parent, Func<IContainer, IContainer> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return handler(parent.Put(new Slot()));
    }

    public static IContainer Container(this IContainer element) => element.Put(new Slot());

    /// <summary>Leaves the content out where the surroundings are repeated on later pages.</summary>
    public static IContainer ShowOnce(this IContainer element) => element.Put(new ShowOnce());

    /// <summary>Shows the content only where the surroundings are repeated on later pages.</summary>
    public static IContainer SkipOnce(this IContainer element) => element.Put(new SkipOnce());

    /// <summary>Keeps the content on one page.</summary>
    public static IContainer ShowEntire(this IContainer element) => element.Put(new ShowEntire());

    /// <summary>Moves the content to the next page when less than this is left, in points.</summary>
    public static IContainer EnsureSpace(this IContainer element, float minHeight = UsualLeastSpace) =>
        element.Put(new EnsureSpace(minHeight));

    /// <summary>Shows what fits where the content begins, and nothing of it on later pages.</summary>
    public static IContainer StopPaging(this IContainer element) => element.Put(new StopPaging());

    /// <summary>Moves content that has to be broken to the next page, and breaks it there if need be.</summary>
    public static IContainer PreventPageBreak(this IContainer element) => element.Put(new PreventPageBreak());

    public static IContainer ShowIf(this IContainer element, bool condition) =>
        condition ? element.Put(new Slot()) : new Slot();

    public static void PageBreak(this IContainer element) => element.Put(new PageBreak());

    /// <summary>Names a part of the document, for links, page numbers and bookmarks.</summary>
    public static IContainer Section(this IContainer element, string sectionName) =>
        element.Put(new Section(sectionName));

    public static IContainer SectionLink(this IContainer element, string sectionName) =>
        element.Put(new SectionLink(sectionName));

    public static IContainer Hyperlink(this IContainer element, string url) => element.Put(new Hyperlink(url));

    public static IContainer DefaultTextStyle(this IContainer element, TextStyle textStyle) =>
        element.Put(new StyleScope(textStyle));

    public static IContainer DefaultTextStyle(this IContainer element, Func<TextStyle, TextStyle> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return element.Put(new StyleScope(handler(TextStyle.Default)));
    }

    /// <exception cref="InvalidOperationException">The place is taken.</exception>
    internal static T Put<T>(this IContainer parent, T child)
        where T : Element
    {
        ArgumentNullException.ThrowIfNull(parent);
        if (parent.Child is not null)
        {
            throw new InvalidOperationException(
                $"A {child.GetType().Name} cannot be put where a {parent.Child.GetType().Name} is already.");
        }

        parent.Child = child;
        return child;
    }
}

public static class ComponentExtensions
{
    public static void Component<T>(this IContainer element, T component)
        where T : IComponent
    {
        ArgumentNullException.ThrowIfNull(component);
        component.Compose(element.Put(new Slot()));
    }

    public static void Component<T>(this IContainer element)
        where T : IComponent, new() => element.Component(new T());
}
