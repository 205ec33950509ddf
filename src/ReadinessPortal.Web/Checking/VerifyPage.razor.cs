using Microsoft.AspNetCore.Components;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Checking;

/// <summary>Checks a file that somebody has; for everybody where the settings say so, else for who has signed in.
/// </summary>
public sealed partial class VerifyPage
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 64 << 20;

    // Key, fields and the lines between them.
    private const int RoomForTheRest = 1 << 20;
    private const string FileField = "file";
    private const string KeyField = "key";

    private CheckedFile? _found;
    private string? _refusal;
    private bool _isByKey;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal CheckFile Check { get; init; } = null!;

    [Inject]
    internal CheckTurns Turns { get; init; } = null!;

    [Inject]
    internal PortalSettings Settings { get; init; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; init; } = null!;

    private bool IsOpen => Settings.IsVerificationPublic || Http.User.Identity is { IsAuthenticated: true };

    protected override void OnInitialized()
    {
        if (!IsOpen)
        {
            Navigation.NavigateTo(Links.SignIn(Links.Verify));
        }
    }

    private async Task CheckAsync()
    {
        if (!IsOpen)
        {
            return;
        }

        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        if (form.Files[FileField] is not { Length: > 0 } file)
        {
            _refusal = "Choose a file: nothing was sent, or the file is empty.";
            return;
        }

        var (key, why) = await KeyAsync(form.Files[KeyField]);
        if (why is not null)
        {
            _refusal = why;
            return;
        }

        using var turn = Turns.TryTake();
        if (turn is null)
        {
            _refusal = "Many files are being verified. Nothing was checked: try again in a minute.";
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        _isByKey = key is not null;
        await using var bytes = file.OpenReadStream();
        _found = await Check.RunAsync(Path.GetFileName(file.FileName), bytes, key, Http.RequestAborted);
    }

    private async Task<(byte[]? Key, string? Why)> KeyAsync(IFormFile? file)
    {
        if (file is not { Length: > 0 })
        {
            return (null, null);
        }

        using var text = new StreamReader(file.OpenReadStream());
        var key = file.Length > PublicKeyFile.MostBytes ? null
            : PublicKeyFile.Read(await text.ReadToEndAsync(Http.RequestAborted));
        return key is null
            ? (null, "The key file holds no public key on P-256 in PEM. Ask that portal's owner for it, or leave it "
                + "out.")
            : (key, null);
    }
}
