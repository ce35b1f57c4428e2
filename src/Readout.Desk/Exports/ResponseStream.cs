namespace Readout.Desk.Exports;

/// <summary>The body of an answer for a writer that does not wait: a reader who has gone ends the writing.</summary>
/// <param name="body">The body, which stays open.</param>
/// <param name="gone">Whether the reader has gone.</param>
internal sealed class ResponseStream(Stream body, CancellationToken gone) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        gone.ThrowIfCancellationRequested();
        body.Write(buffer);
    }

    public override void Flush()
    {
        gone.ThrowIfCancellationRequested();
        body.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
