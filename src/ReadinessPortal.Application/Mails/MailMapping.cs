using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Mails;

internal static class MailMapping
{
    /// <summary>Nobody is told the same of the same thing twice, whoever asks for it and however often.</summary>
    public const string Once = "ix_mails_once";

    public static void MapMails(this ModelBuilder model)
    {
        var mail = model.Entity<Mail>().ToTable("mails");
        mail.HasKey(m => m.Id);
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Thing).HasMaxLength(MailThing.Length);
        mail.HasOne<Launch>().WithMany().HasForeignKey(m => m.LaunchId).OnDelete(DeleteBehavior.Restrict);
        mail.HasIndex(m => new { m.LaunchId, m.UserId, m.Kind, m.Thing }).IsUnique().HasDatabaseName(Once);
        mail.HasIndex(m => m.DueAt).HasFilter("state in ('Waiting', 'Sending')");
        mail.HasIndex(m => m.QueuedAt);
        mail.HasIndex(m => m.Batch);

        var choice = model.Entity<MailChoice>().ToTable("mail_choices");
        choice.HasKey(c => c.UserId);
        choice.Property(c => c.UserId).ValueGeneratedNever();
    }
}
