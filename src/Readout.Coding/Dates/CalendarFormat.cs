using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>The binary form of a <see cref="Calendar"/>.</summary>
internal static class CalendarFormat
{
    public static void Write(BinaryWriter writer, Vocabulary vocabulary, Grammar grammar, ImmutableArray<Festival> festivals)
    {
        Write(writer, vocabulary);
        writer.Write(grammar.Top);
        writer.Write(grammar.Rules.Length);
        foreach (ImmutableArray<Sequence> rule in grammar.Rules)
        {
            writer.Write(rule.Length);
            foreach (Sequence sequence in rule) Write(writer, sequence);
        }

        writer.Write(festivals.Length);
        foreach (Festival festival in festivals) Write(writer, festival);
    }

    public static (Vocabulary Vocabulary, Grammar Grammar, ImmutableArray<Festival> Festivals) Read(BinaryReader reader)
    {
        Vocabulary vocabulary = ReadVocabulary(reader);
        int top = reader.ReadInt32();
        ImmutableArray<ImmutableArray<Sequence>> rules = Array(reader, item => Array(item, ReadSequence));
        return (vocabulary, new Grammar(vocabulary, rules, top), Array(reader, ReadFestival));
    }

    public static void Write(BinaryWriter writer, Vocabulary vocabulary)
    {
        writer.Write(vocabulary.Words.Length);
        foreach (string word in vocabulary.Words) writer.Write(word);
        writer.Write(vocabulary.Classes.Length);
        foreach (WordClass wordClass in vocabulary.Classes) Write(writer, wordClass);
    }

    public static Vocabulary ReadVocabulary(BinaryReader reader)
    {
        ImmutableArray<string> words = Array(reader, item => item.ReadString());
        return new Vocabulary(words, Array(reader, ReadClass));
    }

    private static void Write(BinaryWriter writer, WordClass wordClass)
    {
        writer.Write(wordClass.Name);
        writer.Write(wordClass.IsStrong);
        writer.Write(wordClass.Members.Length);
        foreach ((ushort lexeme, int value) in wordClass.Members)
        {
            writer.Write(lexeme);
            writer.Write(value);
        }
    }

    private static void Write(BinaryWriter writer, Sequence sequence)
    {
        writer.Write(sequence.Symbols.Length);
        foreach (Symbol symbol in sequence.Symbols)
        {
            writer.Write((byte)symbol.Kind);
            writer.Write(symbol.Id);
        }

        Write(writer, sequence.Action);
    }

    private static void Write(BinaryWriter writer, Action action)
    {
        writer.Write((byte)action.Op);
        writer.Write(action.Number);
        writer.Write((byte)action.Arguments.Length);
        foreach (Action argument in action.Arguments) Write(writer, argument);
    }

    private static void Write(BinaryWriter writer, Festival festival)
    {
        writer.Write(festival.Name);
        writer.Write((byte)festival.Rule);
        writer.Write(festival.Month);
        writer.Write(festival.Day);
        writer.Write(festival.Shift);
        writer.Write(festival.Length);
        writer.Write(festival.OnlyKnown);
        writer.Write(festival.Years.Length);
        foreach ((DateOnly from, DateOnly to) in festival.Years)
        {
            writer.Write(from.DayNumber);
            writer.Write(to.DayNumber);
        }
    }

    private static WordClass ReadClass(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadBoolean(), Array(reader, item => (item.ReadUInt16(), item.ReadInt32())));

    private static Sequence ReadSequence(BinaryReader reader)
    {
        ImmutableArray<Symbol> symbols = Array(reader, item => new Symbol((SymbolKind)item.ReadByte(), item.ReadUInt16()));
        return new Sequence(symbols, ReadAction(reader));
    }

    private static Action ReadAction(BinaryReader reader)
    {
        TimeOp op = (TimeOp)reader.ReadByte();
        int number = reader.ReadInt32();
        ImmutableArray<Action>.Builder arguments = ImmutableArray.CreateBuilder<Action>(reader.ReadByte());
        for (int i = arguments.Capacity; i > 0; i--) arguments.Add(ReadAction(reader));
        return new Action(op, number, arguments.MoveToImmutable());
    }

    private static Festival ReadFestival(BinaryReader reader) => new(
        reader.ReadString(), (FestivalRule)reader.ReadByte(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(),
        reader.ReadBoolean(), Array(reader, item => (DateOnly.FromDayNumber(item.ReadInt32()), DateOnly.FromDayNumber(item.ReadInt32()))));

    private static ImmutableArray<T> Array<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        int count = reader.ReadInt32();
        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++) items.Add(read(reader));
        return items.MoveToImmutable();
    }
}
