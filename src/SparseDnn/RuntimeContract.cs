using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using SparseDnn.Contract;

namespace SparseDnn;

/// <summary>What generated code asks before it touches anything else: whether this runtime understands it.</summary>
/// <remarks>
/// Called by generated code of every version, older and newer: these two members never change. Source: docs/generated-code.md.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuntimeContract
{
    /// <summary>Whether generated code of a contract runs here.</summary>
    /// <param name="contract">The contract that it was generated for.</param>
    public static bool Understands(int contract) => ContractVersion.IsUnderstood(contract);

    /// <summary>Why generated code has no network or fixtures.</summary>
    /// <param name="contract">The contract that it was generated for.</param>
    /// <param name="package">Version of the package that generated it.</param>
    /// <param name="type">A type of its assembly.</param>
    /// <param name="otherwise">What is wrong where the contract is understood.</param>
    /// <returns>A <see cref="ContractException"/> where it is not.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception Refusal(int contract, string package, Type type, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ContractException.Between(type.Assembly.GetName().Name ?? type.Name, package, contract)
            ?? (Exception)new InvalidOperationException(otherwise);
    }
}
