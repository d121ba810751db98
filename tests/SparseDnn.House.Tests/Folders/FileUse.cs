namespace SparseDnn.House.Tests.Folders;

/// <summary>One file that names what another declares.</summary>
/// <param name="User">The file that uses; relative to the project's folder, with <c>/</c>.</param>
/// <param name="Used">The file that declares.</param>
/// <param name="Name">What is used first.</param>
internal sealed record FileUse(string User, string Used, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User} uses {Name} of {Used}";
}
