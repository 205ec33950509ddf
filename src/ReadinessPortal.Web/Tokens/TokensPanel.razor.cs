using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Tokens;

/// <summary>The tokens of a launch; its manager makes and revokes them here.</summary>
public sealed partial class TokensPanel
{
    private ImmutableArray<ApiToken> _tokens = [];
    private bool _mayManage;
    private bool _isSending;
    private long? _read;
    private Guid? _asked;
    private Refusal? _refusal;
    private (string Name, string Secret)? _made;

    /// <summary>The launch as its reader sees it.</summary>
    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    /// <summary>Reads the list.</summary>
    [Inject]
    public required ListTokens List { get; init; }

    /// <summary>Makes one.</summary>
    [Inject]
    public required CreateToken Create { get; init; }

    /// <summary>Ends one.</summary>
    [Inject]
    public required RevokeToken Revoke { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read != View.Board.ChangeNumber)
        {
            _read = View.Board.ChangeNumber;
            _mayManage = Permissions.WhyNot(LaunchAction.ManageTokens, View.Me, View.Board) is null;
            await ReadAsync();
        }
    }

    private async Task ReadAsync() =>
        _tokens = _mayManage ? await List.RunAsync(View.Launch.Key, View.Viewer()) ?? [] : [];

    private async Task<Refusal?> CreateAsync(NewToken wanted)
    {
        var secret = TokenSecret.New();
        var outcome = await Create.RunAsync(View.Launch.Key, wanted, TokenSecret.Hash(secret), View.Viewer());
        if (outcome is Outcome.Done done)
        {
            _made = (done.Key!, secret);
            await ReadAsync();
            StateHasChanged();
        }

        return (outcome as Outcome.Refused)?.Refusal;
    }

    private async Task RevokeAsync(ApiToken token)
    {
        if (_isSending)
        {
            return; // the same press, twice
        }

        _isSending = true;
        try
        {
            _refusal = (await Revoke.RunAsync(View.Launch.Key, token.Name, View.Viewer()) as Outcome.Refused)?.Refusal;
            _asked = null;
            await ReadAsync();
        }
        finally
        {
            _isSending = false;
        }
    }

    private string Title(string category) =>
        View.Board.Facts.Categories.FirstOrDefault(c => c.Key == category)?.Title ?? category;

    private string Until(ApiToken token) =>
        $"{(token.ExpiresAt <= View.At ? "expired" : "expires")} {Format.Day(View.Launch.Day(token.ExpiresAt))}";

    private string Used(ApiToken token) =>
        token.LastUsedAt is { } used ? $"last used {Format.Day(View.Launch.Day(used))}" : "never used";
}
