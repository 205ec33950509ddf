using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>Asks <see cref="PasswordRules"/> wherever the framework sets a password. The demo's is known to everybody.
/// </summary>
internal sealed class PasswordValidator : IPasswordValidator<PortalUser>
{
    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(!user.IsDemo && PasswordRules.WhyNot(password ?? "", user.UserName!, user.Name) is { } why
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordWillNotDo), Description = why })
            : IdentityResult.Success);
}
