using System.Reflection;

namespace Readout.Cli;

/// <summary>The version that the build gave the program.</summary>
internal static class ProgramVersion
{
    /// <summary>Without the source revision: <c>0.1.0</c>.</summary>
    public static string Number { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
