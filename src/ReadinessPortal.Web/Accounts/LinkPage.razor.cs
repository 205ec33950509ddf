using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Accounts;

/// <summary>Where a link to an account leads. To open it changes nothing; to choose a password signs nobody in.
/// </summary>
public sealed partial class LinkPage
{
    private OpenLink? _link;
    private Refusal? _refusal;
    private bool _isDone;
    private string? _userName;

    [Parameter]
    public required string Secret { get; set; }

    [Inject]
    internal AccountLinks Links { get; init; } = null!;

    [SupplyParameterFromForm]
    public ChoiceForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _link = await Links.FindAsync(Secret);
    }

    private async Task ChooseAsync()
    {
        if (Form!.Password != Form.Again)
        {
            _refusal = new PasswordsDiffer();
            return;
        }

        _refusal = await Links.UseAsync(Secret, new(Form.Password ?? "", Form.UserName, Form.Name));
        _isDone = _refusal is null;
        _userName = _link?.UserName ?? Form.UserName?.Trim();
        if (_refusal is LinkIsOver)
        {
            _link = null;
        }
    }

    /// <summary>What somebody chooses.</summary>
    public sealed class ChoiceForm
    {
        /// <summary>Of the first administrator.</summary>
        public string? Name { get; set; }

        /// <summary>Of the first administrator.</summary>
        public string? UserName { get; set; }

        /// <summary>As it is to be.</summary>
        public string? Password { get; set; }

        /// <summary>The same.</summary>
        public string? Again { get; set; }
    }
}
