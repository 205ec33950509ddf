namespace ReadinessPortal.Application;

/// <summary>Which part of a long list is shown.</summary>
/// <param name="Count">Of everything in the list.</param>
/// <param name="Size">Most on one page.</param>
/// <param name="Asked">The page that was asked for, from 1; beyond the last page the last is given.</param>
public readonly record struct Paging(int Count, int Size, int Asked)
{
    /// <summary>At least 1.</summary>
    public int Pages => Count <= 0 ? 1 : ((Count - 1) / Size) + 1;

    public int Page => Math.Clamp(Asked, 1, Pages);

    /// <summary>How many stand on the pages before.</summary>
    public int Before => (Page - 1) * Size;

    /// <summary>The page on which the thing at this place of the list stands.</summary>
    /// <param name="index">From 0; what is in no list (-1) stands on the first page.</param>
    public static int PageOf(int index, int size) => (Math.Max(index, 0) / size) + 1;

    /// <summary>What is shown of the list.</summary>
    public IEnumerable<T> Shown<T>(IEnumerable<T> all) => all.Skip(Before).Take(Size);
}
