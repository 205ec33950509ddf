using System.Security.Cryptography;
using System.Text.Json;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Changes;

/// <summary>What somebody asks to be done. The name of a request stands for exactly this, see
/// <see cref="Viewer.Request"/>.</summary>
/// <param name="Action">Null makes a launch.</param>
/// <param name="Content">Everything that decides what is done, in the order in which the use case takes it.</param>
internal sealed record LaunchAct(LaunchAction? Action, params object?[] Content)
{
    /// <summary>What is frozen, signed and decided is read inside the transaction that does it.</summary>
    public bool ReadsInside => Action is LaunchAction.Freeze or LaunchAction.Sign or LaunchAction.WithdrawSignOff
        or LaunchAction.Decide or LaunchAction.ReviewDecision;

    /// <returns>Lower-case SHA-256 of it as JSON; the same for whatever asks for the same.</returns>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new object?[] { Action, Content }, FactsJson.Options)));
}

internal static class LaunchActs
{
    public static LaunchAct Of(this LaunchAction action, object? first, params object?[] more) =>
        new(action, [first, .. more]);
}
