using System;

namespace SparseDnn.Contract;

/// <summary>How every text begins that generated code carries for the runtime.</summary>
/// <remarks>
/// Six 16-bit units: <c>S</c>, <c>D</c>, the letter of its <see cref="ContractUnit"/>, the contract counted from the digit 0 (so that
/// version 1 reads <c>SDL1</c>), and a checksum of two units, the lower first: FNV-1a over all other units in their order. A change of
/// one unit always changes it. This header stays the same in all versions, since it says which version follows.
/// </remarks>
internal static class UnitHeader
{
    /// <summary>Units of a header.</summary>
    public const int Length = 6;

    private const char First = 'S',
        Second = 'D',
        VersionZero = '0';
    private const int KindUnit = 2,
        VersionUnit = 3,
        ChecksumUnit = 4;
    private const uint FnvOffset = 2166136261,
        FnvPrime = 16777619;

    /// <summary>Fills in the header of a text that is complete otherwise.</summary>
    /// <param name="text">The text, its first <see cref="Length"/> units not yet written.</param>
    /// <param name="kind">What it holds.</param>
    public static void Seal(Span<char> text, ContractUnit kind)
    {
        (text[0], text[1]) = (First, Second);
        text[KindUnit] = (char)kind;
        text[VersionUnit] = (char)(VersionZero + ContractVersion.Current);
        var checksum = Checksum(text);
        text[ChecksumUnit] = unchecked((char)checksum);
        text[ChecksumUnit + 1] = (char)(checksum >> 16);
    }

    /// <summary>Demands a text as it was sealed.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="kind">What it must hold.</param>
    /// <returns>The contract it was written for, one that this library understands.</returns>
    /// <exception cref="ContractException">It is something else, damaged, or of a contract that is not understood.</exception>
    public static int Open(ReadOnlySpan<char> text, ContractUnit kind)
    {
        if (text.Length < 2 || text[0] != First || text[1] != Second)
            throw ContractException.Foreign(kind, $"it does not begin with '{First}{Second}'");
        if (text.Length < Length)
            throw ContractException.Damaged(kind, "it is cut short");
        if (text[KindUnit] != (char)kind)
            throw ContractException.Foreign(kind, "its header says that it holds something else");
        // The version comes first: what a checksum covers is a matter of the version.
        var version = text[VersionUnit] - VersionZero;
        if (!ContractVersion.IsUnderstood(version))
            throw ContractException.OfVersion(kind, version);
        if (Checksum(text) != (text[ChecksumUnit] | ((uint)text[ChecksumUnit + 1] << 16)))
            throw ContractException.Damaged(kind, "its checksum does not fit");
        return version;
    }

    private static uint Checksum(ReadOnlySpan<char> text)
    {
        var hash = FnvOffset;
        foreach (var unit in text.Slice(0, ChecksumUnit))
            hash = unchecked((hash ^ unit) * FnvPrime);
        foreach (var unit in text.Slice(Length))
            hash = unchecked((hash ^ unit) * FnvPrime);
        return hash;
    }
}
