using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
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
        conventions.Properties<EquatableMap<string>>()
            .HaveConversion<ValueText<EquatableMap<string>>, Entries>().HaveColumnType("jsonb");
        // Text and not jsonb: what was asked for is kept as it was written.
        conventions.Properties<EquatableArray<FactChange>>()
            .HaveConversion<ValueText<EquatableArray<FactChange>>, Elements<FactChange>>();
        conventions.Properties<GuardedAct>().HaveConversion<GuardedActText>();
        conventions.Properties<Release>().HaveConversion<ValueText<Release>>().HaveColumnType("jsonb");
        conventions.Properties<EvidenceValidity>().HaveConversion<ValueText<EvidenceValidity>>()
            .HaveColumnType("jsonb");
        conventions.Properties<EvidenceReading>().HaveConversion<ValueText<EvidenceReading>>().HaveColumnType("jsonb");
        conventions.Properties<ValidationRun>().HaveConversion<ValueText<ValidationRun>>().HaveColumnType("jsonb");
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

    private sealed class ValueText<T>() : ValueConverter<T, string>(
        v => JsonSerializer.Serialize(v, FactsJson.Options),
        s => JsonSerializer.Deserialize<T>(s, FactsJson.Options)!);

    // Left out is null, also where the record asks for a value.
    private sealed class GuardedActText() : ValueConverter<GuardedAct, string>(
        a => JsonSerializer.Serialize(a, FactsJson.Options), s => JsonSerializer.Deserialize<GuardedAct>(s, Lenient)!);

    private static JsonSerializerOptions Lenient { get; } =
        new(FactsJson.Options) { RespectRequiredConstructorParameters = false };

    private sealed class Elements<T>() : ValueComparer<EquatableArray<T>>(favorStructuralComparisons: false);

    private sealed class Entries() : ValueComparer<EquatableMap<string>>(favorStructuralComparisons: false);
}
