namespace ReadinessPortal.Web.Facts;

// The go/no-go matrix, drills, outstanding items and risks.
public static partial class FieldTable
{
    private static IEnumerable<KindSpec> OfMatrix() =>
    [
        new("gates", "gate", "gates",
        [
            Key(),
            Text("title", "Title"),
            new("kind", "Kind", "Nice-to-have gates never change the verdict."),
            Some("criteria", "Criteria it stands on", "criteria"),
            Quoting("evidenceSentence", "Evidence sentence"),
            Text("timeline", "Timeline"),
            new("confidence", "Confidence, percent", "The lead's word, 0 to 100."),
            new("manualColour", "Colour set by hand", "It counts only where it is worse than the derived one."),
            Long("manualReason", "Reason for that colour"),
        ]) { NamedBy = "title" },
        new("drills", "drill", "drills",
        [
            Key(),
            Text("title", "Title"),
            Long("scenario", "Scenario"),
            new("heldOn", "Held on"),
            new("rtoTarget", "Recovery has to take less than", "A duration: 10 min."),
            new("rpoTarget", "Data loss has to be less than", "A duration: 1 min."),
            new("rpo", "Measured data loss", "A duration: 0 s."),
            new("transactionsLost", "Transactions lost"),
            One("owner", "Owner", "roles"),
            Some("actions", "Items that came out of it", "items"),
        ]) { NamedBy = "title" },
        new("drills/logs", "log", "drills",
        [
            Key(),
            Text("title", "Title"),
            Text("source", "Source"),
            One("evidence", "Evidence", "evidence", "The file it was taken from."),
        ]) { NamedBy = "title" },
        new("drills/logs/events", "event", "drills",
        [
            Key("Numbered as events are added."),
            new("at", "Time of day", "As the log prints it."),
            Text("text", "What happened"),
            new("mark", "Mark", "Start: first effect on users. End: service fully restored. Each once in a log."),
        ]),
        new("drills/lessons", "lesson", "drills",
        [
            Key("Numbered as lessons are added."),
            Long("text", "Lesson"),
        ]),
        new("items", "item", "items",
        [
            Key(),
            Text("title", "Title"),
            new("severity", "Severity"),
            new("priority", "Priority"),
            Long("impact", "Impact"),
            new("target", "Target"),
            Text("owner", "Owner", "A team or a person."),
            new("blocking", "Blocking", "While it is open, the verdict is NO-GO."),
            new("closed", "Closed"),
            One("criterion", "Criterion it keeps open", "criteria"),
            Long("note", "Note"),
            new("places", "Where the source mentions it", "One place per line."),
        ]) { NamedBy = "title" },
        new("risks", "risk", "risks",
        [
            Key(),
            Text("title", "Title"),
            Long("description", "Description"),
            Long("mitigation", "Mitigation"),
            new("impact", "Impact"),
            Long("impactNote", "What the impact would be"),
            new("likelihood", "Likelihood"),
            Text("owner", "Owner", "A team or a person."),
            One("item", "Item it belongs to", "items"),
        ]) { NamedBy = "title" },
    ];
}
