using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>What a capital letter says of a word. Holds no state.</summary>
internal static class Capitals
{
    /// <summary>A proper noun; a capitalised word that the tagger does not know as one, unless the sentence capitalises its nouns and verbs.</summary>
    public static bool MayName(Token token)
    {
        if (token.Upos is Upos.PROPN or Upos.X or Upos.None) return true;
        return token.Upos is Upos.NOUN or Upos.ADJ or Upos.VERB && token.Tag != PennTag.NNS && Tells(token);
    }

    /// <summary>Whether a capital tells something here: the word does not open its sentence, which writes other nouns and verbs small.</summary>
    public static bool Tells(Token token) => IsAmongSmall(token, 2);

    /// <summary>Whether a proper noun stands in a sentence that is not all capitals.</summary>
    public static bool IsAmongSmall(Token token) => IsAmongSmall(token, 1);

    private static bool IsAmongSmall(Token token, int least)
    {
        Document document = token.Document;
        Sentence sentence = document.Sentence(document.SentenceOf(token.Index));
        if (token.Index == sentence.First) return false;
        int small = 0;
        for (int i = sentence.First; i < sentence.End && small < least; i++)
        {
            if (document.Token(i).Upos is Upos.NOUN or Upos.VERB && char.IsLower(document.Text[document.Token(i).Start])) small++;
        }

        return small >= least;
    }
}
