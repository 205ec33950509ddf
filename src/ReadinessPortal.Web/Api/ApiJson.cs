using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReadinessPortal.Web.Api;

/// <summary>
/// How answers are written, over HTTP and from the command line alike: camelCase, enums as words, no nulls.
/// </summary>
public static class ApiJson
{
    /// <summary>For files and consoles: the same, with line breaks.</summary>
    public static JsonSerializerOptions Indented { get; } = CreateIndented();

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // The answers are JSON and nothing else (nosniff), so that letters can stay letters.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions CreateIndented()
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        Configure(options);
        return options;
    }
}
