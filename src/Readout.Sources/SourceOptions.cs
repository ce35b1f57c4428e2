namespace Readout.Sources;

/// <summary>How inputs are read. The limits are hard: what exceeds them is refused or cut with a note.</summary>
public sealed record SourceOptions
{
    /// <summary>Day of publication given by the caller; it overrides what an input says. Null for none.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Whether addresses of the own machine and of private networks may be fetched.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The current day, against which dates in the future are told; null for the system's clock.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether texts that are not English are refused.</summary>
    public bool EnglishOnly { get; init; } = true;

    /// <summary>Largest single article in bytes, after decompression: 20 MB.</summary>
    public int MaxBytes { get; init; } = 20_000_000;

    /// <summary>Largest sitemap in bytes, after decompression: 50 MiB, as its protocol has it.</summary>
    public int MaxSitemapBytes { get; init; } = 52_428_800;

    /// <summary>Longest page in characters; the rest is cut with a note: 5 million.</summary>
    public int MaxCharacters { get; init; } = 5_000_000;

    /// <summary>Longest body of an article in characters; the paragraphs after it are left out with a note: 1 million.</summary>
    public int MaxArticle { get; init; } = 1_000_000;

    /// <summary>Longest time that one address may take, redirects included: 20 s.</summary>
    public TimeSpan FetchTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Address of a page or a mailbox that tells servers who fetches, named in the User-Agent; null for none.</summary>
    public string? Contact { get; init; }

    /// <summary>Most redirects followed: 10.</summary>
    public int MaxRedirects { get; init; } = 10;
}
