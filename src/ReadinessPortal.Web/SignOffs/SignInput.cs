using System.Collections.Immutable;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Forms;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>A form that is signed, with what proves who sent it.</summary>
public abstract class SignedInput : PlainInput
{
    /// <summary>Empty where a passkey or the identity provider says who it is.</summary>
    public string? Password { get; set; }

    /// <summary>What the browser's passkey answered, as JSON; empty where it was not asked.</summary>
    public string? Passkey { get; set; }

    /// <summary>Of the authenticator app; empty where the signer has none.</summary>
    public string? Code { get; set; }

    internal SignerProof Proof => new(Password, Passkey, Code);
}

/// <summary>The signing form, as it was sent. It holds nothing but text until the rules have looked at it.</summary>
public sealed class SignInput : SignedInput
{
    public int Revision { get; set; }

    public string? Sha256 { get; set; }

    public string? Role { get; set; }

    /// <summary>Name of a <see cref="SignOffDecision"/>.</summary>
    public string? Decision { get; set; }

    public string? Comment { get; set => field = Lines(value); }

    public List<ConditionInput>? Conditions { get; set; }

    /// <summary>The button that asks for one more row of conditions was pressed, not the one that signs.</summary>
    public bool More { get; set; }

    public bool Is(SignOffDecision decision) => Decision == decision.ToString();
}

/// <summary>The form of the final decision, as it was sent.</summary>
public sealed class DecideInput : SignedInput
{
    public int Revision { get; set; }

    public string? Sha256 { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public string? Answer { get; set; }

    public string? Comment { get; set => field = Lines(value); }

    public string? OverrideReason { get; set => field = Lines(value); }

    /// <summary>What a YES would override, as the page listed it.</summary>
    public List<string>? Shown { get; set; }

    public List<ConditionInput>? Conditions { get; set; }

    public bool More { get; set; }
}

/// <summary>The form that confirms or revokes a YES, as it was sent.</summary>
public sealed class ReviewInput : SignedInput
{
    public int Revision { get; set; }

    /// <summary><c>confirm</c> or <c>revoke</c>.</summary>
    public string? Answer { get; set; }

    public string? Reason { get; set => field = Lines(value); }

    /// <summary>What had got worse, as the page listed it.</summary>
    public List<string>? Shown { get; set; }
}

public sealed class ConditionInput
{
    public string? Text { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>Key of the criterion it is about; empty for none.</summary>
    public string? Criterion { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Owner) && Due is null;

    public static ImmutableArray<ConditionDraft> Drafts(IEnumerable<ConditionInput>? rows) =>
    [
        .. (rows ?? []).Where(r => !r.IsEmpty).Select(r => new ConditionDraft(
            r.Text ?? "", r.Owner ?? "", r.Due, string.IsNullOrEmpty(r.Criterion) ? null : r.Criterion)),
    ];

    /// <summary>What was typed, and one empty row behind it where asked for or where there is none.</summary>
    public static List<ConditionInput> Rows(IEnumerable<ConditionInput>? typed, bool more)
    {
        var rows = (typed ?? []).Where(r => !r.IsEmpty).ToList();
        if (more || rows.Count == 0)
        {
            rows.Add(new());
        }

        return rows;
    }
}
