using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Tokens;

/// <summary>A token that somebody wants.</summary>
/// <param name="Categories">Keys; empty for all.</param>
public sealed record NewToken(
    string Name, TokenScope Scope, EquatableArray<string> Categories, int Days = ApiToken.UsualDays);

/// <summary>Makes a token for a pipeline, which opens one launch and nothing else. It is never told the token itself,
/// so that nothing it writes can hold it.</summary>
public sealed partial class CreateToken(LaunchChanges launches)
{
    internal const string Created = "TokenCreated";

    /// <param name="key">Of the launch.</param>
    /// <param name="wanted">What the token is called and may do.</param>
    /// <param name="sha256">Of the token, see <see cref="TokenSecret"/>.</param>
    /// <param name="viewer">Whoever makes it.</param>
    /// <param name="ct">Gives up waiting.</param>
    public Task<Outcome> RunAsync(
        string key, NewToken wanted, byte[] sha256, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageTokens.Of(Created, wanted, sha256), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var name = wanted.Name.Trim();
            if ((Permissions.WhyNot(LaunchAction.ManageTokens, change.Actor, change.Board)
                ?? WhyNot(wanted with { Name = name }, change.Board)
                ?? (await change.StandingTokenAsync(name, ct) is null ? null : new TokenExists(name))) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Created, subject, ct);
            }

            var token = new ApiToken
            {
                LaunchId = change.LaunchId, Name = name, Sha256 = sha256, Scope = wanted.Scope,
                Categories = [.. wanted.Categories.Distinct()], CreatedAt = change.Now, CreatedBy = change.Actor.Name,
                CreatedById = change.Actor.UserId,
                ExpiresAt = change.Now.AddDays(wanted.Days),
            };
            change.Add(token);
            return await change.CommitAsync(new AuditEntry(Created, subject, Summary(token, change)), ct, name);
        }, ct);

    private static string Summary(ApiToken token, LaunchChange change) =>
        $"token {token.Name} made: {token.Scope.Word()}"
        + (token.Categories.IsEmpty ? "" : $" for {Counted.List([.. token.Categories])}")
        + $", until {Format.Day(change.Board.Launch.Day(token.ExpiresAt))}";

    private static Refusal? WhyNot(NewToken wanted, LaunchBoard board)
    {
        var known = board.Facts.Categories.Select(c => c.Key).ToList();
        return SeveralProblems.Of(
        [
            Plain().IsMatch(wanted.Name) ? null : new TokenNameNotKept(),
            wanted.Days is >= 1 and <= ApiToken.MostDays ? null : new TokenLastsTooLong(wanted.Days),
            wanted.Categories.IsEmpty || wanted.Scope == TokenScope.EvidenceWrite
                ? null
                : new CategoryWithoutWriting(wanted.Scope),
            .. wanted.Categories.Except(known, StringComparer.Ordinal)
                .Select(c => new NoSuchCategory(c, string.Join(", ", known))),
        ]);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")]
    private static partial Regex Plain();
}

/// <summary>Ends a token before its time: from the next request on it opens nothing.</summary>
public sealed class RevokeToken(LaunchChanges launches)
{
    internal const string Revoked = "TokenRevoked";

    /// <param name="key">Of the launch.</param>
    /// <param name="name">Of the token.</param>
    /// <param name="viewer">Whoever ends it.</param>
    /// <param name="ct">Gives up waiting.</param>
    public Task<Outcome> RunAsync(string key, string name, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageTokens.Of(Revoked, name), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var refusal = Permissions.WhyNot(LaunchAction.ManageTokens, change.Actor, change.Board);
            var token = refusal is null ? await change.StandingTokenAsync(name, ct) : null;
            if (token is null)
            {
                return await change.RefuseAsync(refusal ?? new NoSuchToken(name), Revoked, subject, ct);
            }

            change.Change(token, token with { RevokedAt = change.Now, RevokedBy = change.Actor.Name });
            return await change.CommitAsync(
                new AuditEntry(Revoked, subject, $"token {token.Name} revoked"), ct, token.Name);
        }, ct);
}

internal static class StandingTokens
{
    /// <summary>The token of that name which nobody has revoked; one that expired keeps its name until then.</summary>
    public static Task<ApiToken?> StandingTokenAsync(this LaunchChange change, string name, CancellationToken ct) =>
        change.Db.Set<ApiToken>()
            .FirstOrDefaultAsync(t => t.LaunchId == change.LaunchId && t.Name == name && t.RevokedAt == null, ct);
}
