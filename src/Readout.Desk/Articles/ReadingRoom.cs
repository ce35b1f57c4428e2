using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Desk.Hosting;

namespace Readout.Desk.Articles;

/// <summary>
/// Reads texts for people who wait for the answer: few at a time, few in line, each of bounded length, so that no one at the desk can
/// keep the machine busy. Safe to call from every thread.
/// </summary>
/// <param name="knowledge">The reader.</param>
internal sealed class ReadingRoom(DeskKnowledge knowledge) : IDisposable
{
    /// <summary>Longest text that is read while somebody waits, in UTF-16 code units.</summary>
    public const int Longest = 100_000;

    private const int MostWaiting = 16;
    private readonly SemaphoreSlim _places = new(Math.Clamp(Environment.ProcessorCount / 2, 1, 4));
    private int _waiting;

    /// <summary>Reads an article.</summary>
    /// <exception cref="DeskFaultException">The text is too long, or too many are waiting.</exception>
    public async Task<ArticleRecord> ReadAsync(Readout.Text.Article article, bool explain)
    {
        if (article.Text.Length > Longest)
        {
            throw new DeskFaultException(StatusCodes.Status413PayloadTooLarge, "The text is too long to be read here", FormattableString.Invariant($"It has {article.Text.Length:N0} characters; {Longest:N0} are read at once."));
        }

        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new DeskFaultException(StatusCodes.Status503ServiceUnavailable, "Too many texts are being read", "Wait a moment and send it again.");
        }

        try
        {
            await _places.WaitAsync().ConfigureAwait(false);
            try
            {
                return await Task.Run(() => knowledge.Reader.Read(article, explain)).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (ReadingException exception)
        {
            throw new DeskFaultException(StatusCodes.Status422UnprocessableEntity, "The text could not be read", exception.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
