using System.Globalization;
using Readout.Evaluation.Names;
using Readout.Evaluation.Parsing;
using Readout.Text;
using Readout.Text.Conllu;

namespace Readout.Cli.Commands;

/// <summary>The language layer on words that are given, one sentence at a time.</summary>
internal static class LanguageStages
{
    private static readonly string[] EntityTypes = ["PER", "ORG", "LOC"];

    /// <summary>Tags, lemmas and tree of a sentence.</summary>
    public static WordTree Tree(TextAnalyzer analyzer, WordSentence input)
    {
        Document document = analyzer.Annotate(ConlluDocument.ToDocument(input.Id, [input.Sentence]));
        return new WordTree([.. document.Tokens.Zip(input.Sentence.Words, Word)]);
    }

    /// <summary>Names of a sentence.</summary>
    public static EntityList Entities(TextAnalyzer analyzer, NamedSentence input)
    {
        ConlluSentence sentence = new()
        {
            Comments = input.Text is null ? [] : [$"# text = {input.Text}"],
            Lines = [.. input.Forms.Select((form, i) => new ConlluToken { Id = Number(i + 1), Form = form })],
        };
        Document document = analyzer.Annotate(ConlluDocument.ToDocument(input.Id, [sentence]));
        return new EntityList([.. document.Names.Select(name => new TokenEntity(name.First, name.End, EntityTypes[(int)name.Kind]))]);
    }

    private static ConlluToken Word(Token token, ConlluToken given) => given with
    {
        Lemma = token.Lemma,
        Upos = token.Upos == Upos.None ? "_" : token.Upos.ToString(),
        Xpos = token.Tag.Label(),
        Head = Number(token.HeadIndex + 1),
        Deprel = token.Relation.Label(),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
