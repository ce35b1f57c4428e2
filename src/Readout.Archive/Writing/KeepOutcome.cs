namespace Readout.Archive.Writing;

/// <summary>What keeping a record came to.</summary>
public enum KeepOutcome
{
    /// <summary>An article that the archive did not have.</summary>
    New,

    /// <summary>A changed article: a further revision, the ones before kept.</summary>
    Revision,

    /// <summary>A revision that the archive has, coded with another pack: a further coding of it, the ones before kept.</summary>
    Recoded,

    /// <summary>The same article, content and pack as before: nothing is written.</summary>
    Known,
}

/// <summary>A record that was kept, with the numbers of its rows. Immutable.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Article">Number of the article.</param>
/// <param name="Revision">Number of the revision's row.</param>
/// <param name="Coding">Number of the coding's row.</param>
public readonly record struct KeepResult(KeepOutcome Outcome, long Article, long Revision, long Coding);
