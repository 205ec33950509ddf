using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// Where the files of evidence lie in a package. The portal writes each into a folder that has the key's name: under
/// its own name where every system can unpack that, as <c>file</c> where not. What it is really called is in
/// <c>launch.yaml</c>.
/// </summary>
internal static partial class EvidencePath
{
    public const string Folder = "evidence/";

    /// <summary>What was signed, decided and done, for reading: no import takes it in.</summary>
    public const string Record = "record/";

    /// <summary>Longest path that is written under the file's own name.</summary>
    private const int Longest = 100;

    public static string Of(EvidenceItem item)
    {
        var own = FolderOf(item.Key) + item.FileName;
        return IsPlain(item.FileName) && own.Length <= Longest
            ? own
            : $"{FolderOf(item.Key)}file{Extension().Match(item.FileName).Value.ToLowerInvariant()}";
    }

    /// <summary>A key that cannot be a folder stands between underscores, which no key has.</summary>
    public static string FolderOf(string key) => $"{Folder}{(IsPlain(key) ? key : $"_{key}_")}/";

    /// <summary>What systems leave in folders and archives by themselves.</summary>
    public static bool IsLeftBehind(string path)
    {
        var parts = path.Split('/');
        return parts.Contains("__MACOSX") || LeftBehind().IsMatch(parts[^1]);
    }

    /// <summary>Every system can have it as a name, and none leaves it behind by itself.</summary>
    private static bool IsPlain(string name) =>
        Plain().IsMatch(name) && !Device().IsMatch(name) && !IsLeftBehind(name);

    [GeneratedRegex(@"^[A-Za-z0-9_]([A-Za-z0-9_ .()+,=@-]*[A-Za-z0-9_)+=@-])?\z")]
    private static partial Regex Plain();

    /// <summary>Windows takes these for devices, whatever stands after the first dot.</summary>
    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d) *(\.|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Device();

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}\z")]
    private static partial Regex Extension();

    [GeneratedRegex(@"^(\.DS_Store\z|Thumbs\.db\z|desktop\.ini\z|\._)", RegexOptions.IgnoreCase)]
    private static partial Regex LeftBehind();
}
