using System.Collections.Immutable;

namespace Readout.Cli.Settings;

/// <summary>What a value of <c>readout.toml</c> may be.</summary>
internal enum SettingKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A path; one that is not rooted is taken from the folder of the file.</summary>
    Path,

    /// <summary>A list of words.</summary>
    List,
}

/// <summary>
/// A key of <c>readout.toml</c> and the variable of the environment that says the same. What the command line says comes first,
/// then the environment, then the file. Immutable.
/// </summary>
/// <param name="Key">The key with its table: <c>desk.urls</c>.</param>
/// <param name="Variable">The variable: <c>READOUT_DESK_URLS</c>.</param>
/// <param name="Kind">What its value may be.</param>
internal sealed record Setting(string Key, string Variable, SettingKind Kind)
{
    /// <summary>All keys; <c>docs/configuration.md</c> says what each is for.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        new("archive", "READOUT_ARCHIVE", SettingKind.Text),
        new("data", "READOUT_DATA", SettingKind.Path),
        new("contact", "READOUT_CONTACT", SettingKind.Text),
        new("desk.urls", "READOUT_DESK_URLS", SettingKind.List),
        new("desk.public-url", "READOUT_DESK_URL", SettingKind.Text),
        new("desk.password-file", "READOUT_DESK_PASSWORD_FILE", SettingKind.Path),
        new("desk.log", "READOUT_DESK_LOG", SettingKind.Text),
        new("desk.log-level", "READOUT_DESK_LOG_LEVEL", SettingKind.Text),
        new("desk.telemetry", "READOUT_DESK_TELEMETRY", SettingKind.Text),
        new("mail.server", "READOUT_SMTP", SettingKind.Text),
        new("mail.from", "READOUT_MAIL_FROM", SettingKind.Text),
        new("mail.password-file", "READOUT_SMTP_PASSWORD_FILE", SettingKind.Path),
        new("mail.trust-file", "READOUT_SMTP_TRUST", SettingKind.Path),
    ];
}
