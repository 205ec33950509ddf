using ReadinessPortal.Application.Mails;

namespace ReadinessPortal.Web.Mails;

/// <summary>Kinds and states of mails, in words.</summary>
internal static class MailWords
{
    public static string Title(MailKind kind) => kind switch
    {
        MailKind.YourTurn => "Your turn to sign or decide",
        MailKind.SecondPerson => "A waiver or a change waits for a second person",
        MailKind.Setback => "A revision is rejected, or a sign-off withdrawn",
        MailKind.Decision => "A launch is decided, or its YES revoked",
        MailKind.Due => "A condition falls due, or evidence runs out",
        MailKind.Account => "An invitation, or a reset of a password",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    };

    public static string Hint(MailKind kind) => kind switch
    {
        MailKind.YourTurn =>
            "When a revision is frozen and it is your turn, and again for a newer one. At once, also with a digest.",
        MailKind.SecondPerson => "When you are one of those who may answer it.",
        MailKind.Setback => "To launch managers, and to those who signed that revision.",
        MailKind.Decision => "To everybody who has a part in the launch, with a link to the report.",
        MailKind.Due =>
            "Three days before, on the day and once it has lapsed; of evidence once a week. On working days.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    };

    public static string Word(MailState state) => state switch
    {
        MailState.Waiting => "to be sent",
        MailState.Sending => "being sent",
        MailState.Sent => "sent",
        MailState.Failed => "failed",
        MailState.NotSent => "not sent",
        MailState.Overtaken => "no longer needed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "has no word"),
    };
}
