using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Web.Demo;
using Serilog.Core;
using Serilog.Events;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>Reads every line a portal logs while tests use it: none may hold what is nobody's to read there.</summary>
public sealed partial class LogWatch : ILogEventSink
{
    private const int MostKept = 20;

    private readonly ConcurrentQueue<string> _found = new();

    public void Emit(LogEvent logEvent)
    {
        Read(string.Join('\n', logEvent.Properties.Select(p => $"{p.Key}: {p.Value}")
            .Prepend(logEvent.RenderMessage(null)).Append(logEvent.Exception?.ToString())));
    }

    /// <summary>What a portal in a process of its own wrote.</summary>
    public void Read(string text)
    {
        if (Forbidden().Match(text) is { Success: true } forbidden && _found.Count < MostKept)
        {
            _found.Enqueue($"{forbidden.Value}\n  in {text}");
        }
    }

    /// <exception cref="InvalidOperationException">A line held a secret, an address, or evidence.</exception>
    public void Check()
    {
        if (!_found.IsEmpty)
        {
            throw new InvalidOperationException($"The log holds what it must not: {string.Join('\n', _found)}");
        }
    }

    // Passwords of tests, links, tokens of ours and of identity providers, addresses of mail, and what the files that
    // tests attach are full of.
    [GeneratedRegex(
        $"{DemoPersonas.Password}|kettle marble|/account/link/[-_A-Za-z0-9]{{20}}"
        + $"|{TokenSecret.Prefix}[-_A-Za-z0-9]{{20}}"
        + @"|\beyJ[-_A-Za-z0-9]{20}|[\w.+-]+@[\w-]+\.(example|com|org)\b|<testsuite|<testcase|PRIVATE KEY"
        + "|runbook was walked", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
