using System.Collections.Concurrent;
using System.Text.Json;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What a portal logged, as JSON.</summary>
public sealed class LoggedLines : ILogEventSink
{
    private readonly ConcurrentQueue<string> _written = new();

    public string Text => string.Concat(_written);

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        new CompactJsonFormatter().Format(logEvent, line);
        _written.Enqueue(line.ToString());
    }

    public IEnumerable<JsonElement> All() => _written.Select(l => JsonDocument.Parse(l).RootElement);
}
