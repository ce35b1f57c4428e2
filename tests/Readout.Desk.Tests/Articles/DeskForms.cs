using System.Text.RegularExpressions;

namespace Readout.Desk.Tests.Articles;

/// <summary>Sends forms as a browser would: with the token of a page and its cookie.</summary>
internal static partial class DeskForms
{
    /// <summary>Sends a form from a page; redirects are not followed.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string page, string action, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation)
    {
        Dictionary<string, string> form = new(fields) { ["token"] = await client.FormTokenAsync(page, cancellation) };
        using StringContent content = new(string.Join('&', form.Select(field => Uri.EscapeDataString(field.Key) + "=" + Escaped(field.Value))), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        return await client.PostAsync(new Uri(action, UriKind.Relative), content, cancellation);
    }

    /// <summary>The token of the forms of a page.</summary>
    public static async Task<string> FormTokenAsync(this HttpClient client, string page, CancellationToken cancellation) =>
        Token().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative), cancellation)).Groups[1].Value;

    // Long values are letters alone and need no escape.
    private static string Escaped(string value) => value.Length > 30_000 ? value : Uri.EscapeDataString(value);

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
