namespace Readout.Coding.Codebooks;

/// <summary>What a word says about the deed that it governs or marks.</summary>
public enum CueKind : byte
{
    /// <summary>It is to come.</summary>
    Future,

    /// <summary>It is conditional or speculated about.</summary>
    Hypothetical,

    /// <summary>It did not happen.</summary>
    Negated,

    /// <summary>The subject denies it.</summary>
    Denied,

    /// <summary>It is old background.</summary>
    Historical,

    /// <summary>The word passes on status and subject: <c>begin</c>, <c>continue</c>.</summary>
    Transparent,

    /// <summary>The deed is presupposed: <c>condemn</c>, <c>welcome</c>.</summary>
    Factive,

    /// <summary>It is said by somebody: <c>say</c>, <c>tell</c>.</summary>
    Speech,

    /// <summary>The noun's deed happens: <c>begin</c>, <c>take place</c>, <c>follow</c>.</summary>
    Occurrence,

    /// <summary>Who does the deed says to be ready for it: <c>ready</c>, <c>willing</c>.</summary>
    Offer,
}

/// <summary>The parts of speech of cues.</summary>
public enum CueClass : byte
{
    /// <summary>A verb.</summary>
    Verb,

    /// <summary>A noun.</summary>
    Noun,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>An adverb or a phrase used as one.</summary>
    Adverb,

    /// <summary>A conjunction or preposition: <c>if</c>, <c>unless</c>.</summary>
    Mark,

    /// <summary>A modal or auxiliary.</summary>
    Auxiliary,
}

/// <summary>A word that decides a status.</summary>
internal readonly record struct CueEntry(CueKind Kind, CueClass Class, int Word);
