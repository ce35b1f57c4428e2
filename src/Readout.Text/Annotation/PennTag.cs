namespace Readout.Text;

/// <summary>
/// Penn Treebank part-of-speech tags as the English web treebanks use them (<c>ADD</c> address, <c>AFX</c> affix,
/// <c>GW</c> goes with, <c>HYPH</c> hyphen, <c>NFP</c> superfluous punctuation).
/// </summary>
public enum PennTag : byte
{
    /// <summary>Not tagged.</summary>
    None,

    /// <summary><c>CC</c></summary>
    CC,

    /// <summary><c>CD</c></summary>
    CD,

    /// <summary><c>DT</c></summary>
    DT,

    /// <summary><c>EX</c></summary>
    EX,

    /// <summary><c>FW</c></summary>
    FW,

    /// <summary><c>IN</c></summary>
    IN,

    /// <summary><c>JJ</c></summary>
    JJ,

    /// <summary><c>JJR</c></summary>
    JJR,

    /// <summary><c>JJS</c></summary>
    JJS,

    /// <summary><c>LS</c></summary>
    LS,

    /// <summary><c>MD</c></summary>
    MD,

    /// <summary><c>NN</c></summary>
    NN,

    /// <summary><c>NNS</c></summary>
    NNS,

    /// <summary><c>NNP</c></summary>
    NNP,

    /// <summary><c>NNPS</c></summary>
    NNPS,

    /// <summary><c>PDT</c></summary>
    PDT,

    /// <summary><c>POS</c></summary>
    POS,

    /// <summary><c>PRP</c></summary>
    PRP,

    /// <summary><c>PRP$</c></summary>
    PRPS,

    /// <summary><c>RB</c></summary>
    RB,

    /// <summary><c>RBR</c></summary>
    RBR,

    /// <summary><c>RBS</c></summary>
    RBS,

    /// <summary><c>RP</c></summary>
    RP,

    /// <summary><c>SYM</c></summary>
    SYM,

    /// <summary><c>TO</c></summary>
    TO,

    /// <summary><c>UH</c></summary>
    UH,

    /// <summary><c>VB</c></summary>
    VB,

    /// <summary><c>VBD</c></summary>
    VBD,

    /// <summary><c>VBG</c></summary>
    VBG,

    /// <summary><c>VBN</c></summary>
    VBN,

    /// <summary><c>VBP</c></summary>
    VBP,

    /// <summary><c>VBZ</c></summary>
    VBZ,

    /// <summary><c>WDT</c></summary>
    WDT,

    /// <summary><c>WP</c></summary>
    WP,

    /// <summary><c>WP$</c></summary>
    WPS,

    /// <summary><c>WRB</c></summary>
    WRB,

    /// <summary><c>ADD</c></summary>
    ADD,

    /// <summary><c>AFX</c></summary>
    AFX,

    /// <summary><c>GW</c></summary>
    GW,

    /// <summary><c>HYPH</c></summary>
    HYPH,

    /// <summary><c>NFP</c></summary>
    NFP,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>.</c></summary>
    Period,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>``</c></summary>
    OpenQuote,

    /// <summary><c>''</c></summary>
    CloseQuote,

    /// <summary><c>-LRB-</c></summary>
    LRB,

    /// <summary><c>-RRB-</c></summary>
    RRB,

    /// <summary><c>$</c></summary>
    Dollar,

    /// <summary><c>XX</c></summary>
    XX,
}

/// <summary>The printed forms of <see cref="PennTag"/>.</summary>
public static class PennTags
{
    private static readonly string[] Labels =
    [
        "_",
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
        "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT",
        "WP", "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "$", "XX",
    ];

    private static readonly Dictionary<string, PennTag> ByLabel = Index();

    /// <summary>Number of tags, <see cref="PennTag.None"/> included.</summary>
    public static int Count => Labels.Length;

    /// <summary>The label as printed in CoNLL-U; <c>_</c> for <see cref="PennTag.None"/>.</summary>
    public static string Label(this PennTag tag) => Labels[(int)tag];

    /// <summary>The tag of a label; <see cref="PennTag.None"/> where the label is not one of the closed set.</summary>
    public static PennTag Parse(string label) => ByLabel.GetValueOrDefault(label);

    /// <summary>The tag of a label; <see cref="PennTag.None"/> where the label is not one of the closed set.</summary>
    internal static PennTag Parse(ReadOnlySpan<char> label) =>
        ByLabel.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out PennTag tag) ? tag : PennTag.None;

    private static Dictionary<string, PennTag> Index()
    {
        Dictionary<string, PennTag> index = new(StringComparer.Ordinal);
        for (int i = 1; i < Labels.Length; i++) index[Labels[i]] = (PennTag)i;
        return index;
    }
}
