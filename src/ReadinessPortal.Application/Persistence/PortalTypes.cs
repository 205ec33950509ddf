using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Persistence;

/// <summary>How the domain's value types are stored.</summary>
internal static class PortalTypes
{
    private const int QuantityLength = 80;
    private const int EnumLength = 24;
    private const int TicksPerMicrosecond = 10;

    public static void AddPortalTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Quantity>().HaveConversion<QuantityText>().HaveMaxLength(QuantityLength);
        conventions.Properties<DateSpec>().HaveConversion<DateText>().HaveMaxLength(QuantityLength);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
        conventions.Properties<EquatableArray<string>>().HaveConversion<TextArray, Elements<string>>();
        conventions.Properties<EquatableArray<SubjectRef>>().HaveConversion<SubjectArray, Elements<SubjectRef>>();
        conventions.Properties<EquatableArray<Guid>>().HaveConversion<GuidArray, Elements<Guid>>();
        conventions.Properties<ImmutableSortedDictionary<string, string>>()
            .HaveConversion<JsonText, Cells>().HaveColumnType("jsonb");
        conventions.Properties<EquatableArray<FactChange>>().HaveConversion<FactChangesText, Elements<FactChange>>();
        conventions.Properties<GuardedAct>().HaveConversion<GuardedActText>();
        conventions.Properties<Release>().HaveConversion<ValueText<Release>>().HaveColumnType("jsonb");
        conventions.Properties<DecisionLine>().HaveConversion<ValueText<DecisionLine>>().HaveColumnType("jsonb");
        conventions.Properties<LiveState>().HaveConversion<ValueText<LiveState>>().HaveColumnType("jsonb");
    }

    public static void StoreEnumsAsText(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
            {
                property.SetProviderClrType(typeof(string));
                property.SetMaxLength(EnumLength);
            }
        }
    }

    /// <summary>PostgreSQL keeps microseconds, .NET tenths of them: what is hashed must be what comes back.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TicksPerMicrosecond));
    }

    private sealed class QuantityText()
        : ValueConverter<Quantity, string>(q => q.ToString(), s => Quantity.Parse(s, null));

    private sealed class DateText() : ValueConverter<DateSpec, string>(d => d.ToString(), s => DateSpec.Parse(s, null));

    private sealed class UtcMicroseconds()
        : ValueConverter<DateTimeOffset, DateTimeOffset>(t => t.ToMicroseconds(), t => t);

    private sealed class TextArray() : ValueConverter<EquatableArray<string>, string[]>(
        a => a.ToArray(), s => EquatableArrays.Create<string>(s));

    private sealed class GuidArray() : ValueConverter<EquatableArray<Guid>, Guid[]>(
        a => a.ToArray(), s => EquatableArrays.Create<Guid>(s));

    private sealed class SubjectArray() : ValueConverter<EquatableArray<SubjectRef>, string[]>(
        a => a.Select(s => s.ToString()).ToArray(), s => s.Select(t => SubjectRef.Parse(t, null)).ToImmutableArray());

    private sealed class JsonText() : ValueConverter<ImmutableSortedDictionary<string, string>, string>(
        c => JsonSerializer.Serialize(c, FactsJson.Options), s => ReadCells(s));

    private sealed class ValueText<T>() : ValueConverter<T, string>(
        v => JsonSerializer.Serialize(v, FactsJson.Options),
        s => JsonSerializer.Deserialize<T>(s, FactsJson.Options)!);

    // Text and not jsonb: what was asked for is kept as it was written.
    private sealed class FactChangesText() : ValueConverter<EquatableArray<FactChange>, string>(
        c => JsonSerializer.Serialize(c, FactsJson.Options),
        s => JsonSerializer.Deserialize<EquatableArray<FactChange>>(s, FactsJson.Options));

    // Left out is null, also where the record asks for a value.
    private sealed class GuardedActText() : ValueConverter<GuardedAct, string>(
        a => JsonSerializer.Serialize(a, FactsJson.Options), s => JsonSerializer.Deserialize<GuardedAct>(s, Lenient)!);

    private static JsonSerializerOptions Lenient { get; } =
        new(FactsJson.Options) { RespectRequiredConstructorParameters = false };

    private sealed class Elements<T>() : ValueComparer<EquatableArray<T>>(favorStructuralComparisons: false);

    private sealed class Cells() : ValueComparer<ImmutableSortedDictionary<string, string>>(
        (a, b) => (a == null) == (b == null) && (a == null || a.SequenceEqual(b!)), c => c.Count, c => c);

    private static ImmutableSortedDictionary<string, string> ReadCells(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, FactsJson.Options)!
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
