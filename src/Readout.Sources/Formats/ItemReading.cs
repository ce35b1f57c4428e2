using System.Globalization;
using System.Runtime.CompilerServices;

namespace Readout.Sources.Formats;

/// <summary>Reads items as they come, where nothing is fetched that a list points to.</summary>
internal static class ItemReading
{
    /// <summary>The articles and refusals; of a list that holds no words, one refusal for the whole of it.</summary>
    public static async IAsyncEnumerable<SourceResult> ReadAsync(IAsyncEnumerable<SourceItem> items, string input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int bare = 0;
        await foreach (SourceItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Link is { HasSummary: false }) bare++;
            else yield return item.Read();
        }

        if (bare == 0) yield break;
        string what = string.Create(CultureInfo.InvariantCulture, $"the list names {bare} {(bare == 1 ? "address" : "addresses")} and holds no text of {(bare == 1 ? "it" : "them")}");
        yield return SourceResult.Of(new Refusal(input, input, what, "give the addresses, or ingest the list, which fetches them"));
    }
}
