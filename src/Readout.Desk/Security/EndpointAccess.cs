namespace Readout.Desk.Security;

/// <summary>An endpoint that changes something and that readers may use too: their own notes, replies, watches, signing out.</summary>
internal sealed class ForReaders
{
    public static readonly ForReaders Instance = new();
}

/// <summary>An endpoint for those who are not signed in: signing in, styles, health, an address with a secret of its own.</summary>
internal sealed class ForAnybody
{
    public static readonly ForAnybody Instance = new();
}

/// <summary>An endpoint that is told by a secret in its address who asks, and takes requests that come from no form of the desk's: unsubscribing by one click.</summary>
internal sealed class ProvenByItsAddress
{
    public static readonly ProvenByItsAddress Instance = new();
}
