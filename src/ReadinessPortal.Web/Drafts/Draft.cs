namespace ReadinessPortal.Web.Drafts;

/// <summary>
/// A value while somebody edits it. A board that changes meanwhile moves it only while it is untouched; otherwise the
/// person sees both values and chooses.
/// </summary>
public sealed class Draft<T>(T value)
{
    private bool _isKept; // against what stands now

    /// <summary>The value the edit started from.</summary>
    public T Base { get; private set; } = value;

    public T Mine { get; set; } = value;

    /// <summary>Somebody else changed the value to <see cref="Theirs"/> while it was being edited here.</summary>
    public bool IsContested { get; private set; }

    public T Theirs { get; private set; } = value;

    public bool IsTouched => !Same(Mine, Base);

    /// <summary>The board now says <paramref name="now"/>.</summary>
    public void Follow(T now)
    {
        _isKept &= Same(Theirs, now);
        Theirs = now;
        if (IsTouched && !Same(Mine, now))
        {
            IsContested = !Same(now, Base);
            return;
        }

        Base = Mine = now;
        IsContested = false;
    }

    /// <summary>
    /// Goes on with an edit that was begun before the page was last loaded: it started from <paramref name="start"/>
    /// and came as far as <paramref name="mine"/>. If the board has moved since, both values are there to choose from,
    /// unless that was chosen already.
    /// </summary>
    public void Restore(T start, T mine)
    {
        if (_isKept && Same(Mine, mine))
        {
            return;
        }

        (Base, Mine) = (start, mine);
        Follow(Theirs);
    }

    /// <summary>Gives up the own value.</summary>
    public void Take()
    {
        Base = Mine = Theirs;
        IsContested = _isKept = false;
    }

    /// <summary>Keeps the own value, knowing the other.</summary>
    public void Keep()
    {
        Base = Theirs;
        IsContested = false;
        _isKept = true;
    }

    private static bool Same(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
}
