using System.Collections.Immutable;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence.Bundles;

/// <summary>A piece of evidence in the bundle.</summary>
/// <param name="Path">Where its file lies; null where it is only cited.</param>
internal sealed record BundleFile(EvidenceItem Item, string? Path);

/// <summary>One subject, and everything that stands behind it.</summary>
/// <param name="Path">Ends with a slash.</param>
internal sealed record BundleFolder(string Path, string Title, ImmutableArray<BundleFile> Files);

/// <summary>
/// Where everything lies in a bundle: a folder for each criterion, and for whatever else evidence stands behind. A file
/// that stands behind several is there once, in the folder of the first of them, and the index of each names it: a
/// bundle is no larger than its files, and each line of the manifest is one file.
/// </summary>
internal sealed record BundlePlan(ImmutableArray<BundleFolder> Folders, ImmutableArray<BundleFile> Files)
{
    public static BundlePlan Of(LaunchFacts facts)
    {
        var launch = new SubjectRef(SubjectKind.Launch, facts.Launch.Key);
        var behind = facts.Criteria.SelectMany(c => ProofRules.FilesOf(c, facts)
                .Select(e => (Subject: new SubjectRef(SubjectKind.Criterion, c.Key), e.Key)))
            .Concat(facts.Evidence.SelectMany(e => e.Supports.Where(s => s.Kind != SubjectKind.Criterion)
                .Select(s => (Subject: Whole(s, launch), e.Key)))).Distinct().ToList();
        var named = behind.Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        behind.AddRange(facts.Evidence.Where(e => !named.Contains(e.Key)).Select(e => (launch, e.Key)));

        var names = new BundleNames();
        var subjects = facts.Criteria.Select(c => new SubjectRef(SubjectKind.Criterion, c.Key))
            .Concat(behind.Select(b => b.Subject).OrderBy(s => s.Kind)).Distinct().ToList();
        var folders = subjects.ToDictionary(s => s, s => FolderOf(s, names));
        var homes = behind.GroupBy(b => b.Key, b => b.Subject, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => subjects.First(g.Contains), StringComparer.Ordinal);
        var files = facts.Evidence.Select(e => new BundleFile(
            e, e.IsInHand ? names.In(folders[homes[e.Key]], e.FileName) : null)).ToImmutableArray();

        var titles = FactKinds.Named(facts).ToDictionary(n => n.Subject, n => n.Title);
        titles[launch] = facts.Launch.Title;
        var of = behind.ToLookup(b => b.Subject, b => b.Key);
        return new(
            [
                .. subjects.Select(s => new BundleFolder(folders[s], titles.GetValueOrDefault(s, s.Key),
                    [.. files.Where(f => of[s].Contains(f.Item.Key))])),
            ],
            files);
    }

    // Rows lie in the folder of their register; there is one launch.
    private static SubjectRef Whole(SubjectRef subject, SubjectRef launch) => subject.Kind switch
    {
        SubjectKind.RegisterRow => new(SubjectKind.Register, subject.Key.Split('/')[0]),
        SubjectKind.Launch => launch,
        _ => subject,
    };

    private static string FolderOf(SubjectRef subject, BundleNames names) => subject.Kind switch
    {
        SubjectKind.Launch => "launch/",
        SubjectKind.Criterion => $"{names.In("criteria/", subject.Key)}/",
        SubjectKind.Category => $"{names.In("categories/", subject.Key)}/",
        var kind => $"{names.In($"{kind.ToString().ToLowerInvariant()}s/", subject.Key)}/",
    };
}
