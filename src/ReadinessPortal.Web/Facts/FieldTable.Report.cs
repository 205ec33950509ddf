namespace ReadinessPortal.Web.Facts;

// What people say in the report: narrative and recommendations.
public static partial class FieldTable
{
    private static IEnumerable<KindSpec> OfReport() =>
    [
        new("narratives", "text", "narrative",
        [
            Key("Chosen from the title, or numbered, when it is added."),
            new("kind", "Kind"),
            Text("title", "Title"),
            Quoting("text", "Text"),
            Text("chapter", "Chapter", "Only for a note: the chapter it stands in.", Chapters),
        ]) { NamedBy = "title" },
        new("recommendations", "recommendation", "narrative",
        [
            Key("Numbered as recommendations are added."),
            One("role", "Role it speaks for", "roles", "Empty for the preparers."),
            Text("by", "By"),
            Text("advice", "Advice", null, "proceed", "proceed with conditions", "do not proceed"),
            Long("comment", "Comment"),
            Text("source", "Source", "Where it was said."),
            new("on", "On"),
        ]),
    ];
}
