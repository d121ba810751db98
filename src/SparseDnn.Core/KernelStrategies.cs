using System;

namespace SparseDnn;

/// <summary>What may compute a layer beside the table loop, which never declines; for measuring what each brings.</summary>
/// <remarks>All form the same sums in the same order, so none changes a bit. Source: docs/planning.md.</remarks>
[Flags]
public enum KernelStrategies
{
    /// <summary>The table loop for every layer.</summary>
    TableLoop = 0,

    /// <summary>Weights and offsets as immediates in generated code, for small layers.</summary>
    StraightLine = 1,

    /// <summary>
    /// Two tiles of items at once, their rows in panels that stay in the first-level cache; for layers with individual weights.
    /// </summary>
    Panels = 2,

    /// <summary>Four sums over one list of rows at once, as in dense blocks: a row is read once for four neurons.</summary>
    Blocks = 4,

    /// <summary>Single items: several sums side by side in one register, their weights packed in columns.</summary>
    Columns = 8,

    /// <summary>A first layer of packed bits: its sums are counted in bytes.</summary>
    Bits = 16,

    /// <summary>Items of zeros and ones that die in the first layers are told by upper bounds and not computed.</summary>
    Screening = 32,

    /// <summary>The processor's gather instruction for packed columns, where it is measured to be no slower than a load a lane.</summary>
    Gathers = 64,

    /// <summary>All of them, where a layer has what they need and a cost model says that they pay.</summary>
    All = StraightLine | Panels | Blocks | Columns | Bits | Screening | Gathers,
}
