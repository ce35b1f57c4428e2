using Readout.Archive.SavedSearches;
using Readout.Archive.Tests.Engines;

namespace Readout.Archive.Tests.SavedSearches;

public class SavedSearchStoreTests
{
    private static readonly DateTimeOffset Now = new(1931, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_search_is_kept_replaced_and_forgotten_by_its_owner_alone(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        SavedSearchStore store = new(test.Archive);
        store.Keep("flavia", " Graustark ", "q=Graustark", Now);
        store.Keep("flavia", "Aid", "type=AID", Now);
        store.Keep("rupert", "Graustark", "q=other", Now);
        store.Keep("flavia", "Graustark", "q=Graustark&type=AID", Now.AddDays(1));
        Assert.Equal([("Aid", "type=AID", Now), ("Graustark", "q=Graustark&type=AID", Now.AddDays(1))], store.Of("flavia").Select(search => (search.Name, search.Query, search.MadeAt)));
        Assert.False(store.Forget("rupert", "Aid"));
        Assert.True(store.Forget("flavia", "Graustark"));
        Assert.Equal(["Aid"], store.Of("flavia").Select(search => search.Name));
        Assert.Single(store.Of("rupert"));
    }

    [Fact]
    public void What_cannot_be_kept_is_said()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        SavedSearchStore store = new(test.Archive);
        Assert.Throws<ArgumentException>(() => store.Keep("flavia", " ", "q=a", Now));
        Assert.Throws<ArgumentException>(() => store.Keep("flavia", new string('a', 121), "q=a", Now));
        Assert.Throws<ArgumentException>(() => store.Keep("flavia", "two\nlines", "q=a", Now));
        Assert.Throws<ArgumentException>(() => store.Keep("flavia", "long", new string('a', 4001), Now));
        for (int i = 0; i < SavedSearchStore.Most; i++) store.Keep("flavia", $"{i}", "q=a", Now);
        Assert.Throws<ArgumentException>(() => store.Keep("flavia", "one more", "q=a", Now));
        store.Keep("flavia", "7", "q=b", Now);
    }
}
