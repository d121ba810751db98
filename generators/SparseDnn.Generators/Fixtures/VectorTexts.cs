using SparseDnn.Exact;

namespace SparseDnn.Generators.Fixtures;

/// <summary>Vectors as text.</summary>
internal static class VectorTexts
{
    public static string Encode(VectorSet set) => set.Name + set.GetHashCode();
}
