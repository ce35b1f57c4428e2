using Readout.Analysis.Relations;
using Readout.Coding.Packs;
using Readout.Coding.Reading;

namespace Readout.Desk.Hosting;

/// <summary>What reads articles and what is known of actors and types, loaded once in the background. Safe to call from every thread.</summary>
/// <param name="loading">The load that is under way.</param>
public sealed class DeskKnowledge(Task<Reader> loading)
{
    private readonly Lazy<SideNames> _sides = new(() => new SideNames(loading.GetAwaiter().GetResult().Knowledge));

    /// <summary>The reader; waits until it is loaded.</summary>
    public Reader Reader => loading.GetAwaiter().GetResult();

    /// <summary>The knowledge of the reader; waits until it is loaded.</summary>
    public Knowledge Knowledge => Reader.Knowledge;

    /// <summary>Who is meant by codes and names; waits until it is loaded.</summary>
    public SideNames Sides => _sides.Value;

    /// <summary>Whether it is loaded, without waiting.</summary>
    public bool IsLoaded => loading.IsCompletedSuccessfully;

    /// <summary>Name of a code of the closed table: <c>Norway</c> for <c>NOR</c>; the code itself where it is in no table.</summary>
    public string NameOf(string code) => Sides.NameOf(code);
}
