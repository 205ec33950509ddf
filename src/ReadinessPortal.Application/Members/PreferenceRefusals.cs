using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>A token is nobody who reads mails or pages.</summary>
public sealed record TokensPreferNothing : Refusal
{
    /// <inheritdoc/>
    public override string Text => "A token has no language and no time zone. Sign in as a person to choose.";
}

/// <summary>The portal does not write in it.</summary>
public sealed record NoSuchLanguage : Refusal
{
    /// <inheritdoc/>
    public override string Text => "The portal does not write mails in that language. Choose one of the list.";
}

/// <summary>This machine knows no zone of that name.</summary>
public sealed record NoSuchTimeZone(string Zone) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"'{Shortened.To(Preferences.ZoneLength, VisibleText.Line(Zone))}' is no time zone that this portal "
        + "knows. Choose one of the list.";
}
