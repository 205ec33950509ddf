namespace ReadinessPortal.Web.Facts;

// The launch itself, its roles, milestones and contacts.
public static partial class FieldTable
{
    private static IEnumerable<KindSpec> OfLaunch() =>
    [
        new("", "launch", "settings",
        [
            NotTyped("key", "Key", "Chosen when the launch is made; it names the launch for ever."),
            Text("title", "Title"),
            Text("phase", "Phase"),
            new("reportDate", "Report's day", "Day of the report this launch was taken from, if it was."),
            NotTyped("targetDate", "Target date", "Moved with a reason, in the settings; the days before are kept."),
            new("hypercareDays", "Hypercare, days", "How long it is watched more closely after the launch."),
            Text("classification", "Classification", null, "Public", "Internal", "Confidential",
                "Strictly confidential"),
            Text("timeZone", "Time zone", "An IANA name; every time is shown in it.",
                "UTC", "Europe/Oslo", "Europe/London", "America/New_York"),
            Text("preparedBy", "Prepared by"),
            Text("reviewedBy", "Reviewed by"),
            Text("documentVersion", "Document version"),
            new("nextReview", "Next review"),
            NotTyped("release.name", "Release under test", "Changed with a reason, in the settings."),
            NotTyped("release.version", "Version", "Changed with a reason, in the settings."),
            NotTyped("release.digest", "Digest of the artefact", "Changed with a reason, in the settings."),
            NotTyped("release.commit", "Commit", "Changed with a reason, in the settings."),
            new("asOf", "Counts as today",
                "For evidence, waivers and days to target. Conditions fall due by the calendar. Empty: the real day."),
            NotTyped("isDemo", "Demo", "Comes with the demo's package."),
        ]),
        new("roles", "role", "settings",
        [
            Key(),
            Text("title", "Title"),
            new("kind", "Kind", "Technical roles sign before business roles."),
            new("accountable", "Takes the final decision", "Exactly one role does."),
            Text("printedName", "Name printed in the source", "Empty where the source left a blank."),
            Long("meaning", "Meaning of its signature", "Printed with it."),
        ]) { NamedBy = "title" },
        new("milestones", "milestone", "settings",
        [
            Key(),
            Text("title", "Title"),
            new("when", "When"),
            Long("note", "Note"),
        ]) { NamedBy = "title" },
        new("contacts", "contact", "settings",
        [
            Key(),
            Text("group", "Group", null, "technical", "executive", "emergency"),
            Text("title", "Who"),
            Text("address", "Address", "Mail address, pager or telephone."),
        ]) { NamedBy = "title" },
    ];
}
