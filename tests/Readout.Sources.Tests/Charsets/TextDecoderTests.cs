using System.Text;
using Readout.Sources.Charsets;

namespace Readout.Sources.Tests.Charsets;

public class TextDecoderTests
{
    private const string Words = "The café said “no” to the señor.";

    private static Encoding Western => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void AByteOrderMarkDecides()
    {
        foreach (Encoding encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Words)];
            Assert.Equal(Words, TextDecoder.Decode(bytes, "koi8-r", true).Text);
        }
    }

    [Fact]
    public void TheHeaderDecidesBeforeTheMarkup()
    {
        string page = "<meta charset=koi8-r>" + Words;
        Assert.Equal(page, TextDecoder.Decode(Western.GetBytes(page), "windows-1252", true).Text);
    }

    [Theory]
    [InlineData("<meta charset=\"iso-8859-1\">")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>")]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?>")]
    public void TheMarkupDecides(string declaration) =>
        Assert.Equal(declaration + Words, TextDecoder.Decode(Western.GetBytes(declaration + Words), null, true).Text);

    [Fact]
    public void CyrillicBytesAreDetected()
    {
        const string words = "Министр вылетел в понедельник в Лиссабон, где он встретится с коллегой и обсудит границу, которая была закрыта.";
        DecodedText decoded = TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(words), null, false);
        Assert.Equal(words, decoded.Text);
        Assert.Contains("was detected", decoded.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void AFewWesternBytesAreNotMistaken() =>
        Assert.Equal("The premier’s aide spoke to the press in the lobby of the hotel.", TextDecoder.Decode(Western.GetBytes("The premier’s aide spoke to the press in the lobby of the hotel."), null, false).Text);

    [Fact]
    public void BrokenUtf8IsNotedAndKept()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("The café “opened” again. "), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(" It closed.")];
        DecodedText decoded = TextDecoder.Decode(bytes, null, false);
        Assert.Equal("The café “opened” again. \uFFFD( It closed.", decoded.Text);
        Assert.Contains("1 byte sequences are not valid utf-8", decoded.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownNameIsIgnored() => Assert.Equal(Words, TextDecoder.Decode(Encoding.UTF8.GetBytes(Words), "no-such-set", true).Text);
}
