using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Rounding;

/// <summary>The classes of every layer, found once a network.</summary>
internal sealed class NetworkClasses
{
    private static readonly StageCache<string, NetworkClasses> Known = new(capacity: 1);

    private NetworkClasses(LayerClasses[] layers) => Layers = layers;

    public LayerClasses[] Layers { get; }

    /// <summary>The classes of a network.</summary>
    /// <param name="network">A sound plus-times network.</param>
    /// <param name="cancellationToken">Checked every few rows.</param>
    public static NetworkClasses Of(DyadicNetwork network, CancellationToken cancellationToken) =>
        Known.Get(network, nameof(NetworkClasses), () => Find(network, cancellationToken), cancellationToken);

    private static NetworkClasses Find(DyadicNetwork network, CancellationToken cancellationToken)
    {
        network.DemandPlusTimes();
        var layers = new LayerClasses[network.Layers.Count];
        for (var i = 0; i < layers.Length; i++)
            layers[i] = ClassBuilder.Of(
                network.Layers[i],
                i == 0 ? null : layers[i - 1].ClassOf,
                i == 0 ? network.Inputs : layers[i - 1].Count,
                cancellationToken
            );
        return new NetworkClasses(layers);
    }
}
