using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readout.Archive.Backup;

/// <summary>Lines of JSON with a hash over all of them in the last one. For one thread.</summary>
internal sealed class BackupLines(Stream output, IncrementalHash hash) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json = new(new ArrayBufferWriter<byte>(1), Options);

    /// <summary>Writes a line.</summary>
    public void Write(Action<Utf8JsonWriter> value)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        value(_json);
        _json.Flush();
        _buffer.Write("\n"u8);
        hash.AppendData(_buffer.WrittenSpan);
        output.Write(_buffer.WrittenSpan);
    }

    /// <summary>Writes the last line.</summary>
    public void WriteEnd(long rows)
    {
        string sum = Convert.ToHexStringLower(hash.GetCurrentHash());
        Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("rows", rows);
            json.WriteString("sha256", sum);
            json.WriteEndObject();
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
