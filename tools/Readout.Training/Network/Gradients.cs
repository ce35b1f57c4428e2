using System.Runtime.InteropServices;
using Readout.Training.Numerics;

namespace Readout.Training.Network;

/// <summary>One thread's gradients: dense matrices whole, sparse ones by touched row.</summary>
internal sealed unsafe class Gradients
{
    private readonly ParserNetwork _network;
    private readonly FloatBuffer[] _dense;
    private readonly Dictionary<int, int>[] _slots;

    public Gradients(ParserNetwork network)
    {
        _network = network;
        _dense = [.. network.All.Select(_ => new FloatBuffer())];
        _slots = [.. network.All.Select(_ => new Dictionary<int, int>())];
    }

    public float* Of(Parameter parameter) => _dense[_network.IndexOf(parameter)].At;

    public Dictionary<int, int> RowsOf(Parameter parameter) => _slots[_network.IndexOf(parameter)];

    public void Clear()
    {
        for (int i = 0; i < _dense.Length; i++)
        {
            Parameter parameter = _network.All[i];
            if (parameter.IsSparse) _slots[i].Clear();
            else _dense[i].Zero(parameter.Value.Length);
        }
    }

    /// <summary>Readies room for that many touched rows; earlier rows are lost, so call it after <see cref="Clear"/>.</summary>
    public void Reserve(Parameter parameter, int rows) => _dense[_network.IndexOf(parameter)].Ensure(rows * parameter.Columns);

    public void AddRow(Parameter parameter, int row, float* gradient)
    {
        int index = _network.IndexOf(parameter);
        ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots[index], row, out bool exists);
        float* target;
        if (exists)
        {
            target = _dense[index].At + (long)slot * parameter.Columns;
        }
        else
        {
            slot = _slots[index].Count - 1;
            target = _dense[index].At + (long)slot * parameter.Columns;
            new Span<float>(target, parameter.Columns).Clear();
        }

        Lanes.Add(gradient, target, parameter.Columns);
    }
}
