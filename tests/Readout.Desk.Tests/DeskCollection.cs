namespace Readout.Desk.Tests;

/// <summary>Tests that share one desk and one browser, and that leave the desk as they found it.</summary>
[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<DeskFixture>
{
    public const string Name = "desk";
}
