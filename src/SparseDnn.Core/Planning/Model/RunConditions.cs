using System;

namespace SparseDnn.Planning.Model;

/// <summary>
/// What must hold when a network runs for a chosen strategy to be used; where it does not, the table loop computes the same bits.
/// </summary>
/// <remarks>The plan names them, because it must not depend on the machine that makes it; the runtime looks whether they hold.</remarks>
[Flags]
internal enum RunConditions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The processor has AVX2.</summary>
    Avx2 = 1,

    /// <summary>Registers of 256 or 512 bits are used.</summary>
    WideRegisters = 2,

    /// <summary>The items are given as packed bits.</summary>
    ItemsOfBits = 4,

    /// <summary>The items are given as elements or bytes.</summary>
    ItemsOfNumbers = 8,

    /// <summary>One item is computed by itself.</summary>
    SingleItem = 16,

    /// <summary>Every thread finds two tiles of items.</summary>
    TwoTilesAThread = 32,

    /// <summary>A batch has so many items that a trial of some pays.</summary>
    ManyItems = 64,

    /// <summary>The gather instruction was measured to be no slower than a load a lane.</summary>
    FasterGathers = 128,
}
