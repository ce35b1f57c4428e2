using Readout.Coding.Codebooks;
using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>Tests conditions on what stands around a trigger.</summary>
internal sealed class ConditionTester(Codebook codebook, TreeIndex tree, SlotReader slots, PartyReader parties, FrameMatcher matcher)
{
    /// <summary>The weight of the heaviest alternative that holds; -1 where none does.</summary>
    public int Weigh(Condition condition, Arguments args, Frame frame, EventType? action = null)
    {
        int best = -1;
        foreach (ConditionTerm[] terms in condition.Alternatives)
        {
            int sum = 0;
            foreach (ConditionTerm term in terms)
            {
                int met = Weigh(term, args, frame, action);
                sum = met < 0 ? -1 : sum + met;
                if (sum < 0) break;
            }

            best = Math.Max(best, sum);
        }

        return best;
    }

    /// <summary>The value of the first choice whose condition holds; null where none does.</summary>
    public string? Choose(Choice[] choices, Arguments args, Frame frame, EventType? action)
    {
        foreach (Choice choice in choices)
        {
            if (choice.When is null || Weigh(choice.When, args, frame, action) >= 0) return choice.Value;
        }

        return null;
    }

    private int Weigh(ConditionTerm term, Arguments args, Frame frame, EventType? action)
    {
        if (term.Slot.Kind == SlotKind.Action) return Action(term, action);
        if (term.Slot.Kind is SlotKind.Clause or SlotKind.Sentence) return Region(term, args);
        Span<int> tokens = stackalloc int[SlotReader.Capacity];
        int count = slots.Read(term.Slot, args, frame, tokens);
        foreach (ConditionValue value in term.Values)
        {
            if (value.Kind == ValueKind.None)
            {
                if (count == 0) return value.Weight;
                continue;
            }

            for (int i = 0; i < count; i++)
            {
                if (Holds(value, tokens[i])) return value.Weight;
            }
        }

        return -1;
    }

    private static int Action(ConditionTerm term, EventType? action)
    {
        foreach (ConditionValue value in term.Values)
        {
            bool holds = value.Kind switch
            {
                ValueKind.None => action is null,
                ValueKind.Any => action is not null,
                ValueKind.Type => action == value.Type,
                _ => false,
            };
            if (holds) return value.Weight;
        }

        return -1;
    }

    private int Region(ConditionTerm term, Arguments args)
    {
        (int first, int end, int head) = slots.Region(term.Slot.Kind, args);
        bool none = false;
        foreach (ConditionValue value in term.Values)
        {
            none |= value.Kind == ValueKind.None;
            if (value.Kind == ValueKind.None) continue;
            for (int t = first; t < end; t++)
            {
                if ((t != args.Trigger || args.Kind == PredicateKind.Noun) && Holds(value, t) && (head < 0 || slots.InClause(t, head))) return value.Weight;
            }
        }

        return none ? 3 : -1;
    }

    private bool Holds(ConditionValue value, int token) => value.Kind switch
    {
        ValueKind.Word => tree.Is(token, value.Id),
        ValueKind.Class => IsIn(token, value.Id),
        ValueKind.Party => parties.Any(token),
        ValueKind.State => parties.IsState(token),
        ValueKind.Power => parties.IsPower(token),
        ValueKind.Type => matcher.At(token)?.Frame.Type == value.Type,
        ValueKind.Any => true,
        _ => false,
    };

    private bool IsIn(int token, int classId) =>
        codebook.InClass(tree.Lemmas[token], classId) || codebook.InClass(tree.Forms[token], classId) || codebook.InClass(tree.Phrases[token], classId);
}
