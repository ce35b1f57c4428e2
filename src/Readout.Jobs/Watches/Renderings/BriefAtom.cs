using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Readout.Analysis.Watches;
using Readout.Archive.Watches;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>The briefs of a watch as an Atom feed (RFC 4287). The ids of feed and entries follow from the watch alone and never change.</summary>
public static class BriefAtom
{
    /// <summary>The feed in UTF-8.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="briefs">Its briefs, newest first.</param>
    /// <param name="links">Where lines lead.</param>
    /// <param name="self">Address of the feed, or null.</param>
    public static byte[] Write(Watch watch, IReadOnlyList<(KeptBrief Kept, Brief Brief)> briefs, BriefLinks links, Uri? self)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(briefs);
        ArgumentNullException.ThrowIfNull(links);
        SyndicationFeed feed = new(Clean(watch.Name), $"Briefs, {watch.Rhythm.Told}", links.Watch(watch.Id), Urn(watch, 0), briefs.Count > 0 ? briefs[0].Kept.MadeAt : watch.MadeAt)
        {
            Generator = "Readout",
            Items = [.. briefs.Select(one => Entry(watch, one.Kept, one.Brief, links))],
        };
        feed.Authors.Add(new SyndicationPerson { Name = "Readout" });
        if (self is not null) feed.Links.Add(SyndicationLink.CreateSelfLink(self, "application/atom+xml"));
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            feed.SaveAsAtom10(xml);
        }

        return bytes.ToArray();
    }

    private static SyndicationItem Entry(Watch watch, KeptBrief kept, Brief brief, BriefLinks links)
    {
        SyndicationItem entry = new()
        {
            Id = Urn(watch, kept.Id),
            Title = SyndicationContent.CreatePlaintextContent(Clean(BriefWording.Head(brief))),
            LastUpdatedTime = kept.MadeAt,
            PublishDate = kept.MadeAt,
            Content = SyndicationContent.CreateHtmlContent(Clean(BriefHtml.Fragment(brief, links))),
        };
        if (links.Brief(watch.Id, kept.Id) is { } page) entry.Links.Add(SyndicationLink.CreateAlternateLink(page, "text/html"));
        return entry;
    }

    // The key of the feed names the watch over backups and moves; hashed, it does not give itself away.
    private static string Urn(Watch watch, long brief)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{watch.FeedKey}/{brief}")));
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }

    // Characters that XML 1.0 cannot hold.
    private static string Clean(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            bool isPair = char.IsSurrogate(source[i]) && ((i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1])) || (i > 0 && char.IsSurrogatePair(source[i - 1], source[i])));
            span[i] = isPair || XmlConvert.IsXmlChar(source[i]) ? source[i] : '\uFFFD';
        }
    });
}
