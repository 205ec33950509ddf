namespace ReadinessPortal.Domain.Identity;

/// <summary>Words that passwords are guessed with first. Written for this portal: long passwords alone are let through
/// to here, and those that leak most often are made of few words.</summary>
internal static class CommonPasswords
{
    private const string All = """
        password passwort passwd passcode passphrase secret geheim login logon signin welcome willkommen letmein
        access admin administrator root user guest test testing demo default change changeme temp temporary company
        corporate office business portal readiness launch release security secure system server database network
        internet computer laptop keyboard google microsoft windows apple iphone android amazon facebook twitter
        instagram linkedin youtube netflix adobe oracle cisco ubuntu debian linux docker kubernetes github gitlab
        monkey dragon master shadow sunshine princess football baseball basketball soccer hockey superman batman
        spiderman starwars pokemon naruto michael jennifer jessica ashley daniel thomas andrew joshua matthew robert
        william charlie george jordan hunter harley ranger buster tigger summer winter spring autumn january
        february march april june july august september october november december monday tuesday wednesday thursday
        friday saturday sunday sommer herbst fruehling love iloveyou forever family mother father sister brother
        baby angel flower chocolate cookie banana orange cheese coffee whatever nothing trustno freedom liberty
        killer hello hallo world qwerty qwertz azerty asdf zxcv abcd abc123 blink182 lovely michelle nicole samantha
        donald trump biden london paris berlin zurich america germany france england hunter2
        correcthorsebatterystaple thequickbrownfox tobeornottobe maytheforcebewithyou loremipsum openup open sesame
        please enter
        """;

    /// <summary>In lower case, each once.</summary>
    public static IReadOnlyList<string> Words { get; } =
        All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
