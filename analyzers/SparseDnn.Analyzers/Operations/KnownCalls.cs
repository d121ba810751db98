using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Analyzers.Operations;

/// <summary>Methods of the framework that compute with numbers or hand them on, by name.</summary>
internal static class KnownCalls
{
    private static readonly Dictionary<string, ExpressionOperator> Pairs = new(StringComparer.Ordinal)
    {
        ["Min"] = ExpressionOperator.Min,
        ["MinNumber"] = ExpressionOperator.Min,
        ["MinNative"] = ExpressionOperator.Min,
        ["Max"] = ExpressionOperator.Max,
        ["MaxNumber"] = ExpressionOperator.Max,
        ["MaxNative"] = ExpressionOperator.Max,
    };

    private static readonly Dictionary<string, ExpressionOperator> VectorPairs = new(StringComparer.Ordinal)
    {
        ["Add"] = ExpressionOperator.Add,
        ["Subtract"] = ExpressionOperator.Subtract,
        ["Multiply"] = ExpressionOperator.Multiply,
        ["Divide"] = ExpressionOperator.Divide,
        ["BitwiseAnd"] = ExpressionOperator.And,
        ["BitwiseOr"] = ExpressionOperator.Or,
        ["Xor"] = ExpressionOperator.Xor,
    };

    private static readonly HashSet<string> Vectors = new(StringComparer.Ordinal)
    {
        "Vector",
        "Vector64",
        "Vector128",
        "Vector256",
        "Vector512",
    };

    // They hand on elements, or collections of the same elements, as they are.
    private static readonly HashSet<string> Transparent = new(StringComparer.Ordinal)
    {
        "GetEnumerator",
        "GetAsyncEnumerator",
        "AsSpan",
        "AsMemory",
        "Slice",
        "ToArray",
        "ToList",
        "ToImmutableArray",
        "AsEnumerable",
        "AsParallel",
        "AsOrdered",
        "AsSequential",
        "Reverse",
        "Where",
        "Skip",
        "Take",
        "SkipLast",
        "TakeLast",
        "SkipWhile",
        "TakeWhile",
        "Concat",
        "Append",
        "Prepend",
        "Order",
        "OrderDescending",
        "Distinct",
        "Clone",
        "First",
        "Last",
        "Single",
        "ElementAt",
        "GetValueOrDefault",
        "Load",
        "LoadUnsafe",
        "LoadAligned",
        "Create",
        "GetElement",
        "ConfigureAwait",
    };

    /// <summary>The operation that a method of two numbers or vectors is; null for none.</summary>
    public static ExpressionOperator? Pair(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Parameters.Length != 2)
            return null;
        if (IsMath(method.ContainingType))
            return Pairs.TryGetValue(method.Name, out var op) ? op : null;
        if (!IsVectors(method.ContainingType))
            return null;
        return VectorPairs.TryGetValue(method.Name, out var vector) || Pairs.TryGetValue(method.Name, out vector) ? vector : null;
    }

    /// <summary>Whether a type has the functions of numbers: Math, MathF, or a number type itself.</summary>
    public static bool IsMath(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && (type.Name is "Math" or "MathF" || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double);

    /// <summary>Whether a type has the functions of vectors: Vector, Vector128 and so on.</summary>
    public static bool IsVectors(ITypeSymbol? type) =>
        type is not null && Vectors.Contains(type.Name) && IsIn(type, "System.Numerics", "System.Runtime.Intrinsics");

    /// <summary>Whether a method adds up all elements in an order that only the machine knows.</summary>
    public static bool IsReorderedSum(IMethodSymbol method) =>
        (method.Name is "Sum" or "Dot" && IsVectors(method.ContainingType))
        || (method.Name is "Sum" or "Dot" or "SumOfSquares" or "SumOfMagnitudes" or "Norm" && IsTensors(method.ContainingType));

    /// <summary>Whether a method belongs to a LINQ class.</summary>
    /// <param name="method">Any method.</param>
    /// <param name="type">Enumerable or ParallelEnumerable.</param>
    public static bool IsLinq(IMethodSymbol method, string type) =>
        method.ContainingType is { } owner && owner.Name == type && IsIn(owner, "System.Linq");

    /// <summary>Whether a method runs functions on several threads at once.</summary>
    public static bool IsParallelLoop(IMethodSymbol method) =>
        (
            method is { ContainingType.Name: "Parallel", Name: "For" or "ForEach" or "ForAsync" or "ForEachAsync" or "Invoke" }
            && IsIn(method.ContainingType, "System.Threading.Tasks")
        ) || (method.Name == "ForAll" && IsLinq(method, "ParallelEnumerable"));

    /// <summary>
    /// Whether elements of a parallel query may come in any order: something is done with them on the way, and AsOrdered is not called.
    /// </summary>
    /// <param name="query">The query.</param>
    public static bool IsReordered(IOperation query)
    {
        var isReordered = false;
        while (true)
        {
            if (query is IConversionOperation { IsImplicit: true } conversion)
                query = conversion.Operand;
            if (query is not IInvocationOperation { Arguments.Length: > 0 } call || !IsLinq(call.TargetMethod, "ParallelEnumerable"))
                return isReordered;
            if (call.TargetMethod.Name == "AsOrdered")
                return false;
            isReordered |= call.TargetMethod.Name != "AsParallel" && !call.TargetMethod.Name.StartsWith("With", StringComparison.Ordinal);
            query = call.Arguments[0].Value;
        }
    }

    /// <summary>Whether a method makes an array longer or shorter.</summary>
    public static bool IsResize(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "Resize", ContainingType.SpecialType: SpecialType.System_Array };

    /// <summary>Whether a method gives memory that is 0.</summary>
    public static bool IsZeroedAllocation(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "AllocateArray", ContainingType: { Name: "GC" } type } && IsIn(type, "System");

    /// <summary>Whether a method hands its elements on.</summary>
    public static bool IsTransparent(IMethodSymbol method) => Transparent.Contains(method.Name) && IsFramework(method.ContainingType);

    /// <summary>Whether a type is of the framework.</summary>
    public static bool IsFramework(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        return type is IArrayTypeSymbol;
    }

    /// <summary>Whether a type is a span.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type is { Name: "Span", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsTensors(ITypeSymbol? type) => type is { Name: "TensorPrimitives" } && IsIn(type, "System.Numerics.Tensors");

    private static bool IsIn(ITypeSymbol type, params string[] namespaces) =>
        type.ContainingNamespace is { } space && namespaces.Contains(space.ToDisplayString(), StringComparer.Ordinal);
}
