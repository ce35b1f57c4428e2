namespace Readout.Archive.Tests.Engines;

/// <summary>The engines that every test of the archive runs on.</summary>
public static class Engine
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public static TheoryData<string> All => [Sqlite, Postgres];
}
