namespace ReadinessPortal.Domain.Launches;

public enum SubjectKind
{
    Launch, Category, Criterion, Gate, Register, RegisterRow, Drill, Risk, Item, Milestone, Narrative, Evidence, Claim,
    Figure, Role, Revision, Condition, Waiver, User, SealingKey,
}

/// <summary>
/// Names one thing of a launch: <c>criterion:load-testing</c>, <c>registerRow:budget/aws</c>. Written so in packages,
/// revisions and links.
/// </summary>
public readonly record struct SubjectRef(SubjectKind Kind, string Key) : IParsable<SubjectRef>
{
    /// <summary>Longest text of one that is read.</summary>
    private const int MostLetters = 300;

    public override string ToString() => $"{char.ToLowerInvariant(Kind.ToString()[0])}{Kind.ToString()[1..]}:{Key}";

    public static SubjectRef Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var subject)
            ? subject
            : throw new FormatException($"'{s}' names no subject; write kind:key, for example criterion:load-testing.");

    public static bool TryParse(string? s, IFormatProvider? provider, out SubjectRef result)
    {
        result = default;
        if (s?.IndexOf(':', StringComparison.Ordinal) is not ({ } colon and > 0) || colon == s.Length - 1
            || s.Length > MostLetters || s.Any(char.IsControl) || !char.IsLower(s[0])
            || !Enum.TryParse<SubjectKind>(s[..colon], ignoreCase: true, out var kind))
        {
            return false;
        }

        result = new(kind, s[(colon + 1)..]);
        return true;
    }
}
