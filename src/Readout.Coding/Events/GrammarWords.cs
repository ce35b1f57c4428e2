using Readout.Coding.Codebooks;

namespace Readout.Coding.Events;

/// <summary>The few words of English grammar that normalisation itself asks for, as numbers of the codebook's table.</summary>
internal sealed class GrammarWords(WordTable words)
{
    public int By { get; } = words.Intern("by");

    public int Of { get; } = words.Intern("of");

    public int To { get; } = words.Intern("to");

    public int For { get; } = words.Intern("for");

    public int On { get; } = words.Intern("on");

    public int Upon { get; } = words.Intern("upon");

    public int With { get; } = words.Intern("with");

    public int In { get; } = words.Intern("in");

    public int Into { get; } = words.Intern("into");

    public int Under { get; } = words.Intern("under");

    public int From { get; } = words.Intern("from");

    public int At { get; } = words.Intern("at");

    public int During { get; } = words.Intern("during");

    public int Between { get; } = words.Intern("between");

    public int Be { get; } = words.Intern("be");

    public int Go { get; } = words.Intern("go");

    public int Let { get; } = words.Intern("let");

    public int Do { get; } = words.Intern("do");

    public int Have { get; } = words.Intern("have");

    public int Will { get; } = words.Intern("will");

    public int Would { get; } = words.Intern("would");

    public int Should { get; } = words.Intern("should");

    public int If { get; } = words.Intern("if");

    public int Unless { get; } = words.Intern("unless");

    public int After { get; } = words.Intern("after");

    public int Since { get; } = words.Intern("since");

    public int Following { get; } = words.Intern("following");

    public int Try { get; } = words.Intern("try");

    public int Attempt { get; } = words.Intern("attempt");

    public int Call { get; } = words.Intern("call");

    public int Deny { get; } = words.Intern("deny");

    public int Ago { get; } = words.Intern("ago");

    public int The { get; } = words.Intern("the");

    public int This { get; } = words.Intern("this");

    public int That { get; } = words.Intern("that");

    public int Promise { get; } = words.Intern("promise");

    public int Threaten { get; } = words.Intern("threaten");

    public int Agree { get; } = words.Intern("agree");

    public int Vow { get; } = words.Intern("vow");

    public int Pledge { get; } = words.Intern("pledge");
}
