using System.Text.Json;
using CsCheck;
using Readout.Analysis.Copies;
using Readout.Tests;
using Readout.Text;

namespace Readout.Analysis.Tests.Copies;

public sealed class CopyTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 400).Select(i => $"word{i}")];
    private static readonly Gen<string[]> Words = Gen.Int[0, 399].Select(number => Vocabulary[number]).Array[80, 200];

    public static TheoryData<CopyCase> Cases =>
        [.. JsonSerializer.Deserialize<CopyCase[]>(File.ReadAllText(Repository.Path("tests", "specs", "copies", "cases.json")), Options)!];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Copies_are_found_and_other_reports_are_not(CopyCase spec)
    {
        CopyBook book = new();
        long first = book.Add(Article(spec.One));
        Assert.Equal(spec.Copy, book.Add(Article(spec.Other)) == first);
        Assert.Equal(spec.Copy, CopyCheck.Compare(Shingles.Of(spec.One), Shingles.Of(spec.Other)).IsCopy);
    }

    [Fact]
    public void A_copy_of_a_copy_is_in_the_group_of_the_first()
    {
        string text = string.Join(' ', Vocabulary.Take(120));
        CopyBook book = new();
        Assert.Equal(0, book.Add(Article("Something else altogether, of more than twenty words, so that it has a sketch of its own and could be met by others in a band of it.")));
        Assert.Equal(1, book.Add(Article(text)));
        Assert.Equal(1, book.Add(Article("CITY, May 3 - " + text)));
        Assert.Equal(1, book.Add(Article(string.Join(' ', Vocabulary.Take(90)))));
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(-28, true)]
    [InlineData(29, false)]
    [InlineData(-365, false)]
    [InlineData(null, true)]
    public void What_is_printed_again_after_four_weeks_is_no_copy(int? later, bool copy)
    {
        Article article = Article(string.Join(' ', Vocabulary.Take(120))) with { Published = new DateOnly(1931, 5, 4) };
        CopyBook book = new();
        book.Add(article);
        Assert.Equal(copy ? 0 : 1, book.Add(article with { Published = later is int days ? article.Published.Value.AddDays(days) : null }));
    }

    [Fact]
    public void A_text_cut_to_half_is_found() => Words.Sample(words =>
    {
        CopyBook book = new();
        book.Add(Article(string.Join(' ', words)));
        return book.Add(Article(string.Join(' ', words.Take(words.Length / 2)))) == 0;
    });

    [Fact]
    public void Of_texts_with_one_word_in_twelve_changed_97_in_a_hundred_are_found()
    {
        Random random = new(1);
        int found = 0;
        for (int text = 0; text < 500; text++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(80, 201)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)])];
            string[] edited = [.. words.Select((word, i) => i % 12 == 5 ? $"edited{i}" : word)];
            CopyBook book = new();
            book.Add(Article(string.Join(' ', words)));
            if (book.Add(Article(string.Join(' ', edited))) == 0) found++;
        }

        Assert.InRange(found, 485, 500);
    }

    [Fact]
    public void Texts_of_the_same_words_in_another_order_are_no_copies() => Words.Sample(words =>
    {
        CopyBook book = new();
        book.Add(Article(string.Join(' ', words)));
        return book.Add(Article(string.Join(' ', words.OrderBy(word => word, StringComparer.Ordinal).ThenBy(word => word.Length)))) == 1;
    });

    [Fact]
    public void What_is_shared_does_not_depend_on_the_side_nor_on_case_and_marks() => Gen.Select(Words, Words).Sample((one, other) =>
    {
        Shingles first = Shingles.Of(string.Join(' ', one));
        Shingles second = Shingles.Of(string.Join(' ', other));
        Shingles marked = Shingles.Of(string.Join(", ", one).ToUpperInvariant() + ".");
        return Shingles.Shared(first, second) == Shingles.Shared(second, first)
            && Shingles.Shared(first, marked) == first.Count && first.Count == marked.Count && first.Bands().SequenceEqual(marked.Bands());
    });

    [Fact]
    public void Bands_are_the_same_on_every_machine() =>
        Assert.Equal((18, 6769388804403150656), (Shingles.Of(string.Join(' ', Vocabulary)).Bands().Length, Shingles.Of(string.Join(' ', Vocabulary)).Bands()[0]));

    [Theory]
    [InlineData("")]
    [InlineData("one two")]
    public void A_text_without_runs_is_no_copy_of_itself(string text)
    {
        Assert.Empty(Shingles.Of(text).Bands());
        Assert.False(CopyCheck.Compare(Shingles.Of(text), Shingles.Of(text)).IsCopy);
    }

    private static Article Article(string text) => Readout.Text.Article.FromText("a", text);

    public sealed record CopyCase(string Id, bool Copy, string One, string Other)
    {
        public override string ToString() => Id;
    }
}
