namespace ReadinessPortal.Reporting.Sections;

/// <summary>What stands on pages of one orientation; a table that is too wide for upright pages turns them.</summary>
/// <param name="IsWide">On pages in landscape.</param>
internal sealed record Stretch(bool IsWide, Action<ColumnDescriptor> Compose);
