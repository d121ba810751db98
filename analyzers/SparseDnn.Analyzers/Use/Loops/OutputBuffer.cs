using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Loops;

/// <summary>Recognises an output buffer that each turn of a loop makes anew though one would do (SDNN3004).</summary>
/// <param name="Creation">Where it is made.</param>
/// <param name="Length">Its length, as the user wrote it.</param>
/// <param name="Name">The variable that holds it.</param>
internal sealed record OutputBuffer(IOperation Creation, string Length, string Name)
{
    /// <summary>Looks at a call.</summary>
    /// <param name="call">A call of Infer or InferBatch.</param>
    /// <returns>The buffer; null where it is made elsewhere, may outlive the turn, or may be read before the call has filled it.</returns>
    public static OutputBuffer? Find(NetworkCall call)
    {
        if (call.Kind == NetworkCallKind.Categorize || CallContext.LoopAround(call.Operation) is not { } loop)
            return null;
        if (OperationTree.Unconverted(call.Output) is not ILocalReferenceOperation { Local: var local })
            return null;
        if (Declarator(local, loop) is not { Initializer.Value: { } value } declarator || Declaration(declarator) is not { } declaration)
            return null;
        var creation = OperationTree.Unconverted(value);
        var invariance = new LoopInvariance(loop);
        if (LengthOf(creation) is not { } length || !invariance.IsInvariant(length))
            return null;
        // What a batch does not fill keeps the values of an earlier turn.
        if (call.Batch is { } batch && !invariance.IsInvariant(batch))
            return null;
        if (call.Operation.Parent is not IExpressionStatementOperation statement || statement.Parent != declaration.Parent)
            return null;
        var uses = loop.Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
            .ToArray();
        return uses.All(use => !Escapes(use, loop)) && uses.Min(use => use.Syntax.SpanStart) >= call.Operation.Syntax.SpanStart
            ? new OutputBuffer(creation, length.Syntax.ToString(), local.Name)
            : null;
    }

    private static IVariableDeclaratorOperation? Declarator(ILocalSymbol local, ILoopOperation loop) =>
        loop
            .Body.Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local));

    // A statement that declares nothing else.
    private static IVariableDeclarationGroupOperation? Declaration(IVariableDeclaratorOperation declarator) =>
        declarator.Parent
            is IVariableDeclarationOperation
            {
                Declarators.Length: 1,
                Parent: IVariableDeclarationGroupOperation { Declarations.Length: 1 } group
            }
            ? group
            : null;

    private static IOperation? LengthOf(IOperation creation) =>
        creation switch
        {
            IArrayCreationOperation { Initializer: null, DimensionSizes: { Length: 1 } sizes } => sizes[0],
            _ when creation.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: null }
                    && creation.ChildOperations.Count == 1 => creation.ChildOperations.First(),
            _ => null,
        };

    // Elements, the length, spans for the time of a call, and methods of the framework that only read.
    private static bool Escapes(ILocalReferenceOperation use, ILoopOperation loop)
    {
        if (OperationTree.FunctionAround(use) != OperationTree.FunctionAround(loop))
            return true;
        IOperation value = use;
        while (value.Parent is IConversionOperation conversion)
            value = conversion;
        return value.Parent switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference != value
                || element.Parent is IAddressOfOperation
                || element.Indices[0] is IRangeOperation,
            IPropertyReferenceOperation { Property: { Name: "Length" } or { IsIndexer: true } } property => property.Instance != value,
            IForEachLoopOperation each => each.Collection != value,
            IArgumentOperation { Parent: IInvocationOperation call } argument => !Lends(call, argument),
            _ => true,
        };
    }

    private static bool Lends(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
            return false;
        if (MemoryTypes.IsSpan(argument.Parameter?.Type))
            return method.ReturnsVoid
                || method.ReturnType is { IsRefLikeType: false, TypeKind: not TypeKind.TypeParameter }
                    && !method.ReturnsByRef
                    && !method.ReturnsByRefReadonly;
        return method.ContainingType is { Name: "Enumerable" or "Array" or "String", ContainingNamespace: var space }
            && space.ToDisplayString() is "System" or "System.Linq"
            && method.ReturnType.SpecialType is not (SpecialType.None or SpecialType.System_Object);
    }
}
