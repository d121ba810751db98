using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading;
using SparseDnn.Contract;
using SparseDnn.Exact.Vectors;
using SparseDnn.Exact.Vectors.Codec;

namespace SparseDnn;

/// <summary>
/// The fixtures of one network: one a kind of item, and one with all items; safe to use from any thread. Vectors are decoded when they are
/// first asked for.
/// </summary>
/// <typeparam name="T">Element type of inputs and outputs.</typeparam>
public sealed class FixtureSet<T> : IReadOnlyList<ExactFixture<T>>
    where T : unmanaged
{
    private readonly Lazy<Content> _content;

    private FixtureSet(Func<IReadOnlyList<VectorSet>> vectors)
    {
        _content = new Lazy<Content>(() => Content.Of(vectors()), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>One argument list a fixture, as xUnit's MemberData, NUnit's TestCaseSource and MSTest's DynamicData take them.</summary>
    public IEnumerable<object[]> Cases => this.Select(fixture => new object[] { fixture });

    /// <summary>All items in one fixture.</summary>
    public ExactFixture<T> AllItems => _content.Value.AllItems;

    /// <summary>
    /// Fixtures of networks whose weights or biases are perturbed: for implementations that are given the network, see
    /// <see cref="ExactFixture{T}.CheckNetwork"/>.
    /// </summary>
    public IReadOnlyList<ExactFixture<T>> Perturbed => _content.Value.Perturbed;

    /// <summary>One argument list a fixture of <see cref="Perturbed"/>.</summary>
    public IEnumerable<object[]> PerturbedCases => Perturbed.Select(fixture => new object[] { fixture });

    /// <inheritdoc/>
    public int Count => _content.Value.Fixtures.Count;

    /// <inheritdoc/>
    public ExactFixture<T> this[int index] => _content.Value.Fixtures[index];

    /// <summary>Fixtures of vectors: of a network first, then any of the same network or of perturbed ones.</summary>
    /// <param name="vectorSets">At least one.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> does not hold the activation format.</exception>
    internal static FixtureSet<T> FromVectors(params VectorSet[] vectorSets)
    {
        ArgumentNullException.ThrowIfNull(vectorSets);
        if (vectorSets.Length == 0)
            throw new ArgumentException("Give at least one set of vectors.", nameof(vectorSets));
        foreach (var vectors in vectorSets)
            FixtureElements.Demand<T>(vectors.Formats.Activations, "Activations");
        return new FixtureSet<T>(() => vectorSets);
    }

    /// <summary>Fixtures of encoded vectors, decoded when they are first asked for; generated code calls this.</summary>
    /// <param name="vectorSets">What <see cref="VectorCodec.Encode"/> wrote: of a network first, then any of the same network or of
    /// perturbed ones.</param>
    /// <exception cref="ContractException">When fixtures are first asked for: a text is damaged, or of a version that is not
    /// understood.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static FixtureSet<T> Decode(params string[] vectorSets)
    {
        ArgumentNullException.ThrowIfNull(vectorSets);
        if (vectorSets.Length == 0)
            throw new ArgumentException("Give at least one set of vectors.", nameof(vectorSets));
        return new FixtureSet<T>(() => [.. vectorSets.Select(VectorCodec.Decode)]);
    }

    /// <inheritdoc/>
    public IEnumerator<ExactFixture<T>> GetEnumerator() => _content.Value.Fixtures.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record Content(
        IReadOnlyList<ExactFixture<T>> Fixtures,
        ExactFixture<T> AllItems,
        IReadOnlyList<ExactFixture<T>> Perturbed
    )
    {
        public static Content Of(IReadOnlyList<VectorSet> vectorSets)
        {
            var first = new FixtureData<T>(vectorSets[0]);
            var allItems = new ExactFixture<T>(first, "all items", [.. Enumerable.Range(0, vectorSets[0].Inputs.Count)]);
            var fixtures = new List<ExactFixture<T>>(ItemKinds.Of(first)) { allItems };
            var perturbed = new List<ExactFixture<T>>();
            foreach (var vectors in vectorSets.Skip(1))
                (vectors.Network.Layers.Equals(vectorSets[0].Network.Layers) ? fixtures : perturbed).AddRange(
                    ItemKinds.Of(new FixtureData<T>(vectors))
                );
            return new Content(fixtures, allItems, perturbed);
        }
    }
}
