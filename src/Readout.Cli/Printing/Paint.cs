namespace Readout.Cli.Printing;

/// <summary>Colours of the printed record, as SGR codes of ECMA-48; nothing where the output wants no colour.</summary>
internal sealed class Paint(bool isOn)
{
    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Head(string text) => Wrap("1;36", text);

    public string Warn(string text) => Wrap("33", text);

    /// <summary>The words of a role, in the colour of that role.</summary>
    public string Of(Role role, string text) => role switch
    {
        Role.Deed => Wrap("1;35", text),
        Role.Actor => Wrap("1;32", text),
        Role.Recipient => Wrap("1;34", text),
        Role.Date => Wrap("36", text),
        Role.Place => Wrap("33", text),
        Role.Source => Wrap("4", text),
        _ => text,
    };

    private string Wrap(string code, string text) => isOn && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}

/// <summary>What a stretch of an event's sentence is evidence for; where two meet, the earlier one here is marked.</summary>
internal enum Role
{
    None,
    Deed,
    Actor,
    Recipient,
    Date,
    Place,
    Source,
}
