using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Cli.Inputs;
using Readout.Sources;
using Readout.Text;
using Readout.Text.Conllu;

namespace Readout.Cli.Commands;

/// <summary>
/// <c>readout parse --conllu [PATH|URL|-]…</c>: the language layer alone. Text, pages and whatever else <c>read</c> takes are
/// cut into sentences and tokens; of CoNLL-U the tokens are kept.
/// </summary>
internal sealed class ParseCommand
{
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Files of text or CoNLL-U, addresses, or - for standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _conllu = new("--conllu") { Description = "Print CoNLL-U, which is the only format so far." };
    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Permit addresses in private networks." };
    private readonly Terminal _terminal;

    private ParseCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        ParseCommand parse = new(terminal);
        Command command = new("parse", "Print tokens, tags, lemmas, trees and names as CoNLL-U.") { parse._inputs, parse._conllu, parse._allowPrivate };
        command.SetAction(parse.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string[] arguments = InputArguments.Of(parsed.GetValue(_inputs), _terminal, "parse");
        using TextAnalyzer analyzer = ReaderFiles.LoadAnalyzer();
        SourceOptions options = new() { EnglishOnly = false, AllowPrivate = parsed.GetValue(_allowPrivate) };
        using ArticleInputs inputs = new(_terminal, options, null);
        int refused = 0;
        foreach (string argument in arguments)
        {
            using Stream? stream = ConlluInput.Open(argument, _terminal.Input);
            refused += stream is null || !ConlluInput.IsConllu(stream)
                ? PrintText(inputs.Open(argument, stream), analyzer)
                : PrintConllu(argument, stream, analyzer);
        }

        return refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private int PrintText(IEnumerable<SourceResult> sources, TextAnalyzer analyzer)
    {
        int refused = 0;
        foreach (SourceResult source in sources)
        {
            if (source.Article is { } article)
            {
                ConlluWriter.Write(_terminal.Output, ConlluDocument.FromDocument(analyzer.Analyze(article)));
                continue;
            }

            refused++;
            _terminal.Say(source.Refusal!.ToString());
        }

        return refused;
    }

    private int PrintConllu(string name, Stream stream, TextAnalyzer analyzer)
    {
        try
        {
            using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            foreach (ConlluSentence sentence in InOrder.Select(ConlluReader.Read(reader), sentence => Annotate(sentence, analyzer)))
                ConlluWriter.Write(_terminal.Output, sentence);
            return 0;
        }
        catch (FormatException exception)
        {
            _terminal.Say($"{name}: {exception.Message}");
            return 1;
        }
    }

    private static ConlluSentence Annotate(ConlluSentence sentence, TextAnalyzer analyzer)
    {
        Document document = analyzer.Annotate(ConlluDocument.ToDocument(sentence.Id ?? "", [sentence]));
        int word = 0;
        return sentence with
        {
            Lines = [.. sentence.Lines.Select(line => line.Kind == ConlluLineKind.Word ? Annotate(line, document.Token(word++)) : line)],
        };
    }

    private static ConlluToken Annotate(ConlluToken line, Token token) => line with
    {
        Lemma = token.Lemma,
        Upos = token.Upos == Upos.None ? "_" : token.Upos.ToString(),
        Xpos = token.Tag.Label(),
        Head = (token.HeadIndex + 1).ToString(CultureInfo.InvariantCulture),
        Deprel = token.Relation.Label(),
        Deps = "_",
    };
}
