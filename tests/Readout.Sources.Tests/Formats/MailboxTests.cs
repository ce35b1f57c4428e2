using System.Text;

namespace Readout.Sources.Tests.Formats;

public class MailboxTests
{
    [Fact]
    public async Task A_mailbox_larger_than_any_message_is_read_message_by_message()
    {
        StringBuilder box = new();
        for (int i = 0; i < 200; i++) box.Append(Message($"Harbour {i}", new string('x', 900)));
        List<SourceResult> results = await Reading.All(Encoding.UTF8.GetBytes(box.ToString()), "list.mbox", Reading.Options with { MaxBytes = 20_000 });
        Assert.Equal(200, results.Count);
        Assert.All(results, result => Assert.NotNull(result.Article));
        Assert.Equal("Harbour 199", results[^1].Article!.Title);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_costs_itself_alone()
    {
        string box = Message("Harbour opens", "") + Message("Harbour sleeps", new string('x', 300_000)) + Message("Harbour closes", "");
        List<SourceResult> results = await Reading.All(Encoding.UTF8.GetBytes(box), "list.mbox", Reading.Options with { MaxBytes = 100_000 });
        Assert.Equal(["Harbour opens", null, "Harbour closes"], results.Select(result => result.Article?.Title));
        Assert.Equal("list.mbox#2", results[1].Refusal?.Where);
    }

    [Fact]
    public async Task A_line_that_begins_as_a_message_does_is_a_line_again()
    {
        string box = Message("Harbour opens", "").Replace("Two ships", ">From Alta two ships", StringComparison.Ordinal);
        Assert.Contains("From Alta two ships came in", Assert.Single(await Reading.All(Encoding.UTF8.GetBytes(box), "list.mbox")).Article!.Text, StringComparison.Ordinal);
    }

    private static string Message(string subject, string padding) =>
        $"From ada@example.org Tue May  4 06:00:00 1999\nFrom: ada@example.org\nX-Padding: {padding}\nSubject: {subject}\nDate: Tue, 4 May 1999 06:00:00 +0200\nContent-Type: text/plain\n\n"
        + "The harbour of the old town opened again on Monday after a winter of repairs.\n\nTwo ships came in before noon, the harbour master said.\n\n";
}
