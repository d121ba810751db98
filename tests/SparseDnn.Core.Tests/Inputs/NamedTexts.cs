using System.Linq;
using SparseDnn.Inputs;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>Texts that are found by the ends of their paths, as a compiler finds files; null for one that cannot be read.</summary>
internal sealed class NamedTexts(params (string Path, string? Text)[] files) : IInputFiles
{
    private readonly NamedFiles<(string Path, string? Text)> _named = new(files, file => file.Path.Split('/').Last(), file => file.Path);

    public InputLookup<T> Find<T>(InputKind<T> kind, string name)
        where T : class =>
        _named.Find(name, file => kind.Read(file.Text is { } text ? InputFile.OfText(file.Path, text) : InputFile.Unreadable(file.Path)));
}
