using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

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
    private readonly ConditionalWeakTable<DeclarationVersion, ConcurrentDictionary<string, Entry>> _known = new();

    /// <summary>What was read of a type, or what is read now; one thread reads, others wait for it.</summary>
    /// <param name="typeName">Metadata name of a type with source in the compilation.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="read">Reads it, and adds the files to the set whose text it looks at.</param>
    public TReading Get(string typeName, Compilation compilation, Func<ISet<SyntaxTree>, TReading> read)
    {
        var entry = _known
            .GetValue(DeclarationVersion.Of(compilation), static _ => new(StringComparer.Ordinal))
            .GetOrAdd(typeName, static _ => new());
        lock (entry)
        {
            if (entry.Reading is { } known && entry.Files.All(compilation.ContainsSyntaxTree))
                return known;
            StageWork.CountReading();
            var files = new HashSet<SyntaxTree>();
            var reading = read(files);
            (entry.Reading, entry.Files) = (reading, [.. files]);
            return reading;
        }
    }

    private sealed class Entry
    {
        public TReading? Reading { get; set; }

        public SyntaxTree[] Files { get; set; } = [];
    }
}
