using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>Makes explanations that stay small enough to be stored and shown, whatever they were made of.</summary>
internal static class Explanations
{
    /// <summary>Deepest tree; what lies below is found at the figure it belongs to.</summary>
    public const int MaximumDepth = 8;

    /// <summary>Most nodes of one tree, before the parts lose their own parts.</summary>
    public const int MaximumSize = 400;

    public static Explanation Fact(string label, FigureValue value, SubjectRef? subject = null) =>
        new(label, Shown(value), [], subject);

    public static Explanation Made(
        string label, FigureValue value, IEnumerable<Explanation> parts, string how, SubjectRef? subject = null)
    {
        ImmutableArray<Explanation> all = [.. parts];
        return all.Any(p => Depth(p) >= MaximumDepth) || all.Sum(Size) > MaximumSize
            ? new(label, Shown(value), [.. all.Select(p => p with { Parts = [] })], subject, how)
            : new(label, Shown(value), all, subject, how);
    }

    private static string Shown(FigureValue value) => value is FigureValue.Blank ? Format.NotKnown : value.Shown;

    private static int Depth(Explanation why) => why.Parts.IsEmpty ? 1 : 1 + why.Parts.Max(Depth);

    private static int Size(Explanation why) => 1 + why.Parts.Sum(Size);
}
