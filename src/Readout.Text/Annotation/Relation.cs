namespace Readout.Text;

/// <summary>Universal Dependencies relations of the English treebanks, subtypes included.</summary>
public enum Relation : byte
{
    /// <summary>No parser ran, or the label is outside the closed set.</summary>
    None,

    /// <summary><c>acl</c></summary>
    Acl,

    /// <summary><c>acl:relcl</c></summary>
    AclRelcl,

    /// <summary><c>advcl</c></summary>
    Advcl,

    /// <summary><c>advcl:relcl</c></summary>
    AdvclRelcl,

    /// <summary><c>advmod</c></summary>
    Advmod,

    /// <summary><c>amod</c></summary>
    Amod,

    /// <summary><c>appos</c></summary>
    Appos,

    /// <summary><c>aux</c></summary>
    Aux,

    /// <summary><c>aux:pass</c></summary>
    AuxPass,

    /// <summary><c>case</c></summary>
    Case,

    /// <summary><c>cc</c></summary>
    Cc,

    /// <summary><c>cc:preconj</c></summary>
    CcPreconj,

    /// <summary><c>ccomp</c></summary>
    Ccomp,

    /// <summary><c>compound</c></summary>
    Compound,

    /// <summary><c>compound:prt</c></summary>
    CompoundPrt,

    /// <summary><c>conj</c></summary>
    Conj,

    /// <summary><c>cop</c></summary>
    Cop,

    /// <summary><c>csubj</c></summary>
    Csubj,

    /// <summary><c>csubj:outer</c></summary>
    CsubjOuter,

    /// <summary><c>csubj:pass</c></summary>
    CsubjPass,

    /// <summary><c>dep</c></summary>
    Dep,

    /// <summary><c>det</c></summary>
    Det,

    /// <summary><c>det:predet</c></summary>
    DetPredet,

    /// <summary><c>discourse</c></summary>
    Discourse,

    /// <summary><c>dislocated</c></summary>
    Dislocated,

    /// <summary><c>expl</c></summary>
    Expl,

    /// <summary><c>fixed</c></summary>
    Fixed,

    /// <summary><c>flat</c></summary>
    Flat,

    /// <summary><c>goeswith</c></summary>
    Goeswith,

    /// <summary><c>iobj</c></summary>
    Iobj,

    /// <summary><c>list</c></summary>
    List,

    /// <summary><c>mark</c></summary>
    Mark,

    /// <summary><c>nmod</c></summary>
    Nmod,

    /// <summary><c>nmod:desc</c></summary>
    NmodDesc,

    /// <summary><c>nmod:poss</c></summary>
    NmodPoss,

    /// <summary><c>nmod:unmarked</c></summary>
    NmodUnmarked,

    /// <summary><c>nsubj</c></summary>
    Nsubj,

    /// <summary><c>nsubj:outer</c></summary>
    NsubjOuter,

    /// <summary><c>nsubj:pass</c></summary>
    NsubjPass,

    /// <summary><c>nummod</c></summary>
    Nummod,

    /// <summary><c>obj</c></summary>
    Obj,

    /// <summary><c>obl</c></summary>
    Obl,

    /// <summary><c>obl:agent</c></summary>
    OblAgent,

    /// <summary><c>obl:unmarked</c></summary>
    OblUnmarked,

    /// <summary><c>orphan</c></summary>
    Orphan,

    /// <summary><c>parataxis</c></summary>
    Parataxis,

    /// <summary><c>punct</c></summary>
    Punct,

    /// <summary><c>reparandum</c></summary>
    Reparandum,

    /// <summary><c>root</c></summary>
    Root,

    /// <summary><c>vocative</c></summary>
    Vocative,

    /// <summary><c>xcomp</c></summary>
    Xcomp,
}

/// <summary>The printed forms of <see cref="Relation"/> and their universal bases.</summary>
public static class Relations
{
    private static readonly string[] Labels =
    [
        "_",
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
        "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
        "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
        "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
        "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    ];

    private static readonly Dictionary<string, Relation> ByLabel = Index();

    private static readonly Relation[] Bases = [.. Labels.Select(label => Parse(label.Split(':')[0]))];

    /// <summary>Number of relations, <see cref="Relation.None"/> included.</summary>
    public static int Count => Labels.Length;

    /// <summary>The label as printed in CoNLL-U; <c>_</c> for <see cref="Relation.None"/>.</summary>
    public static string Label(this Relation relation) => Labels[(int)relation];

    /// <summary>The relation without its subtype: <c>nsubj</c> of <c>nsubj:pass</c>.</summary>
    public static Relation Base(this Relation relation) => Bases[(int)relation];

    /// <summary>
    /// The relation of a label; a subtype outside the closed set yields its base, and an unknown label
    /// <see cref="Relation.None"/>.
    /// </summary>
    public static Relation Parse(string label)
    {
        if (ByLabel.TryGetValue(label, out Relation relation)) return relation;
        int colon = label.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? ByLabel.GetValueOrDefault(label[..colon]) : Relation.None;
    }

    private static Dictionary<string, Relation> Index()
    {
        Dictionary<string, Relation> index = new(StringComparer.Ordinal);
        for (int i = 1; i < Labels.Length; i++) index[Labels[i]] = (Relation)i;
        return index;
    }
}
