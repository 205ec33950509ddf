namespace ReadinessPortal.Testing;

/// <summary>
/// How long a test waits for what must come before it says that it hangs. It goes on as soon as it has come, so that a
/// busy machine needs no other number.
/// </summary>
internal static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>For a program, which may have to make and start a database server first.</summary>
    public static TimeSpan ProgramLimit { get; } = TimeSpan.FromMinutes(4);

    /// <summary>What ends when patience does.</summary>
    public static CancellationTokenSource Starts() => new(Limit);

    /// <summary>The same for a program.</summary>
    public static CancellationTokenSource StartsWithAProgram() => new(ProgramLimit);

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    /// <inheritdoc cref="UntilAsync(Func{bool})"/>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var late = Starts();
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), late.Token);
        }
    }
}
