using Readout.Archive.Ingests;
using Readout.Archive.Tests.Engines;

namespace Readout.Archive.Tests.Ingests;

public class IngestBookTests
{
    private static readonly DateTimeOffset Now = new(1931, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_last_ones_are_kept_whole_and_the_first_forgotten(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        IngestBook book = new(test.Archive);
        Assert.Empty(book.Newest());
        for (int i = 1; i <= IngestBook.Most + 3; i++) Assert.Equal(i, book.Keep(Past($"folder {i}")).Id);
        Assert.Equal(Enumerable.Range(4, IngestBook.Most).Reverse().Select(number => (long)number), book.Newest().Select(past => past.Id));
        IngestItem newest = book.Newest()[0];
        Assert.Equal(("folder 23", "stopped", "Stopped after 7 articles.", 7L, 4L, 2L, 1L, 1L), (newest.What, newest.State, newest.Line, newest.Articles, newest.New, newest.Revised, newest.Known, newest.Refused));
        Assert.Equal(["page.html: no text “at all”\ufffd"], newest.Refusals);
        Assert.Equal(["a note"], newest.Notes);
        Assert.Equal((Now, Now.AddMinutes(3)), (newest.StartedAt, newest.EndedAt));
    }

    private static IngestItem Past(string what) => new()
    {
        Id = 0,
        What = what,
        State = "stopped",
        Line = "Stopped after 7 articles.",
        Articles = 7,
        New = 4,
        Revised = 2,
        Known = 1,
        Refused = 1,
        Refusals = ["page.html: no text “at all”\0"],
        Notes = ["a note"],
        StartedAt = Now,
        EndedAt = Now.AddMinutes(3),
    };
}
