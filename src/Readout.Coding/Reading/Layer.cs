namespace Readout.Coding.Reading;

/// <summary>What stages give and need. Each layer is given by one stage and never edited by another.</summary>
[Flags]
internal enum Layer
{
    None = 0,

    /// <summary>Tokens, sentences, tags, lemmas, trees and names.</summary>
    Document = 1,

    /// <summary>Expressions of time.</summary>
    Dates = 2,

    /// <summary>Places named in the text.</summary>
    Places = 4,

    /// <summary>Mentions of actors, resolved.</summary>
    Mentions = 8,

    /// <summary>Sources, cues and contents.</summary>
    Quotes = 16,

    /// <summary>Coded happenings.</summary>
    Events = 32,

    /// <summary>Consultations held and to come.</summary>
    Meetings = 64,
}
