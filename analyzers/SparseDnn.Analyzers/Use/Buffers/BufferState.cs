using SparseDnn.Analyzers.Dataflow;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>What is known of numbers and buffers at one point of a function.</summary>
internal sealed class BufferState : VariableValues<BufferValue>
{
    public BufferState Copy()
    {
        var copy = new BufferState();
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Adds what holds on another way here.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Join(BufferState other) => JoinValues(other);

    /// <summary>Before memory is allocated again at a place: what the place gave earlier is other memory.</summary>
    public void Forget(object origin) =>
        ChangeAll(value =>
            value is BufferValue.Buffer { Origin: { } known, Length: var length } && known.Equals(origin)
                ? BufferValue.Buffer.Of(null, null, length)
                : value
        );
}
