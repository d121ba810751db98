namespace SparseDnn;

/// <summary>How many bits of batch items a kernel handles at once. Never changes a result, only the speed.</summary>
/// <remarks>A width that the machine does not accelerate means the widest below it that it does.</remarks>
public enum VectorWidth
{
    /// <summary>The widest that the machine accelerates.</summary>
    Auto,

    /// <summary>One item at a time.</summary>
    Scalar,

    /// <summary>128 bits: SSE, NEON, WebAssembly SIMD.</summary>
    Bits128,

    /// <summary>256 bits: AVX2.</summary>
    Bits256,

    /// <summary>512 bits: AVX-512.</summary>
    Bits512,
}
