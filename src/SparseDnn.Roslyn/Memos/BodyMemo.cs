using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Primitives;

namespace SparseDnn.Roslyn.Memos;

/// <summary>
/// What was read from the bodies of declared types, so that the compiler need not bind them again with every keystroke elsewhere.
/// </summary>
/// <typeparam name="TReading">What was read. May hold syntax of the files it was read from, but no symbol, which would keep a whole
/// compilation alive.</typeparam>
/// <remarks>Lives as long as compilations with the same declarations do, and holds until a file changes that was read.</remarks>
internal sealed class BodyMemo<TReading>
    where TReading : class
{
    // One a declared type, so that they need no limit; all go with the version of the declarations.
    private readonly StageCache<string, Reading> _known = new(int.MaxValue, StageWork.CountReading);

    /// <summary>What was read of a type, or what is read now; one thread reads, others wait for it.</summary>
    /// <param name="typeName">Metadata name of a type with source in the compilation.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="read">Reads it, and adds the files to the set whose text it looks at.</param>
    /// <param name="cancellationToken">Ends the wait for another thread.</param>
    public TReading Get(
        string typeName,
        Compilation compilation,
        Func<ISet<SyntaxTree>, TReading> read,
        CancellationToken cancellationToken
    ) =>
        _known
            .Get(
                DeclarationVersion.Of(compilation),
                typeName,
                () =>
                {
                    var files = new HashSet<SyntaxTree>();
                    return new(read(files), files);
                },
                cancellationToken,
                reading => reading.Files.All(compilation.ContainsSyntaxTree)
            )
            .Value;

    private sealed record Reading(TReading Value, IReadOnlyCollection<SyntaxTree> Files);
}
