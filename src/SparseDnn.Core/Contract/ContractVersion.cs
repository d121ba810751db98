using System.Reflection;

namespace SparseDnn.Contract;

/// <summary>Which version of the contract between generated code and runtime this library is, and which it still understands.</summary>
/// <remarks>
/// The contract is all that generated code takes for granted: the texts that it carries and the members that it calls or overrides. It
/// has a number of its own, because most releases change nothing of it. Source: docs/generated-code.md.
/// </remarks>
internal static class ContractVersion
{
    /// <summary>The contract that the generator writes, and the newest that the runtime understands.</summary>
    public const int Current = 1;

    /// <summary>The oldest contract whose generated code the runtime still runs.</summary>
    public const int Oldest = 1;

    /// <summary>Version of the package that this library came in, such as <c>0.1.0</c>.</summary>
    public static string Package { get; } = PackageOf(typeof(ContractVersion).Assembly);

    /// <summary>Whether generated code and texts of a contract are understood.</summary>
    /// <param name="version">The contract.</param>
    public static bool IsUnderstood(int version) => version is >= Oldest and <= Current;

    // What follows the sign + names a commit and no version.
    private static string PackageOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? assembly.GetName().Version.ToString();
}
