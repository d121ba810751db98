using SparseDnn.Analyzers.Dataflow;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>
/// What is known of a value at one point of a method. A closed union: <see cref="Unknown"/>, <see cref="Number"/>, <see cref="Buffer"/>,
/// <see cref="NetworkObject"/>.
/// </summary>
/// <remarks>
/// Equality contract: all members by value; origins are symbols or nodes of one compilation, so values live no longer than the analysis of
/// a method.
/// </remarks>
internal abstract record BufferValue : IFlowValue<BufferValue>
{
    private BufferValue() { }

    /// <summary>Nothing is known.</summary>
    public static BufferValue Unknown { get; } = new Nothing();

    /// <summary>What is known where two paths meet.</summary>
    public BufferValue Join(BufferValue other)
    {
        if (Equals(other))
            return this;
        return this is Buffer a && other is Buffer b
            ? Buffer.Of(
                Equals(a.Origin, b.Origin) ? a.Origin : null,
                a.Offset == b.Offset ? a.Offset : null,
                a.Length == b.Length ? a.Length : null
            )
            : Unknown;
    }

    private sealed record Nothing : BufferValue;

    /// <summary>A whole number.</summary>
    public sealed record Number(long Value) : BufferValue;

    /// <summary>An array or a span.</summary>
    /// <param name="Origin">The memory it lies in: where it was allocated, or the variable that brought it in. Equal origins are the same
    /// memory; null says nothing.</param>
    /// <param name="Offset">First element within the origin; null where unknown.</param>
    /// <param name="Length">Number of elements; null where unknown.</param>
    public sealed record Buffer(object? Origin, long? Offset, long? Length) : BufferValue
    {
        /// <summary>The buffer, or <see cref="Unknown"/> where nothing is known of it.</summary>
        public static BufferValue Of(object? origin, long? offset, long? length) =>
            origin is null && length is null ? Unknown : new Buffer(origin, origin is null ? null : offset, length);

        /// <summary>A part of it; a part that does not lie within it is unknown, as making it throws.</summary>
        public BufferValue Slice(long? start, long? length)
        {
            if (length is null && start is { } from && Length is { } whole)
                length = whole - from;
            if (start < 0 || length < 0 || start + length > Length || start > Length)
                return Unknown;
            return Of(Origin, Offset + start, length);
        }
    }

    /// <summary>The object of a declared network.</summary>
    public sealed record NetworkObject(NetworkShape Shape) : BufferValue;
}
