using System.Globalization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Mails.Words;

/// <summary>Mails in German. No culture of the system knows it here: days and numbers are written out below.</summary>
internal sealed class GermanWords : ILetterWords
{
    private const string Quoted = ", im Wortlaut des Portals";

    private static readonly string[] _numbers =
        ["keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

    private static readonly string[] _months =
    [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ];

    public string Name => "Deutsch";

    public string Tag => "de";

    public string Because => "Sie erhalten diese E-Mail, weil Sie in diesem Portal mitwirken";

    public string Choose => "Auswählen, was Sie erhalten";

    public string BecauseOfAccount => "Sie erhalten diese E-Mail, weil Sie ein Konto in diesem Portal haben";

    public string Digest(int letters) =>
        $"{Counted.Capital(Count(letters, "Nachricht", "Nachrichten"))} von ReadinessPortal";

    public string More(int lines) => lines == 1 ? "und ein weiterer Punkt, den das Portal aufführt"
        : $"und {Number(lines)} weitere Punkte, die das Portal aufführt";

    public Said Turn(TurnFacts facts)
    {
        var (number, decides) = (facts.Revision, facts.Decides);
        var role = facts.DeputyOf is { } holder ? $"{facts.Role} (in Vertretung von {holder})" : facts.Role;
        var proven = facts is { Proven: { } some, Criteria: { } all }
            ? $", {Number(some)} von {Number(all)} {(all == 1 ? "Abnahmekriterium" : "Abnahmekriterien")} nachgewiesen"
            : "";
        return new(
            $"{facts.Launch}: Revision {number} wartet {(facts.Before is null ? "" : "erneut ")}auf Ihre "
                + (decides ? "abschließende Entscheidung" : "Freigabe"),
            facts.Before is not null
                ? $"Sie sind erneut an der Reihe: Revision {number} ist neuer als die von Ihnen unterschriebene"
                : decides ? "Ihre abschließende Entscheidung wird erbeten" : "Ihre Freigabe wird erbeten",
            [
                decides ? $"Als {facts.Role} entscheiden Sie abschließend über Revision {number}."
                    : $"Als {role} geben Sie Revision {number} frei oder lehnen sie ab.",
                $"Revision {number} wurde am {Day(facts.FrozenOn)} von {facts.FrozenBy} festgeschrieben. "
                    + $"Stand der Revision: {Word(facts.Readiness)}{proven}.",
                .. facts.Before is { } before
                    ? [$"Sie haben Revision {before} unterschrieben. Eine Unterschrift gilt nur für ihre Revision."]
                    : Array.Empty<string>(),
                "Sie unterschreiben im Portal; dort lesen Sie auch, was Sie unterschreiben. Mit dieser E-Mail ist das "
                    + "nicht möglich.",
            ],
            [
                decides ? $"Über Revision {number} entscheiden" : $"Revision {number} lesen und unterschreiben",
                Report(number),
            ],
            facts.Before is { } earlier ? $"Änderungen seit Revision {earlier}{Quoted}" : null,
            facts.Changes is { Count: > 0 } changes ? changes : ["Keine: Beide Revisionen stimmen überein."]);
    }

    public Said Waiver(WaiverFacts facts) => new(
        $"{facts.Launch}: {facts.RequestedBy} beantragt eine Ausnahmegenehmigung für {facts.Criterion}",
        $"Eine Ausnahmegenehmigung für {facts.Criterion} wartet auf eine zweite Person",
        [
            $"{facts.RequestedBy} beantragt die Ausnahme bis zum {Day(facts.ExpiresOn)}.",
            Reason(facts.Reason),
            $"Kompensierende Maßnahme: {facts.Control}",
            "Sie können den Antrag genehmigen oder ablehnen; das können auch andere, die das Abnahmekriterium nicht "
                + "selbst verantworten.",
        ],
        ["Über den Antrag entscheiden"],
        facts.Accepts.Count == 0 ? null : $"Was damit akzeptiert würde{Quoted}", facts.Accepts);

    public Said Change(ChangeFacts facts) => new(
        $"{facts.Launch}: {facts.RequestedBy} bittet um die Genehmigung einer Änderung",
        "Eine Änderung nach der Festschreibung wartet auf eine zweite Person",
        [
            $"{facts.RequestedBy} beantragt{Quoted}: {facts.Summary}.",
            Reason(facts.Reason),
            "Geändert wird erst, wenn jemand zustimmt, der die Änderung nicht selbst verantwortet.",
        ],
        ["Änderung ansehen"],
        $"Was sich dadurch verbessern würde{Quoted}", facts.Improves);

    public Said Setback(SetbackFacts facts)
    {
        var (key, number, role) = (facts.Launch, facts.Revision, facts.Role);
        var heading = facts.IsWithdrawn ? $"{role} hat die Freigabe zu Revision {number} zurückgezogen"
            : $"{role} hat Revision {number} abgelehnt";
        return new(
            $"{key}: {heading}", heading,
            [
                facts.IsWithdrawn ? $"Unterschrieben hatte {Printed(facts.Signer)}: {Word(facts.Decision)}."
                    : $"Unterschrieben hat {Printed(facts.Signer)} als {role}: {Word(facts.Decision)}.",
                Reason(facts.Reason),
                "Die übrigen Unterschriften bleiben gültig.",
            ],
            ["Alle Unterschriften ansehen", Report(number)]);
    }

    public Said Decision(DecisionFacts facts)
    {
        var (key, number, conditions) = (facts.Launch, facts.Revision, facts.Conditions);
        var word = facts.IsYes ? "JA" : "NEIN";
        var with = !facts.IsYes || conditions.Count == 0 ? ""
            : conditions.Count == 1 ? " mit einer Auflage" : $" mit {Count(conditions.Count, "Auflage", "Auflagen")}";
        return new(
            facts.IsRevoked ? $"{key}: JA zu Revision {number} widerrufen"
                : $"{key}: {word}{with} zu Revision {number}",
            facts.IsRevoked ? $"Das JA zu Revision {number} ist widerrufen" : $"{key} ist entschieden: {word}{with}",
            [
                facts.IsRevoked
                    ? $"{Decider(facts)} hat das JA zu Revision {number} am {Day(facts.On)} zurückgenommen."
                    : $"{Decider(facts)} hat am {Day(facts.On)} über Revision {number} entschieden: {word}.",
                .. facts.Comment is { } comment ? [$"{facts.By!.Name}: {comment}"] : Array.Empty<string>(),
                .. facts.Overridden == 0 ? Array.Empty<string>()
                    :
                    [
                        $"Die Entscheidung setzt sich über {(facts.Overridden == 1 ? "einen Punkt"
                            : Count(facts.Overridden, "Punkt", "Punkte"))} hinweg.",
                    ],
                .. facts.Reason is { } reason ? [Reason(reason)] : Array.Empty<string>(),
            ],
            [Report(number), "Launch öffnen"],
            conditions.Count > 0 ? "Auflagen" : null,
            [.. conditions.Select(c => $"{c.Text} ({c.Owner}, fällig am {Day(c.Due)})")]);
    }

    public Said Condition(ConditionFacts facts)
    {
        var due = Day(facts.Due);
        var when = facts.HasLapsed ? $"ist nicht fristgerecht erfüllt: Sie war am {due} fällig"
            : facts.Due == facts.Today ? "ist heute fällig" : $"ist am {due} fällig";
        return new(
            $"{facts.Launch}: Eine Auflage {when}",
            $"Eine Auflage {when}",
            [
                facts.Text,
                $"Zuständig: {facts.Owner}. Die Auflage gehört zu einer Freigabe von Revision {facts.Revision}.",
                "Sobald sie erfüllt ist, vermerken Sie das bitte mit dem Nachweis im Portal. Nach Ablauf der Frist "
                    + "spricht sie gegen den Launch.",
            ],
            ["Erfüllung vermerken"]);
    }

    public Said Proof(ProofFacts facts) => new(
        $"{facts.Launch}: Ihre Nachweise laufen vor dem Zieltermin ab",
        "Was heute als Nachweis gilt, ist am Zieltermin abgelaufen",
        [
            $"Der Launch ist für den {Day(facts.Target)} vorgesehen. Bitte führen Sie das Folgende erneut aus, damit "
                + "die Nachweise dann gültig sind.",
        ],
        ["Plan der Wiederholungen ansehen"],
        "Erneut auszuführen",
        [
            .. facts.Runs.Select(r => $"{r.Title}: gültig bis zum {Day(r.ValidUntil)}, am Zieltermin abgelaufen; "
                + $"erneut auszuführen bis zum {Day(r.By)}"),
        ]);

    public Said Invitation(AccountFacts facts) => new(
        "Ihre Einladung zu ReadinessPortal", $"{facts.Name}, für Sie ist ein Konto eingerichtet",
        [
            "ReadinessPortal zeigt anhand prüfbarer Nachweise, ob ein Produkt bereit für den Launch ist und wer dafür "
                + "unterschrieben hat.",
            $"Sie melden sich als {facts.UserName} an. Öffnen Sie den Link und wählen Sie, wie Sie sich "
                + "anmelden.",
            $"Der Link gilt einmal, bis zum {Moment(facts)}. Wer ihn hat, kann das Konto übernehmen: Geben Sie ihn "
                + "nicht weiter. Wenn Sie keine Einladung erwarten, brauchen Sie nichts zu tun.",
        ],
        ["Konto öffnen"]);

    public Said Reset(AccountFacts facts) => new(
        "Neues Passwort für ReadinessPortal", "Sie können ein neues Passwort wählen",
        [
            "Die Administration des Portals hat diesen Link für Sie erstellt. Sie melden sich als "
                + $"{facts.UserName} an.",
            $"Der Link gilt einmal, bis zum {Moment(facts)}. Solange Sie ihn nicht nutzen, gilt Ihr bisheriges "
                + "Passwort. Wenn Sie ihn nicht erwartet haben, wenden Sie sich bitte an die Administration.",
        ],
        ["Neues Passwort wählen"]);

    private static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {_months[day.Month - 1]} {day.Year}");

    private static string Moment(AccountFacts facts)
    {
        var at = facts.Until.ToOffset(facts.Clock.Offset(facts.Until));
        var time = at.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Day(DateOnly.FromDateTime(at.DateTime))}, {time} Uhr ({Format.Place(facts.Clock.Zone.Id)})";
    }

    // 1.234, as it is written there.
    private static string Number(int number) =>
        number.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Count(int number, string one, string several) =>
        $"{(number < _numbers.Length ? _numbers[number] : Number(number))} {(number == 1 ? one : several)}";

    private static string Report(int revision) => $"Bericht zu Revision {revision}";

    private static string Reason(string? reason) => $"Begründung: {reason}";

    private static string Printed(SignerFacts signer) =>
        signer.DeputyFor is { } holder ? $"{signer.Name} (in Vertretung von {holder})" : signer.Name;

    private static string Decider(DecisionFacts facts) =>
        facts.By is { } by ? Printed(by) : "Die entscheidungsbefugte Führungskraft";

    private static string Word(ReadinessLevel readiness) => readiness switch
    {
        ReadinessLevel.Go => "GO",
        ReadinessLevel.Conditional => "GO UNTER VORBEHALT",
        ReadinessLevel.NotYet => "NOCH KEIN GO",
        ReadinessLevel.NoGo => "NO-GO",
        _ => throw new ArgumentOutOfRangeException(nameof(readiness), readiness, "has no word"),
    };

    private static string Word(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Approve => "Zustimmung",
        SignOffDecision.Conditional => "Zustimmung mit Auflagen",
        SignOffDecision.Reject => "Ablehnung",
        SignOffDecision.Abstain => "Enthaltung",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "has no word"),
    };
}
