using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.Web.Facts;

/// <summary>One field of a form while it is typed.</summary>
public sealed class FieldDraft(FactField field, string? value)
{
    private Draft<string?> _value = new(value);
    private (string? Text, bool IsKnown) _before;

    public FactField Field { get; } = field;

    public FieldInput Input { get; } = field.Input;

    /// <summary>May be left empty: choices offer nothing as well.</summary>
    public bool MayBeEmpty => !Field.IsRequired
        && (!Field.Type.IsValueType || Nullable.GetUnderlyingType(Field.Type) is not null);

    /// <summary>What is wrong with it, to follow its name; null while nobody said so.</summary>
    public string? Problem { get; set; }

    /// <summary>Who set what stands now, where it is another value than the one this edit began with.</summary>
    public FieldAuthor? Author { get; private set; }

    /// <summary>Longest text, in characters.</summary>
    public int Most { get; } = field.Most;

    public string? Text
    {
        get => _value.Mine;
        set
        {
            _value.Mine = string.IsNullOrEmpty(value) ? null : value.ReplaceLineEndings("\n");
            _before = default;
            Problem = null;
        }
    }

    public string? Base => _value.Base;

    public string? Theirs => _value.Theirs;

    public bool IsTouched => _value.IsTouched;

    public bool IsContested => _value.IsContested;

    public void Follow(string? now, FieldAuthor? author = null)
    {
        if (!IsTouched && now != Base)
        {
            _before = (Base, true);
        }

        _value.Follow(now);
        Author = IsContested ? author ?? Author : null;
    }

    /// <summary>
    /// What was typed while the value that stands now was on its way to the page: it started from the one before.
    /// </summary>
    public void TypeBefore(string? text)
    {
        var before = _before;
        Text = text;
        if (before.IsKnown)
        {
            _value.Restore(before.Text, Text);
        }
    }

    public void Take()
    {
        _value.Take();
        Problem = null;
    }

    public void Keep() => _value.Keep();

    /// <summary>What the browser kept of it.</summary>
    public void Restore(KeptDraft kept) => kept.Into(Field.Name, _value);

    /// <summary>Puts one into the list, or takes it out.</summary>
    public void Choose(string choice, bool isChosen)
    {
        var others = FactList.Of(Text).Remove(choice);
        Text = FactList.Text(isChosen ? others.Add(choice) : others);
    }

    /// <summary>What was sent stands now; what was typed since does not.</summary>
    public void Saved(string? sent)
    {
        var mine = _value.Mine;
        _value = new(sent?.Trim());
        if (mine != sent)
        {
            _value.Mine = mine;
        }
    }

    public void Discard()
    {
        _value = new(_value.IsContested ? _value.Theirs : _value.Base);
        Problem = null;
    }
}
