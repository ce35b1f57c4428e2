using Readout.Analysis.Reports;
using Readout.Analysis.Watches;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Watches;

public class HappeningWeightTests
{
    private static readonly Report Talk = new() { Key = "k", Article = "a", Type = EventType.Consult, PloverScore = 1.5, Trigger = "met" };

    [Fact]
    public void More_of_everything_weighs_more()
    {
        int[] weights =
        [
            HappeningWeight.Of(Talk, 1),
            HappeningWeight.Of(Talk, 2),
            HappeningWeight.Of(Talk, 5),
            HappeningWeight.Of(Talk with { Actors = [new Party("person/x", "X", "BOR", "BOR", "GOV", "Foreign Minister")] }, 5),
            HappeningWeight.Of(Talk with { Actors = [new Party("person/x", "X", "BOR", "BOR", "GOV", "President")] }, 5),
            HappeningWeight.Of(Talk with { Type = EventType.Assault, PloverScore = -9 }, 5),
            HappeningWeight.Of(Talk with { Type = EventType.Assault, PloverScore = -9, Size = EventSize.None with { Dead = new PeopleCount(40, null, default) } }, 5),
        ];
        Assert.Equal(weights.Order(), weights);
        Assert.Equal(weights.Length, weights.Distinct().Count());
        Assert.Equal(15, weights[0]);
    }

    [Fact]
    public void What_is_denied_or_only_announced_weighs_less()
    {
        Report blow = Talk with { Type = EventType.Assault, PloverScore = -9 };
        Assert.True(HappeningWeight.Of(blow with { Status = EventStatus.Future }, 1) < HappeningWeight.Of(blow with { Status = EventStatus.Negated }, 1));
        Assert.True(HappeningWeight.Of(blow with { Status = EventStatus.Negated }, 1) < HappeningWeight.Of(blow, 1));
    }
}
