using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>Whoever comes upon damaged bytes gets none of them, the alarm is raised and the audit has it.</summary>
public sealed class FindingDamage
{
    private const string Key = "e2e-test-results";
    private const string Page = $"/launches/{DemoPortal.Launch}/evidence/{Key}";
    private const string Api = $"/api/v1/launches/{DemoPortal.Launch}";
    private const string Entries = "select count(*) from audit_entries where action = 'EvidenceDamaged'";

    [Theory]
    [InlineData($"{Page}/content")]
    [InlineData($"{Api}/package.zip")]
    [InlineData($"{Api}/evidence.zip")]
    [InlineData(Page)]
    public async Task Whichever_way_it_is_read_it_is_an_alarm_and_one_entry(string path)
    {
        var log = new Heard();
        await using var portal = await DemoPortal.StartAsync(s => s.AddSingleton<ILogger<DamageAlarm>>(log));
        using var reader = await portal.SignedInAsync("auditor");
        await portal.DamageAsync(Key);

        await ReadAsync(reader, path);
        await ReadAsync(reader, path);

        log.Said.Should().NotBeEmpty().And
            .OnlyContain(s => s.Level == LogLevel.Critical && s.Event == "EvidenceDamaged");
        (await portal.ScalarAsync(Entries)).Should().Be(1L);
        (await portal.ScalarAsync(AuditChain.Breaks)).Should().Be(0L);
        (await reader.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}/audit", UriKind.Relative)))
            .Should().Contain("are damaged, part 1 of 1 is not what was received");
    }

    [Fact]
    public async Task The_page_of_the_file_says_so_until_it_is_restored_and_another_damage_is_another_entry()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var reader = await portal.SignedInAsync("auditor");
        var whole = await reader.GetByteArrayAsync(new Uri($"{Page}/content", UriKind.Relative));
        await portal.DamageAsync(Key);

        using var refused = await reader.GetAsync(new Uri($"{Page}/content", UriKind.Relative));
        var damaged = await reader.GetStringAsync(new Uri(Page, UriKind.Relative));
        await portal.RestoreAsync(Key);
        var restored = await reader.GetStringAsync(new Uri(Page, UriKind.Relative));
        var again = await reader.GetByteArrayAsync(new Uri($"{Page}/content", UriKind.Relative));
        await portal.ForgeAsync(Key);
        using var forged = await reader.GetAsync(new Uri($"{Page}/content", UriKind.Relative));

        refused.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        damaged.Should().Contain(">Damaged</dt>").And.Contain("part 1 of 1 is not what was received");
        restored.Should().NotContain(">Damaged</dt>");
        again.Should().Equal(whole);
        forged.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await portal.ScalarAsync(Entries)).Should().Be(2L);
        (await reader.GetStringAsync(new Uri(Page, UriKind.Relative))).Should()
            .Contain("the whole of its parts is not what was received");
    }

    [Fact]
    public async Task A_program_is_told_what_is_damaged()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var reader = await portal.SignedInAsync("auditor");
        await portal.DamageAsync(Key);

        using var answer = await reader.GetAsync(new Uri($"{Api}/package.zip", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.WhyAsync()).Should().Contain("are damaged: part 1 of 1").And.Contain("from a backup");
    }

    private static async Task ReadAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(
            new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        try
        {
            await answer.Content.ReadAsByteArrayAsync();
        }
        catch (HttpRequestException)
        {
            return; // it broke off, which is what it should do after the headers
        }
    }

    private sealed class Heard : ILogger<DamageAlarm>
    {
        public ConcurrentQueue<(LogLevel Level, string? Event)> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Said.Enqueue((logLevel, eventId.Name));
    }
}
