namespace Readout.Text.Models;

/// <summary>
/// The maximum spanning arborescence below a given root, on dense scores in O(n²) (Tarjan 1977). Follows best heads
/// from node to node; a circle is contracted into one node, whose arcs are the best that enter or leave the circle;
/// at the end the contracted nodes are opened again where they are entered. Allocates only to grow. Not thread-safe.
/// </summary>
internal sealed class Contraction
{
    private const byte New = 0, OnPath = 1, Done = 2, Gone = 3;

    private long[] _weights = [];
    private (int Head, int Dependent)[] _arcs = [];
    private (int Head, int Dependent)[] _entry = [];
    private int[] _node = [], _path = [], _parent = [], _child = [], _sibling = [], _open = [];
    private long[] _gain = [];
    private byte[] _state = [];
    private int _n, _nodes, _length;

    /// <summary>Solves one sentence.</summary>
    /// <param name="scores">For each of n tokens a row of n + 1 scores: of the root, then of each token as its head.</param>
    /// <param name="root">The token below which all others hang.</param>
    /// <param name="heads">Receives n heads: 0 for the root, else the head's position from 1.</param>
    public void Solve(ReadOnlySpan<int> scores, int root, Span<int> heads)
    {
        Fill(scores, heads.Length);
        _state[root] = Done;
        for (int start = 0; start < _n; start++)
        {
            if (_state[start] == New) Grow(start);
        }

        Expand(root, heads);
        heads[root] = 0;
    }

    private void Fill(ReadOnlySpan<int> scores, int n)
    {
        Ensure(n);
        _n = n;
        _nodes = n;
        for (int i = 0; i < n; i++)
        {
            _state[i] = New;
            _node[i] = i;
            for (int j = 0; j < n; j++)
            {
                _weights[i * n + j] = scores[i * (n + 1) + j + 1];
                _arcs[i * n + j] = (j, i);
            }
        }

        Array.Fill(_parent, -1, 0, 2 * n);
        Array.Fill(_child, -1, 0, 2 * n);
    }

    private void Ensure(int n)
    {
        if (_state.Length >= n) return;
        int room = n * 2;
        _weights = new long[room * room];
        _arcs = new (int, int)[room * room];
        _entry = new (int, int)[room * 2];
        _node = new int[room];
        _path = new int[room];
        _gain = new long[room];
        _state = new byte[room];
        _parent = new int[room * 2];
        _child = new int[room * 2];
        _sibling = new int[room * 2];
        _open = new int[room * 2];
    }

    /// <summary>Follows best heads from a slot until they lead to what is done already.</summary>
    private void Grow(int slot)
    {
        _length = 0;
        while (true)
        {
            _state[slot] = OnPath;
            _path[_length++] = slot;
            int head = BestHead(slot);
            _entry[_node[slot]] = _arcs[slot * _n + head];
            _gain[slot] = _weights[slot * _n + head];
            if (_state[head] == Done) break;
            slot = _state[head] == New ? head : Contract(head);
        }

        for (int i = 0; i < _length; i++) _state[_path[i]] = Done;
    }

    private int BestHead(int slot)
    {
        int best = -1;
        for (int j = 0; j < _n; j++)
        {
            if (j == slot || _state[j] == Gone) continue;
            if (best < 0 || _weights[slot * _n + j] > _weights[slot * _n + best]) best = j;
        }

        return best;
    }

    /// <summary>Makes one node of the circle that the path closes at a slot; it lives on in that slot.</summary>
    private int Contract(int slot)
    {
        int first = _length;
        do first--;
        while (_path[first] != slot);
        ReadOnlySpan<int> circle = _path.AsSpan(first, _length - first);
        int node = _nodes++;
        foreach (int member in circle)
        {
            _parent[_node[member]] = node;
            _sibling[_node[member]] = _child[node];
            _child[node] = _node[member];
            _state[member] = Gone;
        }

        for (int other = 0; other < _n; other++)
        {
            if (_state[other] != Gone) Join(slot, circle, other);
        }

        _node[slot] = node;
        _length = first;
        _state[slot] = New;
        return slot;
    }

    /// <summary>The best arcs between another node and the circle, kept in the circle's slot.</summary>
    private void Join(int slot, ReadOnlySpan<int> circle, int other)
    {
        int entry = circle[0], exit = circle[0];
        foreach (int member in circle)
        {
            if (Gain(member, other) > Gain(entry, other)) entry = member;
            if (_weights[other * _n + member] > _weights[other * _n + exit]) exit = member;
        }

        (long gain, (int, int) into) = (Gain(entry, other), _arcs[entry * _n + other]);
        (long weight, (int, int) from) = (_weights[other * _n + exit], _arcs[other * _n + exit]);
        _weights[slot * _n + other] = gain;
        _arcs[slot * _n + other] = into;
        _weights[other * _n + slot] = weight;
        _arcs[other * _n + slot] = from;
    }

    private long Gain(int member, int head) => _weights[member * _n + head] - _gain[member];

    private void Expand(int root, Span<int> heads)
    {
        int open = 0;
        for (int slot = 0; slot < _n; slot++)
        {
            if (slot != root && _state[slot] == Done) _open[open++] = _node[slot];
        }

        while (open > 0)
        {
            int node = _open[--open];
            (int head, int dependent) = _entry[node];
            heads[dependent] = head + 1;
            for (int inner = dependent; inner != node; inner = _parent[inner])
            {
                for (int child = _child[_parent[inner]]; child >= 0; child = _sibling[child])
                {
                    if (child != inner) _open[open++] = child;
                }
            }
        }
    }
}
