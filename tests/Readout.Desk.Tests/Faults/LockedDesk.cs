using Microsoft.Data.Sqlite;
using Readout.Desk.Hosting;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Faults;

/// <summary>A desk that waits for a lock only briefly, and another program that takes it.</summary>
public sealed class LockedDesk(TestReader knowledge) : DeskFixture(knowledge)
{
    /// <summary>Holds the right to write, as another program's transaction does, until it is disposed of.</summary>
    internal IDisposable Lock()
    {
        SqliteConnection other = new(new SqliteConnectionStringBuilder { DataSource = Archive.Location.Path, Pooling = false }.ConnectionString);
        other.Open();
        using SqliteCommand begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return other;
    }

    protected override DeskOptions Change(DeskOptions options) => options with { Archive = options.Archive with { Patience = TimeSpan.FromMilliseconds(300) }, Follows = false };
}
