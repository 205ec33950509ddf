using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.SignOffs;

internal static class SignOffMapping
{
    public const string OneStandingPerRole = "pk_standing_sign_offs";
    public const string OneRolePerPerson = "ix_standing_sign_offs_one_role_per_person";

    public static void MapSignOffs(this ModelBuilder model)
    {
        // A sign-off row is never touched again: a withdrawal is a row of its own, and the board joins the two.
        var signOff = model.Recorded<SignOff>("sign_offs");
        signOff.Ignore(s => s.WithdrawnAt);
        signOff.Ignore(s => s.WithdrawnReason);
        signOff.HasIndex(s => s.LaunchId);

        var withdrawal = model.Launched<SignOffWithdrawal>("sign_off_withdrawals");
        withdrawal.HasIndex(w => w.SignOffId).IsUnique();
        withdrawal.HasOne<SignOff>().WithMany().HasForeignKey(w => w.SignOffId).OnDelete(DeleteBehavior.Restrict);

        // Filled and emptied by triggers of the two tables above with the owner's rights, so that one standing sign-off
        // per role is decided by a primary key although sign-offs can only be inserted.
        var standing = model.Entity<StandingSignOff>().ToTable("standing_sign_offs");
        standing.HasKey(s => new { s.LaunchId, s.Revision, s.Role }).HasName(OneStandingPerRole);
        standing.HasIndex(s => new { s.LaunchId, s.Revision, s.UserId }).IsUnique().HasDatabaseName(OneRolePerPerson);
        standing.HasOne<SignOff>().WithMany().HasForeignKey(s => s.SignOffId).OnDelete(DeleteBehavior.Restrict);
        standing.HasOne<Launch>().WithMany().HasForeignKey(s => s.LaunchId).OnDelete(DeleteBehavior.Restrict);

        var condition = model.Launched<Condition>("conditions");
        condition.HasOne<SignOff>().WithMany().HasForeignKey(c => c.SignOffId).OnDelete(DeleteBehavior.Restrict);

        var decision = model.Launched<FinalDecision>("final_decisions");
        decision.HasOne<SignOff>().WithMany().HasForeignKey(d => d.SignOffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed record SignOffWithdrawal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required Guid SignOffId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    public required Guid ById { get; init; }
}

internal sealed record StandingSignOff
{
    public required Guid LaunchId { get; init; }

    public required int Revision { get; init; }

    public required string Role { get; init; }

    public required Guid UserId { get; init; }

    public required Guid SignOffId { get; init; }
}
