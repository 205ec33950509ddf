using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What the answer to an upload says.</summary>
public sealed record AttachAnswer(string Evidence, long ChangeNumber, bool WasThere, string Href, string Title);

/// <summary>Evidence over HTTP as the browser's script sends it.</summary>
public static class EvidenceDoor
{
    public const string Path = $"/launches/{DemoPortal.Launch}/evidence";

    public static Task<HttpResponseMessage> AttachAsync(
        this HttpClient client, byte[] bytes, string supports, params (string Field, string Value)[] fields) =>
        client.AttachAsync(new ByteArrayContent(bytes), supports, fields);

    /// <summary>What the tray shows before the file is attached.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> RehearseAsync(
        this HttpClient client, byte[] bytes, string supports, params (string Field, string Value)[] fields)
    {
        using var answer = await client.AttachAsync(new ByteArrayContent(bytes), supports, fields,
            path: $"/launches/{DemoPortal.Launch}/attach/rehearsal");
        return (answer.StatusCode, WebUtility.HtmlDecode(Regex.Replace(
            await answer.Content.ReadAsStringAsync(), @"(<[^>]*>|\s)+", " ")));
    }

    /// <summary>The page that a browser without script gets.</summary>
    public static async Task<string> AttachPageAsync(
        this HttpClient client, byte[] bytes, string supports, params (string Field, string Value)[] fields)
    {
        using var answer = await client.AttachAsync(new ByteArrayContent(bytes), supports, fields, accept: "text/html");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <param name="supports">Separated by spaces.</param>
    public static async Task<HttpResponseMessage> AttachAsync(
        this HttpClient client, HttpContent file, string supports, (string Field, string Value)[] fields,
        string accept = "application/json", string path = Path, CancellationToken ct = default)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.TokenAsync()), "__RequestVerificationToken" },
        };
        foreach (var subject in supports.Split(' '))
        {
            form.Add(new StringContent(subject), "supports");
        }

        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(file, "file", "review.bin");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return await client.SendAsync(request, ct);
    }

    public static async Task<HttpResponseMessage> ReuseAsync(
        this HttpClient client, string evidence, params string[] supports)
    {
        using var form = new FormUrlEncodedContent(
            supports.Select(s => KeyValuePair.Create("supports", s))
                .Append(KeyValuePair.Create("__RequestVerificationToken", await client.TokenAsync())));
        return await client.PostAsync(new Uri($"{Path}/{evidence}/supports", UriKind.Relative), form);
    }

    public static async Task<HttpResponseMessage> AskForValueAsync(
        this HttpClient client, string evidence, params (string Field, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", await client.TokenAsync()))
                .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri($"{Path}/{evidence}/value", UriKind.Relative), form);
    }

    public static async Task<AttachAnswer> SaidAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<AttachAnswer>(JsonSerializerOptions.Web))!;

    public static async Task<string> WhyAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;

    private static async Task<string> TokenAsync(this HttpClient client) =>
        Forms.TokenIn(await client.GetStringAsync(new Uri("/sign-out", UriKind.Relative)));
}
