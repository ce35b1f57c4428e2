using System.Diagnostics;
using CsCheck;
using Readout.Text.Tokens;

namespace Readout.Text.Tests.Tokens;

/// <summary>What holds of any text at all.</summary>
public class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "word", "U.S.", "didn't", "’s", "'", "\"", "(", ")", "-", "--", ".", "...", "!", "?", ",", ":", ";", "/", "@", "#", "www.", "http://",
        "a@b.co", "3.2", "1,000", "5pm", "$", "%", "anti-", "\t", " ", "\n", "\n\n", "\r\n", "\u00A0", "\u200B", "\u200D", "\u200F", "\u202E",
        "\uFEFF", "\0", "\u0007", "\uD83D\uDE00", "\uD83D", "\uDE00", "e\u0301", "漢字", "שלום", "مرحبا", "ไทย", "Ж", "ß", "\u2028", "*", "_", "<", ">",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat),
        Gen.Char["aA1 .'-\"(),\n"].Array[0, 80].Select(letters => new string(letters)));

    [Fact]
    public void Spans_are_ordered_disjoint_and_leave_only_white_space() => Texts.Sample(Check, iter: 3000);

    [Fact]
    public void The_same_text_gives_the_same_tokens() => Texts.Sample(
        text =>
        {
            TokenBuffer first = new();
            TokenBuffer second = new();
            Tokenizer.English.Tokenize("Another text before.", second);
            Tokenizer.English.Tokenize(text, first);
            Tokenizer.English.Tokenize(text, second);
            Assert.Equal(first.Starts, second.Starts);
            Assert.Equal(first.Ends, second.Ends);
            Assert.Equal(first.SentenceFirst, second.SentenceFirst);
        },
        iter: 500,
        threads: 1);

    public static TheoryData<string, int> Long => new()
    {
        { "a", 5_000_000 }, { "(", 100_000 }, { ".", 400_000 }, { "'", 400_000 }, { "a.", 200_000 }, { "a-", 200_000 }, { "1,", 200_000 }, { "1-", 200_000 },
        { "a'", 200_000 }, { "1/", 200_000 }, { "@a", 200_000 }, { "\uD83D\uDE00", 200_000 }, { "\uD83D", 200_000 }, { "漢", 400_000 }, { "\u200D", 400_000 },
        { "word ", 200_000 }, { "Word ", 200_000 }, { "! ", 200_000 }, { "\n", 400_000 }, { "a\n\n", 100_000 }, { "a_", 200_000 }, { "www.", 100_000 }, { "a*", 200_000 },
        { "U.S. ", 100_000 }, { ":) ", 100_000 }, { "\0", 400_000 },
    };

    [Theory]
    [MemberData(nameof(Long))]
    public void Long_runs_are_cut_in_linear_time(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times));
        Stopwatch watch = Stopwatch.StartNew();
        Check(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{text.Length} code units took {watch.Elapsed}");
    }

    [Fact]
    public void Surrogate_pairs_are_never_cut()
    {
        string text = "x" + string.Concat(Enumerable.Repeat("\uD83D\uDE00", 5000));
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(text, buffer);
        foreach (int end in buffer.Ends) Assert.False(end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]));
    }

    [Fact]
    public void A_sentence_that_runs_on_is_cut_at_punctuation_near_the_bound()
    {
        string text = string.Join(' ', Enumerable.Repeat("salt", 140)) + ", " + string.Join(' ', Enumerable.Repeat("tin", 100));
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(text, buffer);
        Assert.Equal(2, buffer.SentenceCount);
        Assert.Equal(141, buffer.SentenceFirst[1]);
    }

    private static void Check(string text)
    {
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(text, buffer);
        int end = 0;
        for (int i = 0; i < buffer.Count; i++)
        {
            int start = buffer.Starts[i];
            bool ordered = end <= start && start < buffer.Ends[i] && buffer.Ends[i] <= text.Length;
            if (!ordered || buffer.Ends[i] - start > Tokenizer.MaxTokenLength) Assert.Fail($"token {i} is [{start}, {buffer.Ends[i]}) after {end}");
            if (!text.AsSpan(end, start - end).IsWhiteSpace()) Assert.Fail($"'{text[end..start]}' lies outside every token");
            if (text.AsSpan(start, buffer.Ends[i] - start).ContainsAny(' ', '\n', '\u00A0')) Assert.Fail($"token {i} holds white space");
            end = buffer.Ends[i];
        }

        if (!text.AsSpan(end).IsWhiteSpace()) Assert.Fail($"'{text[end..]}' lies outside every token");
        CheckSentences(buffer);
    }

    private static void CheckSentences(TokenBuffer buffer)
    {
        Assert.Equal(buffer.Count > 0, buffer.SentenceCount > 0);
        for (int i = 0; i < buffer.SentenceCount; i++)
        {
            int next = i + 1 < buffer.SentenceCount ? buffer.SentenceFirst[i + 1] : buffer.Count;
            int length = next - buffer.SentenceFirst[i];
            if ((i == 0 && buffer.SentenceFirst[i] != 0) || length is < 1 or > Tokenizer.MaxSentenceTokens) Assert.Fail($"sentence {i} has {length} tokens");
        }
    }
}
