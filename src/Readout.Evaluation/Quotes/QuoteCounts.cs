using System.Collections.Immutable;
using System.Globalization;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Quotes;

/// <summary>
/// Sums matches of attributions over texts. Exact: a part counts where its ranges, trimmed of white space, are those of
/// a gold part of the same role. Overlap: characters, white space apart, that stand in a part of that role in both.
/// Linked: the whole attribution, with source, cue and content right at once.
/// </summary>
internal sealed class QuoteCounts
{
    private readonly RoleCounts _source = new("source", quote => quote.Source);
    private readonly RoleCounts _cue = new("cue", quote => quote.Cue);
    private readonly RoleCounts _content = new("content", quote => quote.Content);
    private MatchCounts _linked;
    private long _paired;
    private long _pairedSource;

    /// <summary>Adds one text.</summary>
    public void Add(string text, QuoteList found, QuoteList gold)
    {
        _source.Add(text, found, gold);
        _cue.Add(text, found, gold);
        _content.Add(text, found, gold);
        _linked += MatchCounts.OfBags([.. found.Items.Select(one => Key(text, one))], [.. gold.Items.Select(one => Key(text, one))]);
        AddPairs(text, found, gold);
    }

    public ImmutableArray<Score> Scores()
    {
        ScoreList scores = new();
        foreach (RoleCounts role in (RoleCounts[])[_source, _cue, _content]) scores.AddF1($"{role.Name} exact", role.Exact);
        foreach (RoleCounts role in (RoleCounts[])[_source, _cue, _content]) scores.AddF1($"{role.Name} overlap", role.Overlap);
        scores.AddF1("attribution exact", _linked);
        scores.AddAccuracy("source of matched content", _pairedSource, _paired);
        return scores.ToImmutable();
    }

    /// <summary>Ranges without white space at their ends; empty ones dropped; in text order, as one comparable key.</summary>
    private static string Key(string text, ImmutableArray<TextSpan> spans) =>
        string.Join(' ', Trimmed(text, spans).Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));

    private static string Key(string text, QuoteSpans quote) =>
        $"{Key(text, quote.Source)}|{Key(text, quote.Cue)}|{Key(text, quote.Content)}";

    private static IEnumerable<TextSpan> Trimmed(string text, ImmutableArray<TextSpan> spans)
    {
        foreach (TextSpan span in spans.Order())
        {
            int start = span.Start;
            int end = span.End;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            if (end > start) yield return new TextSpan(start, end);
        }
    }

    /// <summary>Pairs attributions by the overlap of their content and asks whether their sources overlap.</summary>
    private void AddPairs(string text, QuoteList found, QuoteList gold)
    {
        List<(int Rank, int Found, int Gold)> candidates = [];
        for (int f = 0; f < found.Items.Length; f++)
        {
            for (int g = 0; g < gold.Items.Length; g++)
            {
                int shared = Shared(found.Items[f].Content, gold.Items[g].Content);
                if (shared > 0) candidates.Add((shared, f, g));
            }
        }

        foreach ((int f, int g) in SpanPairs.OneToOne(candidates))
        {
            _paired++;
            bool bothLack = found.Items[f].Source.IsEmpty && gold.Items[g].Source.IsEmpty;
            if (bothLack || Shared(found.Items[f].Source, gold.Items[g].Source) > 0) _pairedSource++;
        }
    }

    private static int Shared(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right) =>
        left.Sum(one => right.Sum(other => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start))));

    /// <summary>The counts of one of the three parts.</summary>
    private sealed class RoleCounts(string name, Func<QuoteSpans, ImmutableArray<TextSpan>> part)
    {
        public string Name => name;

        public MatchCounts Exact { get; private set; }

        public MatchCounts Overlap { get; private set; }

        public void Add(string text, QuoteList found, QuoteList gold)
        {
            Exact += MatchCounts.OfBags(Keys(text, found), Keys(text, gold));
            HashSet<int> foundCharacters = Characters(text, found);
            HashSet<int> goldCharacters = Characters(text, gold);
            Overlap += new MatchCounts(foundCharacters.Count(goldCharacters.Contains), foundCharacters.Count, goldCharacters.Count);
        }

        private List<string> Keys(string text, QuoteList quotes) =>
            [.. quotes.Items.Select(quote => Key(text, part(quote))).Where(key => key.Length > 0)];

        private HashSet<int> Characters(string text, QuoteList quotes)
        {
            HashSet<int> offsets = [];
            foreach (TextSpan span in quotes.Items.SelectMany(quote => part(quote)))
            {
                for (int i = span.Start; i < span.End; i++)
                {
                    if (!char.IsWhiteSpace(text[i])) offsets.Add(i);
                }
            }

            return offsets;
        }
    }
}
