using MimeKit;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Mails.Words;

namespace ReadinessPortal.Web.Mails;

/// <summary>
/// Hands what is due in the outbox to the mail server, one message after the other. Several portals may do so at once:
/// see <see cref="Outbox"/> for what that, a crash and a lost answer can do.
/// </summary>
internal sealed class MailSender(
    Outbox outbox, OutgoingMail queue, LetterWriter letters, MailAddresses addresses, ChoosePreferences preferences,
    MailSettings settings, TimeProvider time, ILogger<MailSender> log)
    : SteadyService(time, log)
{
    private const string NoAddress = "no mail address is known";

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(15);

    /// <summary>What is being handed over when the portal stops has so long to end.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time;

    public override string Work => "Sending mail";

    /// <summary>Sends until nothing is due.</summary>
    /// <exception cref="MailNotTakenException">The server is in trouble: the rest waits.</exception>
    public async Task SendDueAsync(CancellationToken stopping)
    {
        await using var line = new SmtpLine(settings);
        while (!stopping.IsCancellationRequested && await outbox.TakeAsync(stopping) is { } batch)
        {
            await HandOverAsync(line, batch, stopping);
        }
    }

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await SendDueAsync(stopping);
        Works();
        await queue.WaitAsync(_every, stopping);
    }

    private async Task HandOverAsync(SmtpLine line, MailBatch batch, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource();
        await using var stops = stopping.Register(() => late.CancelAfter(_grace));
        try
        {
            if (await addresses.FindAsync(batch.UserId, late.Token) is not { Address: { } address } recipient)
            {
                await outbox.KeepAsync(batch, NoAddress, late.Token);
                return;
            }

            var reader = Reader.Of(recipient.Person, await preferences.FindAsync(batch.UserId, late.Token));
            var overtaken = new Dictionary<Guid, string>();
            var written = new List<Letter>();
            foreach (var mail in batch.Mails)
            {
                var (letter, why) = await letters.WriteAsync(mail, reader, isSent: true, late.Token);
                if (letter is null)
                {
                    overtaken[mail.Id] = why!;
                }
                else
                {
                    written.Add(letter);
                }
            }

            if (written.Count > 0)
            {
                await line.SendAsync(Message(batch, address, reader.Words, written), late.Token);
            }

            await MarkAsync(batch, overtaken, stopping);
        }
        catch (MailNotTakenException problem)
        {
            log.LogWarning("Mail {Mail} was not taken at attempt {Attempt}: {Reason}",
                batch.Id, batch.Attempts, problem.Message);
            await outbox.FailedAsync(batch, problem.Said, problem.IsFinal, late.Token);
            if (problem.IsServer)
            {
                throw;
            }
        }
        catch (Exception problem) when (!DatabaseTrouble.IsPassing(problem) && !late.IsCancellationRequested)
        {
            await outbox.FailedAsync(
                batch, $"The portal could not write it: {problem.GetType().Name}", isFinal: false, late.Token);
            throw;
        }
    }

    // The server has it: that the database is away for a moment must not have it sent a second time.
    private async Task MarkAsync(MailBatch batch, Dictionary<Guid, string> overtaken, CancellationToken stopping)
    {
        var until = _time.GetUtcNow() + (Outbox.Lease / 2);
        while (true)
        {
            try
            {
                await outbox.SentAsync(batch, overtaken, CancellationToken.None);
                return;
            }
            catch (Exception problem) when (DatabaseTrouble.IsPassing(problem) && _time.GetUtcNow() < until
                && !stopping.IsCancellationRequested)
            {
                await Task.Delay(_again, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private MimeMessage Message(MailBatch batch, MailboxAddress to, ILetterWords words, List<Letter> written)
    {
        var subject = VisibleText.Line(written is [var only] ? only.Subject : words.Digest(written.Count));
        var message = new MimeMessage(
            [settings.From], [to], subject,
            new BodyBuilder
            {
                TextBody = LetterText.Of(words, written, settings.PublicUrl),
                HtmlBody = LetterHtml.Of(words, subject, written, settings.PublicUrl),
            }.ToMessageBody())
        {
            // The same however often it is handed over.
            MessageId = $"{batch.Id:N}.{batch.Round}@{settings.From.Domain}",
            Date = _time.GetUtcNow(),
        };
        // Nobody's absence is to be answered to it.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }
}
