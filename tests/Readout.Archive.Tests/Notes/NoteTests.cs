using Readout.Archive.Notes;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Tests.Notes;

public sealed class NoteTests
{
    private static readonly DateTimeOffset Now = new(2031, 8, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_note_is_its_readers_alone(string engine)
    {
        using TestArchive test = Filled(engine);
        NoteBook book = new(test.Archive);
        Note note = book.Add(On(test, "anna", "Who was he?\0\ud800"));
        Assert.Equal("Who was he?\ufffd\ufffd", Assert.Single(book.Of("anna", 1)).Body);
        Assert.Equal(note with { Body = "Who was he?\ufffd\ufffd" }, book.Of("anna", 1)[0]);
        Assert.Empty(book.Of("berta", 1));
        Assert.False(book.Remove("berta", note.Id));
        Assert.True(book.Remove("anna", note.Id));
        Assert.Empty(book.Of("anna", 1));
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Its_words_are_found_again_in_a_changed_text(string engine)
    {
        using TestArchive test = Filled(engine);
        NoteBook book = new(test.Archive);
        Note note = book.Add(On(test, "anna", "Who was he?"));
        string longer = Records.Visit(before: "Rain fell in Strelsau all day while ").Article.Text;
        Assert.Equal("visited", note.PlaceIn(note.Revision + 1, longer)!.Value.In(longer));
        Assert.Equal(note.Span, note.PlaceIn(note.Revision, Records.Visit().Article.Text));
        Assert.Null(note.PlaceIn(note.Revision + 1, "Nothing of the kind."));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_article_that_is_not_there_takes_none(string engine)
    {
        using TestArchive test = Filled(engine);
        NoteBook book = new(test.Archive);
        Assert.Throws<ArgumentException>(() => book.Add(On(test, "anna", "Hm.") with { Article = 99 }));
        Assert.Throws<ArgumentException>(() => Note.On("Short.", new TextSpan(3, 40), "event", "Hm."));
        Assert.Throws<ArgumentException>(() => Note.On("Short.", new TextSpan(0, 5), "event", " "));
        Assert.Throws<ArgumentException>(() => Note.On("Short.", new TextSpan(0, 5), "event", new string('x', Note.Longest + 1)));
    }

    private static Note On(TestArchive test, string reader, string body)
    {
        ArticleRecord record = Records.Visit();
        return Note.On(record.Article.Text, record.Events[0].Trigger, "event", body) with { Reader = reader, Article = 1, Revision = test.Archive.Articles.Find(1)!.Revision, At = Now };
    }

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit());
        writer.Commit();
        return test;
    }
}
