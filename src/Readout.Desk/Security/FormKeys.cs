using Microsoft.AspNetCore.DataProtection;
using Readout.Archive;

namespace Readout.Desk.Security;

/// <summary>
/// The keys that the desk's forms are made with. They are kept in the archive's own folder for the desk, which its user alone can read, so that a
/// form that is open while the desk is started anew is taken afterwards.
/// </summary>
internal static class FormKeys
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Adds them; where no folder can be written, they last as long as the desk runs.</summary>
    public static void AddFormKeys(this IServiceCollection services, ArchiveLocation archive)
    {
        IDataProtectionBuilder keys = services.AddDataProtection().SetApplicationName("Readout.Desk");
        if (Folder(archive.DeskFolder) is { } folder) keys.PersistKeysToFileSystem(folder);
        else keys.UseEphemeralDataProtectionProvider();
    }

    // A folder that others may write in could hold keys of theirs.
    private static DirectoryInfo? Folder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path);
            DirectoryInfo folder = Directory.CreateDirectory(path, OwnersAlone);
            if (folder.UnixFileMode != OwnersAlone) folder.UnixFileMode = OwnersAlone;
            using (File.Create(Path.Combine(path, ".writable"), 1, FileOptions.DeleteOnClose)) return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
