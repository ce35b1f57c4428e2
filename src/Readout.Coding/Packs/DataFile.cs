namespace Readout.Coding.Packs;

/// <summary>One text file of <c>data/</c> or of a user's overlay.</summary>
/// <param name="Path">Path relative to the data folder, with forward slashes: <c>actors/states.txt</c>.</param>
/// <param name="Text">Its content; line endings as read.</param>
public sealed record DataFile(string Path, string Text);

/// <summary>Something wrong in a data file, said so that its author can mend it.</summary>
/// <param name="Path">The file, relative to the data folder.</param>
/// <param name="Line">Line number from 1; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">What to do, or null.</param>
public sealed record DataProblem(string Path, int Line, string Message, string? Suggestion)
{
    /// <summary><c>path:line: message (suggestion)</c>.</summary>
    public override string ToString() =>
        Suggestion is null ? $"{Path}:{Line}: {Message}" : $"{Path}:{Line}: {Message} ({Suggestion})";
}
