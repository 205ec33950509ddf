using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.Benchmarks;

/// <summary>Signs in over HTTP as one of the demo's personas, as a browser would.</summary>
internal static partial class SignIn
{
    /// <param name="cookies">Holds the session afterwards; null where nobody else needs it.</param>
    public static async Task<HttpClient> AsAsync(string persona, Uri address, CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer() };
        var client = new HttpClient(handler) { BaseAddress = address };
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var names = Named().Matches(form).Select(m => m.Groups["name"].Value).ToList();
        string Ending(string with) => names.First(n => n.EndsWith(with, StringComparison.OrdinalIgnoreCase));
        var fields = Hidden().Matches(form).ToDictionary(
            m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        fields[Ending("UserName")] = persona;
        fields[Ending("Password")] = DemoPersonas.Password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="(?<name>[^"]+)"[^>]*value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]+)""")]
    private static partial Regex Named();
}
