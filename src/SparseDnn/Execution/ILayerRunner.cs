namespace SparseDnn.Execution;

/// <summary>Computes one layer for some registers of items, by code of its own or from its tables.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal interface ILayerRunner<T>
    where T : unmanaged
{
    /// <summary>Computes.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="width">The register width; never <see cref="VectorWidth.Auto"/>.</param>
    /// <param name="ordered">Whether the processor's own min and max return the same bits for these inputs.</param>
    /// <param name="x">Inputs of the layer, neuron-major.</param>
    /// <param name="y">Outputs of the layer, neuron-major.</param>
    /// <param name="registers">Number of registers from the first on.</param>
    void RunLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers);
}
