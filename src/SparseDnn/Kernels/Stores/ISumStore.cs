namespace SparseDnn.Kernels.Stores;

/// <summary>What is done with a finished sum before it becomes rows: its epilogue, then the store.</summary>
internal interface ISumStore<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    /// <summary>Finishes one register of a sum.</summary>
    /// <param name="v">The sum.</param>
    /// <param name="sum">Its number.</param>
    /// <param name="y">First element of the register's lanes in the tile that takes it.</param>
    void Store(TVector v, int sum, ref T y);

    /// <summary>Finishes two adjacent registers of a sum.</summary>
    /// <param name="v0">The sum in the first register.</param>
    /// <param name="v1">The sum in the second.</param>
    /// <param name="sum">Its number.</param>
    /// <param name="y">First element of the first register's lanes in the tile that takes it.</param>
    void Store(TVector v0, TVector v1, int sum, ref T y);

    /// <summary>Finishes four adjacent registers of a sum.</summary>
    /// <param name="v0">The sum in the first register.</param>
    /// <param name="v1">The sum in the second.</param>
    /// <param name="v2">The sum in the third.</param>
    /// <param name="v3">The sum in the fourth.</param>
    /// <param name="sum">Its number.</param>
    /// <param name="y">First element of the first register's lanes in the tile that takes it.</param>
    void Store(TVector v0, TVector v1, TVector v2, TVector v3, int sum, ref T y);
}
