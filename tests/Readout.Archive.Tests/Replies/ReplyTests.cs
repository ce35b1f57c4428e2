using Readout.Archive.Replies;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Replies;

public sealed class ReplyTests
{
    private static readonly DateTimeOffset Now = new(2031, 8, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_reply_waits_until_somebody_decides_and_is_decided_once(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            writer.Keep(Records.Visit());
            writer.Commit();
            ReplyBook book = new(test.Archive);
            Reply[] sent = [.. new[] { "One.", "Two.", "Three." }.Select(body => book.Add(New(body)))];
            Assert.Equal(3, book.CountWaiting());
            Assert.Equal(["Two.", "Three."], book.Waiting(5, sent[0].Id).Select(reply => reply.Body));
            Assert.Equal("ida@example.org", book.Decide(sent[1].Id, ReplyState.Approved, "ed", Now)!.Email);
            Assert.Null(book.Decide(sent[1].Id, ReplyState.Refused, "ed", Now));
            book.Decide(sent[0].Id, ReplyState.Refused, "ed", Now);
            Assert.Equal(("Two.", ReplyState.Approved, "ed"), book.Approved(1, 5).Select(reply => (reply.Body, reply.State, reply.DecidedBy)).Single());
            Assert.Empty(book.Approved(2, 5));
            Assert.Throws<ArgumentException>(() => book.Add(New("Four.") with { Article = 7 }));
        }

        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [InlineData("Ida", "ida@example.org", "Well said.", null)]
    [InlineData("", "ida@example.org", "Well said.", "Give a name.")]
    [InlineData("Ida", "", "Well said.", "Give a mail address.")]
    [InlineData("Ida", "ida@example", "Well said.", "Give a mail address.")]
    [InlineData("Ida", "<ida@example.org>", "Well said.", "Give a mail address.")]
    [InlineData("Ida", "ida@other@example.org", "Well said.", "Give a mail address.")]
    [InlineData("Ida", "ida@example.org\r\nBcc: all@example.org", "Well said.", "Give a mail address.")]
    [InlineData("Ida", "ida@example.org", "  ", "Write a reply.")]
    public void What_is_wrong_is_said(string name, string email, string body, string? problem) => Assert.Equal(problem, Reply.Problem(name, email, body));

    private static Reply New(string body) => new() { Article = 1, Name = "Ida", Email = "ida@example.org", Body = body, SentBy = "ida", SentAt = Now };
}
