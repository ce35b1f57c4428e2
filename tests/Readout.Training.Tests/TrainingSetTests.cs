using Readout.Tests;
using Readout.Text.Models;
using Readout.Text.Tokens;
using Readout.Training.Corpora;
using Readout.Training.Network;

namespace Readout.Training.Tests;

public class TrainingSetTests
{
    [Fact]
    public void Other_sets_fade_from_epoch_to_epoch_and_the_core_stays()
    {
        TreebankSentence sentence = MarkedSentences.Parse("The harbour is closed.", "here", new TokenBuffer());
        Example Make(TreebankSentence s) => new(s, new Vocabulary([sentence], 1), new NameLists([]), new PhraseLists([]), 1 << 8);
        Example[] core = [.. Enumerable.Range(0, 100).Select(_ => Make(sentence))], others = [.. Enumerable.Range(0, 2000).Select(_ => Make(sentence))];
        TrainingOptions options = new() { Epochs = 3, LastShare = 0.2f };
        TrainingSet set = new(core, others, new NameSwap(Repository.Path("data", "words", "names")), Make, options);
        Random random = new(1);
        int[] drawn = [.. Enumerable.Range(1, 3).Select(epoch => set.Draw(epoch, random).Count - core.Length)];
        Assert.Equal(2000, drawn[0]);
        Assert.InRange(drawn[1], 1100, 1300);
        Assert.InRange(drawn[2], 320, 480);
        Assert.Superset(core.ToHashSet(), set.Draw(3, random).ToHashSet());
    }
}
