using Readout.Analysis.Watches;
using Readout.Archive.Watches;
using Readout.Coding.Record;
using Readout.Jobs.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Jobs.Tests.Watches;

public sealed class WatchJobTests : IDisposable
{
    private static readonly DateOnly Day = new(2010, 6, 1);
    private readonly WatchDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_daily_watch_yields_a_brief_a_period_once_and_one_for_the_days_that_it_slept()
    {
        _desk.Watch();
        Assert.Equal(default, await _desk.Run());
        _desk.Keep(WatchDesk.Deed(1, "accused", EventType.Accuse, -3, Day));
        _desk.Time.Advance(TimeSpan.FromHours(18));
        Assert.Equal(new WatchRun(1, 0, 0, 0), await _desk.Run());
        Assert.Equal(default, await _desk.Run());
        _desk.Time.Advance(TimeSpan.FromHours(24));
        await _desk.Run();
        _desk.Keep(WatchDesk.Deed(2, "bombed", EventType.Assault, -9, Day.AddDays(4)));
        _desk.Time.Advance(TimeSpan.FromHours(80));
        await _desk.Run();
        Assert.Equal(["made 06-01 06:00..06-02 06:00", "made 06-02 06:00..06-03 06:00 nothing", "made 06-03 06:00..06-06 06:00"], _desk.Told);
        Assert.Equal(["ACCUSE"], Lines(1));
        Assert.Equal(["ASSAULT"], Lines(3));
        Assert.Equal(new DateTimeOffset(2010, 6, 7, 6, 0, 0, TimeSpan.Zero), _desk.Watches.Find(1)!.NextAt);
    }

    [Fact]
    public async Task Two_that_run_at_once_make_one_brief()
    {
        Watch watch = _desk.Watch();
        _desk.Time.Advance(TimeSpan.FromHours(18));
        WatchJob slow = new(_desk.Archive, null, null, _desk, _desk.Time);
        Assert.Equal(1, (await _desk.Run()).Briefs);
        Assert.Null(slow.RunNow(watch));
        Assert.Single(_desk.Briefs.Of(watch.Id, 10));
    }

    [Fact]
    public async Task A_watch_that_ran_by_hand_tells_nothing_twice()
    {
        Watch watch = _desk.Watch();
        _desk.Keep(WatchDesk.Deed(1, "accused", EventType.Accuse, -3, Day));
        WatchJob job = new(_desk.Archive, null, null, _desk, _desk.Time);
        Assert.True(job.RunNow(watch)!.HasNews);
        Assert.Null(job.RunNow(_desk.Watches.Find(1)!));
        _desk.Time.Advance(TimeSpan.FromHours(18));
        await _desk.Run();
        Assert.Equal(["made 05-31 12:00..06-01 12:00", "made 06-01 12:00..06-02 06:00 nothing"], _desk.Told);
    }

    [Fact]
    public async Task A_paused_watch_rests_and_a_broken_one_does_not_stop_the_others()
    {
        _desk.Watch();
        _desk.Watch(name: "Paused");
        _desk.Watches.SetActive(2, false);
        _desk.Time.Advance(TimeSpan.FromHours(18));
        Assert.Equal(1, (await _desk.Run()).Briefs);
        Assert.Empty(_desk.Briefs.Of(2, 10));
    }

    [Fact]
    public async Task A_watch_waits_until_the_index_moves_and_tells_of_a_move_once()
    {
        DateOnly start = Day.AddDays(-7 * 20);
        for (int week = 0; week < 20; week++) _desk.Keep([.. Enumerable.Range(0, 3).Select(i => WatchDesk.Deed(10 * week + i, "praised", EventType.Support, 4 + i, start.AddDays(7 * week + i)))]);
        _desk.Watch("move");
        await _desk.Run();
        _desk.Time.Advance(TimeSpan.FromMinutes(20));
        await _desk.Run();
        Assert.Empty(_desk.Told);
        for (int week = 20; week < 23; week++)
        {
            _desk.Keep([.. Enumerable.Range(0, 4).Select(i => WatchDesk.Deed(10 * week + i, "bombed", EventType.Assault, -9, start.AddDays(7 * week + i)))]);
        }

        _desk.Time.Advance(TimeSpan.FromDays(18));
        Assert.Equal(1, (await _desk.Run()).Briefs);
        Brief brief = _desk.Briefs.Content(1)!;
        Assert.NotEmpty(Assert.Single(brief.Index).Moves);
        Assert.NotEmpty(brief.Index[0].Why);
        BriefLine[] told = [.. brief.Lines, .. brief.Earlier];
        Assert.Equal(12, told.Sum(line => line.Voices));
        Assert.All(told, line => Assert.Equal("ASSAULT", line.Type));
        for (int i = 0; i < 3; i++)
        {
            _desk.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(default, await _desk.Run());
        }
    }

    [Fact]
    public void Waits_between_tries_grow_and_end()
    {
        DateTimeOffset now = _desk.Time.GetUtcNow();
        TimeSpan[] waits = [.. Enumerable.Range(1, MailBackOff.MostAttempts - 1).Select(attempt => MailBackOff.Next(attempt, now)!.Value - now)];
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromDays(3), TimeSpan.FromDays(5));
        Assert.Null(MailBackOff.Next(MailBackOff.MostAttempts, now));
    }

    private string[] Lines(long brief) => [.. _desk.Briefs.Content(brief)!.Lines.Select(line => line.Type)];
}
