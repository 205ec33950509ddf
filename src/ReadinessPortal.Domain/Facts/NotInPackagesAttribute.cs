namespace ReadinessPortal.Domain.Facts;

/// <summary>It follows from what a package carries, and is made anew wherever one is taken in.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInPackagesAttribute : Attribute;
