using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>Tells whether a phrase says where: by its preposition, and by what stands after it.</summary>
internal sealed class LocativePhrase(PlaceLayer layer)
{
    private readonly PlaceWords _words = layer.Gazetteer.Words;

    /// <summary>Whether the phrase that a token heads says where the deed of its governor was done.</summary>
    public bool Heads(Token head, Token governor)
    {
        if (Preposition(head, layer) is not { } word) return false;
        return Says(word, head, governor)
            || _words.Has(PlaceWordList.During, word.Form) && _words.Has(PlaceWordList.GatheringNouns, head.Form);
    }

    /// <summary>Whether a preposition before a head says where.</summary>
    public bool Says(Token preposition, Token head, Token governor)
    {
        if (_words.Has(PlaceWordList.Locative, preposition.Form)) return true;
        if (!_words.Has(PlaceWordList.LocativeSites, preposition.Form)) return false;
        if (layer.MentionAt(head.Index) is not { } mention)
        {
            return _words.Has(PlaceWordList.SiteNouns, head.Form) || _words.Has(PlaceWordList.PlaceNouns, head.Form) || head.Lemma is "sideline" or "sidelines" or "margin" or "margins";
        }

        bool shot = DeedPlace.IsVerb(governor) && _words.HasLemma(PlaceWordList.Attack, governor) && preposition.Is("over");
        return shot || mention.Candidates.All(place => place.Kind is PlaceKind.Water or PlaceKind.Landmark or PlaceKind.Base or PlaceKind.Crossing);
    }

    /// <summary>The preposition of a phrase: its case word, or the one right before a place whose case the tree hung elsewhere.</summary>
    public static Token? Preposition(Token head, PlaceLayer layer)
    {
        if (head.Child(Relation.Case) is { } word) return word;
        if (layer.MentionAt(head.Index) is not { } mention) return null;
        int first = head.Sentence.First;
        for (int i = mention.First - 1; i >= first; i--)
        {
            Token before = layer.Document.Token(i);
            if (before.Upos is Upos.ADP) return before;
            if (before.Upos is not (Upos.DET or Upos.ADJ)) return null;
        }

        return null;
    }
}
