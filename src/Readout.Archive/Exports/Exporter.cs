using Readout.Archive.Exports.Calendars;
using Readout.Archive.Exports.Writers;

namespace Readout.Archive.Exports;

/// <summary>
/// Writes what an archive holds as a table or a calendar: in the order in which it was kept, in memory that does not
/// grow with the number of rows. Safe to call from every thread.
/// </summary>
public sealed class Exporter
{
    private readonly RecordArchive _archive;

    /// <summary>Exports from an archive.</summary>
    /// <param name="archive">The archive; it stays open.</param>
    public Exporter(RecordArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _archive = archive;
    }

    /// <summary>Writes to a file, wholly or not at all, with a data package beside a table.</summary>
    /// <param name="request">What.</param>
    /// <param name="path">The file; one that is there is replaced when the new one is whole.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public ExportOutcome WriteFile(ExportRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        ExportOutcome? outcome = null;
        WholeFile.Write(path, stream => outcome = Write(request, stream));
        if (request.Format == ExportFormat.Calendar || request.Corrections) return outcome!;
        return outcome! with { Description = DataPackage.Describe(path, request.FindLayout(), Format(request.Format), outcome!.Rows, request.Selection()) };
    }

    /// <summary>Writes to a stream, which stays open. Parquet needs one that can seek.</summary>
    /// <param name="request">What.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public ExportOutcome Write(ExportRequest request, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(stream);
        if (request.Corrections) return new ExportOutcome(CorrectionGold.Write(_archive, stream), 0, null);
        return request.Format == ExportFormat.Calendar ? WriteCalendar(request, stream) : WriteTable(request, stream);
    }

    private ExportOutcome WriteTable(ExportRequest request, Stream stream)
    {
        ExportLayout layout = request.FindLayout();
        using RowWriter writer = RowWriters.Open(Format(request.Format), stream, layout);
        foreach (ExportEvent happened in new EventSource(_archive, layout.Needs).Read(request.Query))
        {
            foreach (object?[] row in layout.Rows(happened)) writer.Write(row);
        }

        writer.Finish();
        return new ExportOutcome(writer.Count, 0, null);
    }

    private ExportOutcome WriteCalendar(ExportRequest request, Stream stream)
    {
        byte[] calendar = MeetingCalendar.Write(new MeetingSource(_archive).Read(request.From, request.To, request.Parties), out int written, out int undated);
        stream.Write(calendar);
        return new ExportOutcome(written, undated, null);
    }

    private static TableFormat Format(ExportFormat format) => format switch
    {
        ExportFormat.Csv => TableFormat.Csv,
        ExportFormat.JsonLines => TableFormat.JsonLines,
        _ => TableFormat.Parquet,
    };
}
