using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.JSInterop;

namespace ReadinessPortal.Web.Drafts;

/// <summary>
/// Asks the browser for what its person typed and has not saved. The browser keeps it by itself (wwwroot/drafts.js)
/// for every named field inside an element with <c>data-draft</c>. A form seldom needs this class: a
/// <see cref="DraftNotice"/> inside the form does the asking; what is left is <see cref="ClearAsync"/> after saving a
/// form that then disappears, and <see cref="KeptAsync"/> to open editors that have something to give back.
/// </summary>
/// <remarks>Only while the page is interactive: not before the first <c>OnAfterRender</c>.</remarks>
public sealed class DraftKeeper(IJSRuntime js, ILogger<DraftKeeper> log)
{
    /// <summary>Of all that one form keeps, in bytes: more than a browser stores.</summary>
    private const int LongestDraft = 8 << 20;

    private readonly Dictionary<DraftKey, int> _open = [];

    /// <summary>A form has left the page, and perhaps with something that was typed and not saved.</summary>
    public event Action<DraftKey>? Closed;

    /// <summary>What is kept under the key is saved or discarded, and the browser is about to forget it.</summary>
    public event Action<DraftKey>? Cleared;

    /// <summary>Of the forms that stand on the page.</summary>
    public ImmutableHashSet<DraftKey> Open => [.. _open.Keys];

    internal void Opens(DraftKey key) => _open[key] = _open.GetValueOrDefault(key) + 1;

    internal void Closes(DraftKey key)
    {
        // A form that is drawn at another place stands twice for a moment.
        if (_open.GetValueOrDefault(key) > 1)
        {
            _open[key]--;
        }
        else if (_open.Remove(key))
        {
            Closed?.Invoke(key);
        }
    }

    /// <summary>What was typed under the key, or null: nothing, too old, or a browser that keeps nothing.</summary>
    /// <param name="isNew">Its form was just drawn: what somebody began to type there meanwhile reaches the circuit by
    /// itself, and is not given back over what they have typed since.</param>
    public async Task<KeptDraft?> RestoreAsync(DraftKey key, bool isNew)
    {
        try
        {
            await using var kept = await js.InvokeAsync<IJSStreamReference?>(
                "portalDrafts.read", key.ToString(), isNew);
            if (kept is null)
            {
                return null;
            }

            await using var stream = await kept.OpenReadStreamAsync(LongestDraft);
            return await ReadAsync(stream);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return null;
        }
    }

    /// <summary>Forgets what was typed under the key: it is saved or discarded.</summary>
    public async Task ClearAsync(DraftKey key)
    {
        Cleared?.Invoke(key);
        await CallAsync("portalDrafts.clear", key.ToString());
    }

    /// <summary>
    /// The keys, as text, under which something is kept and that begin with <paramref name="prefix"/>, for editors
    /// that stand closed: compare with <c>key.ToString()</c>.
    /// </summary>
    public async Task<ImmutableHashSet<string>> KeptAsync(string prefix)
    {
        try
        {
            return [.. await js.InvokeAsync<string[]?>("portalDrafts.newest", prefix) ?? []];
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return [];
        }
    }

    /// <summary>
    /// Puts the cursor back where it was when the page had to be loaded again, if that was in this form.
    /// </summary>
    internal Task FocusAsync(DraftKey key) => CallAsync("portalDrafts.focus", key.ToString());

    private async Task CallAsync(string function, string key)
    {
        try
        {
            await js.InvokeVoidAsync(function, key);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return; // the page is gone, and what it kept is asked for when it comes back
        }
    }

    private static async Task<KeptDraft?> ReadAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        if (bytes.Length == 0)
        {
            return null;
        }

        var kept = JsonSerializer.Deserialize<InBrowser>(bytes.ToArray(), JsonSerializerOptions.Web);
        return kept?.Fields is { Count: > 0 } fields
            ? new KeptDraft(
                DateTimeOffset.FromUnixTimeMilliseconds(kept.At),
                fields.Where(f => f.Value is [not null, not null])
                    .ToImmutableSortedDictionary(
                        f => f.Key,
                        f => new KeptField(f.Value[0], f.Value[1]) { Label = LabelOf(kept, f.Key) },
                        StringComparer.Ordinal),
                kept.Request)
            : null;
    }

    // What the browser hands over is the browser's: anything unexpected is no draft, and never a broken page.
    private bool IsGone(Exception problem)
    {
        if (problem is JSException or JsonException or ArgumentOutOfRangeException)
        {
            log.LogWarning(problem, "The browser could not hand over a draft.");
            return true;
        }

        return problem is JSDisconnectedException or OperationCanceledException or TimeoutException;
    }

    private static string? LabelOf(InBrowser kept, string field) =>
        kept.Labels?.GetValueOrDefault(field) is { Length: > 0 } label ? label : null;

    private sealed record InBrowser(
        long At, Dictionary<string, string[]>? Fields, Dictionary<string, string?>? Labels, Guid? Request);
}
