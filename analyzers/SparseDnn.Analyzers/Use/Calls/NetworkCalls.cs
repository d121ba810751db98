using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>The calls of networks in one body or initializer, nested functions included; read once for all analyzers.</summary>
/// <param name="Root">The body.</param>
/// <param name="All">The calls, in the order of the text.</param>
internal sealed record NetworkCalls(IOperation Root, ImmutableArray<NetworkCall> All)
{
    // Analyzers of one run are shown the same operations.
    private static readonly ConditionalWeakTable<IOperation, NetworkCalls> Known = new();

    /// <summary>The calls of those bodies that have some.</summary>
    public static IEnumerable<NetworkCalls> In(ImmutableArray<IOperation> bodies) =>
        bodies.Select(body => Known.GetValue(body, Read)).Where(calls => !calls.All.IsEmpty);

    private static NetworkCalls Read(IOperation body) =>
        new(
            body,
            body.DescendantsAndSelf().OfType<IInvocationOperation>().Select(NetworkCall.Read).OfType<NetworkCall>().ToImmutableArray()
        );
}
