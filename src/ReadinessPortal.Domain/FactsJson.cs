using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain;

/// <summary>
/// How facts and derived values are written as JSON, in revisions, packages and the API alike: camelCase keys, enums as
/// words, decimals and quantities as text without trailing zeros, instants in UTC to the microsecond, nulls left out.
/// An unknown key is an error.
/// </summary>
public static class FactsJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            TypeInfoResolverChain = { new EquatableJson(), new DefaultJsonTypeInfoResolver() },
            AllowOutOfOrderMetadataProperties = true, // canonical JSON sorts them among the others
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new TextConverter<Quantity>(s => Quantity.Parse(s), q => q.ToString()),
                new TextConverter<DateSpec>(s => DateSpec.Parse(s), d => d.ToString()),
                new TextConverter<SubjectRef>(s => SubjectRef.Parse(s), s => s.ToString()),
                new TextConverter<FactPath>(s => FactPath.Parse(s), p => p.ToString()),
                new TextConverter<decimal>(
                    s => decimal.Parse(s, NumberStyles.Float, CultureInfo.InvariantCulture),
                    d => d.ToString("0.############################", CultureInfo.InvariantCulture)),
                new TextConverter<DateTimeOffset>(
                    s => DateTimeOffset.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                    t => t.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private sealed class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.Number
                ? JsonElement.ParseValue(ref reader).GetRawText()
                : reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} may not be null.");
            try
            {
                return read(text);
            }
            catch (Exception problem) when (problem is FormatException or OverflowException)
            {
                throw new JsonException(problem.Message, problem);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
