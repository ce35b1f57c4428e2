using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Sources;

using Reader reader = Reader.Load(AppContext.BaseDirectory);
using SourceReader sources = new();
await foreach (SourceResult source in sources.ReadAsync(args))
{
    if (source.Article is null) continue;
    ArticleRecord record = reader.Read(source.Article);
    foreach (CodedEvent coded in record.Events) Console.WriteLine($"{coded.Type} {coded.Trigger.In(source.Article.Text)}");
}
