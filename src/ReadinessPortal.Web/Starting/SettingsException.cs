using System.Collections.Immutable;

namespace ReadinessPortal.Web.Starting;

/// <summary>The portal cannot start with these settings. Each problem names the exact setting and what to do.</summary>
public sealed class SettingsException(ImmutableArray<string> problems) : Exception(string.Join(" ", problems))
{
    public ImmutableArray<string> Problems { get; } = problems;
}
