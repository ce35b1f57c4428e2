using System.Collections.Immutable;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;
using Readout.Desk.Articles;
using Readout.Desk.Hosting;

namespace Readout.Desk.Codebooks;

/// <summary>Reads the codebook, and tries sentences. Safe to call from every thread.</summary>
/// <param name="knowledge">The codebook.</param>
/// <param name="room">Reads sentences.</param>
internal sealed class CodebookModels(DeskKnowledge knowledge, ReadingRoom room)
{
    /// <summary>Longest sentence that is tried, in UTF-16 code units.</summary>
    public const int LongestSentence = 500;

    /// <summary>How many frames, and how many examples, a page has.</summary>
    public const int APage = 40;

    private readonly Lazy<CodebookShelf> _shelf = new(() => new CodebookShelf(knowledge.Knowledge));

    /// <summary>All types.</summary>
    public CodebookModel All()
    {
        Codebook codebook = knowledge.Knowledge.Codebook;
        return new CodebookModel(
            [.. Enum.GetValues<EventType>().Select(codebook.Type).OfType<TypeDefinition>().Select(Line)],
            [.. codebook.Contexts.Select(context => new ContextLine(context.Name, context.Definition))], codebook.Frames.Length, codebook.Examples.Length);
    }

    /// <summary>A type with a page of its frames and of its examples; null where there is no such type.</summary>
    /// <param name="name">Name of the type, in either case.</param>
    /// <param name="words">Words that a frame must have in its name, its conditions or its examples, and an example in its text; or null.</param>
    /// <param name="from">Which frame, and which example, is the first of the page, from 0.</param>
    public TypeModel? Type(string name, string? words, int from)
    {
        Codebook codebook = knowledge.Knowledge.Codebook;
        if (!Spelling.TryParseType(name.ToUpperInvariant(), out EventType type) || codebook.Type(type) is not { } definition) return null;
        ImmutableArray<FrameLine> frames = _shelf.Value.Frames[type];
        ImmutableArray<ExampleLine> examples = _shelf.Value.Examples[type];
        if (words is not null)
        {
            frames = [.. frames.Where(frame => Has(frame, words))];
            examples = [.. examples.Where(example => example.Text.Contains(words, StringComparison.OrdinalIgnoreCase))];
        }

        return new TypeModel(
            Line(definition), [.. definition.Modes.Select(mode => new ModeLine(mode.Name, mode.ScoreTenths / 10.0, mode.Cameo, mode.Definition))],
            [.. frames.Skip(from).Take(APage)], [.. examples.Skip(from).Take(APage)], words, from, frames.Length, examples.Length);
    }

    /// <summary>A sentence coded, with why.</summary>
    public async Task<TriedSentence> TryAsync(string sentence, DateOnly? published)
    {
        if (sentence.Length > LongestSentence)
        {
            return new TriedSentence(sentence[..LongestSentence], published, null, FormattableString.Invariant($"The sentence has {sentence.Length:N0} characters; {LongestSentence} are tried."));
        }

        ArticleRecord record = await CodeAsync(sentence, published).ConfigureAwait(false);
        return new TriedSentence(sentence, published, ReaderView.Of(record, [.. MarkKinds.All], knowledge.Knowledge.Codebook), null);
    }

    /// <summary>The record of a sentence.</summary>
    public Task<ArticleRecord> CodeAsync(string sentence, DateOnly? published) =>
        room.ReadAsync(Readout.Text.Article.FromText("tried", sentence.ReplaceLineEndings("\n")) with { Published = published }, explain: true);

    private TypeLine Line(TypeDefinition definition) => new(
        definition.Type.Spelt(), definition.Quad.Spelt(), definition.ScoreTenths / 10.0, definition.Cameo, definition.Definition, _shelf.Value.Frames[definition.Type].Length);

    private static bool Has(FrameLine frame, string words) =>
        frame.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || frame.Text.Contains(words, StringComparison.OrdinalIgnoreCase)
        || frame.Examples.Any(example => example.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The frames and worked examples of each type as their authors wrote them. Immutable.</summary>
internal sealed class CodebookShelf
{
    public CodebookShelf(Knowledge knowledge)
    {
        Codebook codebook = knowledge.Codebook;
        HashSet<string> paths = [.. codebook.Frames.Select(frame => frame.Path)];
        Dictionary<string, string[]> lines = knowledge.ReadFiles().Where(file => paths.Contains(file.Path))
            .ToDictionary(file => file.Path, file => file.Text.ReplaceLineEndings("\n").Split('\n'), StringComparer.Ordinal);
        ILookup<string?, WorkedExample> examples = codebook.Examples.ToLookup(example => example.Frame);
        Frames = Enum.GetValues<EventType>().ToImmutableDictionary(
            type => type,
            type => (ImmutableArray<FrameLine>)[.. codebook.Frames.Where(frame => frame.Type == type).Select(frame => Line(frame, lines[frame.Path], examples[frame.Name]))]);
        // What must be found decides; where nothing must be, the frames of the file that it stands in.
        ILookup<EventType, WorkedExample> byType = codebook.Examples.Where(example => example.Frame is null).ToLookup(
            example => example.Expected is [{ Type: var first }, ..] ? first : codebook.Frames.FirstOrDefault(frame => frame.Path == example.Path)?.Type ?? default);
        Examples = Enum.GetValues<EventType>().ToImmutableDictionary(type => type, type => (ImmutableArray<ExampleLine>)[.. byType[type].Select(Example)]);
    }

    /// <summary>Examples that stand under no frame, by type, in the codebook's order.</summary>
    public ImmutableDictionary<EventType, ImmutableArray<ExampleLine>> Examples { get; }

    /// <summary>The frames by type, in the codebook's order.</summary>
    public ImmutableDictionary<EventType, ImmutableArray<FrameLine>> Frames { get; }

    private static FrameLine Line(Frame frame, string[] lines, IEnumerable<WorkedExample> examples)
    {
        IEnumerable<string> block = lines.Skip(frame.Line).TakeWhile(line => line.Length > 0 && line[0] is ' ' or '\t').Where(IsCondition);
        return new FrameLine(frame.Name, frame.Path, frame.Line, frame.Note, string.Join('\n', block.Select(line => line.Trim())), [.. examples.Select(Example)]);
    }

    private static bool IsCondition(string line) => line.TrimStart() is var text
        && !text.StartsWith("example", StringComparison.Ordinal) && !text.StartsWith("->", StringComparison.Ordinal) && !text.StartsWith("note", StringComparison.Ordinal);

    private static ExampleLine Example(WorkedExample example) => new(example.Text, example.Published, [.. example.Expected.Select(Coding)], example.Fails);

    private static string Coding(ExpectedEvent expected)
    {
        List<string> parts = [expected.Type.Spelt()];
        if (expected.Mode is { } mode and not "-") parts.Add(mode);
        if (expected.Action is { } action and not "-") parts.Add("of " + action);
        if (expected.Actors is { Length: > 0 } actors) parts.Add(string.Join(", ", actors));
        if (expected.Recipients is { Length: > 0 } recipients) parts.Add("→ " + string.Join(", ", recipients));
        if (expected.Status is { } status) parts.Add(status.Spelt());
        if (expected.Trigger is { } trigger) parts.Add($"“{trigger}”");
        return string.Join(' ', parts);
    }
}
