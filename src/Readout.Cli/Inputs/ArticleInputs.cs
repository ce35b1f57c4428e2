using System.Text;
using Readout.Text;

namespace Readout.Cli.Inputs;

/// <summary>The articles that the arguments of <c>read</c> name.</summary>
internal sealed class ArticleInputs(Terminal terminal, string? id, DateOnly? date)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IEnumerable<PendingArticle> Open(IReadOnlyList<string> arguments) =>
        arguments.Select(argument => new PendingArticle(argument == "-" ? "standard input" : argument, () => Read(argument)));

    private Article Read(string argument)
    {
        byte[] bytes = argument == "-" ? ReadInput() : ReadFile(argument);
        string text = Decode(bytes);
        if (string.IsNullOrWhiteSpace(text)) throw new InputException("it holds no text");
        string name = id ?? (argument == "-" ? "stdin" : Path.GetFileNameWithoutExtension(argument));
        return Article.FromText(name, text.Replace("\r\n", "\n", StringComparison.Ordinal)) with { Published = date };
    }

    private byte[] ReadInput()
    {
        using MemoryStream bytes = new();
        terminal.Input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message);
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException("it is no UTF-8 text");
        }
    }
}
