using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Algebra;
using SparseDnn.Problems;
using SparseDnn.Roslyn;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Flow;

/// <summary>Writes the diagnostics of marked values, each once.</summary>
/// <param name="report">Where they go.</param>
internal sealed class FlowReporter(System.Action<Diagnostic> report)
{
    private const string Semiring = "Semiring";
    private const string Method = "Method";
    private const string OtherMethod = "OtherMethod";
    private const string Zero = "Zero";
    private const string One = "One";
    private const string Element = "Element";

    private readonly HashSet<(string, Location)> _reported = [];

    /// <summary>The name under which a semiring is found again.</summary>
    public static string Key(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Key(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;

    /// <summary>SDNN1017, 1022, 1023: an operation that the semiring does not have.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="op">What it computes.</param>
    /// <param name="semiring">The semiring of an operand.</param>
    /// <param name="element">Type of the operands.</param>
    /// <param name="isSelect">Whether it is max with 0 or min with a constant.</param>
    /// <param name="foldsAll">Whether it joins all elements of a collection.</param>
    public void Foreign(
        IOperation operation,
        ExpressionOperator op,
        MarkedSemiring semiring,
        ITypeSymbol? element,
        bool isSelect,
        bool foldsAll = false
    )
    {
        var text = SourceWords.Text(operation.Syntax);
        var place = Place(operation.Syntax);
        if (op is ExpressionOperator.Subtract or ExpressionOperator.Divide)
        {
            Report(
                ProblemKinds.NoInverse,
                place,
                [],
                text,
                semiring.Name,
                semiring.Add,
                semiring.Multiply,
                op == ExpressionOperator.Subtract ? "-" : "/"
            );
            return;
        }

        if (isSelect)
        {
            var isFloor = op == ExpressionOperator.Max;
            Report(
                ProblemKinds.SelectOnValues,
                place,
                [],
                text,
                isFloor ? "ReLU" : "a ceiling",
                isFloor ? "max-plus" : "min-plus",
                semiring.Name,
                semiring.Add,
                (semiring.Identity(SemiringMember.One, element) ?? "not 0").Replace("{S}", semiring.Type.Name),
                isFloor ? "MaxPlus" : "MinPlus"
            );
            return;
        }

        // What multiplies is meant as ⊗, what adds or chooses as ⊕.
        var (first, second) = op is ExpressionOperator.Multiply or ExpressionOperator.And ? ("Multiply", "Add") : ("Add", "Multiply");
        var properties = Properties(semiring, element);
        if (semiring.HasOperation(first, element))
            properties[Method] = first;
        if (semiring.HasOperation(second, element) && !foldsAll)
            properties[OtherMethod] = second;
        var name = semiring.Type.Name;
        Report(
            ProblemKinds.OrdinaryArithmetic,
            place,
            properties,
            text,
            semiring.Name,
            semiring.Add,
            semiring.Multiply,
            foldsAll
                ? $"Aggregate({name}.Zero, {name}.Add) for ⊕ of all"
                : $"{name}.{first}(…) for {Symbol(first)} or {name}.{second}(…) for {Symbol(second)}"
        );
    }

    /// <summary>SDNN1018.</summary>
    public void SumIsProduct(IOperation call, MarkedSemiring semiring, ITypeSymbol? element)
    {
        var properties = Properties(semiring, element);
        if (semiring.HasOperation("Add", element))
            properties[Method] = "Add";
        Report(
            ProblemKinds.SumIsProduct,
            Place(call.Syntax),
            properties,
            SourceWords.Text(call.Syntax),
            semiring.Name,
            $"Aggregate({semiring.Type.Name}.Zero, {semiring.Type.Name}.Add)"
        );
    }

    /// <summary>SDNN1019.</summary>
    public void ComparedWithZero(IOperation comparison, IOperation constant, MarkedSemiring semiring, ITypeSymbol? element, bool isOne)
    {
        var name = semiring.Type.Name;
        Report(
            ProblemKinds.ComparedWithZero,
            constant.Syntax.GetLocation(),
            Properties(semiring, element),
            SourceWords.Text(comparison.Syntax),
            semiring.Name,
            isOne ? "their One (a path of no step)" : "an ordinary value of theirs",
            name,
            isOne ? $"{name}.Zero or {name}.One, whichever is meant" : $"{name}.Zero, if that is meant"
        );
    }

    /// <summary>SDNN1020.</summary>
    /// <param name="value">The value.</param>
    /// <param name="semiring">Its semiring.</param>
    /// <param name="with">What it meets, with its verb.</param>
    /// <param name="other">The other semiring.</param>
    public void Mixed(IOperation value, MarkedSemiring semiring, string with, MarkedSemiring other) =>
        Report(
            ProblemKinds.MixedSemirings,
            value.Syntax.GetLocation(),
            [],
            SourceWords.Text(value.Syntax),
            semiring.Name,
            with,
            other.Name
        );

    /// <summary>SDNN1021.</summary>
    /// <param name="zeros">What fills with 0.</param>
    /// <param name="semiring">The semiring of the place that the zeros reach.</param>
    /// <param name="element">Type of an element.</param>
    public void ZeroFilled(IOperation zeros, MarkedSemiring semiring, ITypeSymbol? element)
    {
        if (ZeroFilledDiagnostic(zeros, semiring, element) is { } diagnostic && _reported.Add((diagnostic.Id, diagnostic.Location)))
            report(diagnostic);
    }

    /// <summary>The diagnostic of <see cref="ZeroFilled"/>, for later; null where the text says that One is meant, and 0 is One.</summary>
    public static Diagnostic? ZeroFilledDiagnostic(IOperation zeros, MarkedSemiring semiring, ITypeSymbol? element)
    {
        if (semiring.Arithmetic(element) is not { } arithmetic || (arithmetic.OneIsNumberZero && OneNames.Say(zeros.Syntax)))
            return null;
        var name = semiring.Type.Name;
        return Diagnostic.Create(
            Descriptors.Of(ProblemKinds.ZeroFilled),
            zeros.Syntax.GetLocation(),
            Properties(semiring, element).ToImmutableDictionary(),
            SourceWords.Text(zeros.Syntax),
            semiring.Name,
            arithmetic.OneIsNumberZero ? "their One" : "an ordinary value",
            zeros.Kind is OperationKind.DefaultValue or OperationKind.Conversion
                ? $"write {name}.Zero, or {name}.One if that is meant"
                : $"fill it with {name}.Zero before use; write {name}.One if that is meant"
        );
    }

    /// <summary>SDNN1026.</summary>
    public void Reordered(IOperation operation, string what, MarkedSemiring semiring, string order, ITypeSymbol? element) =>
        Report(
            ProblemKinds.ReorderedReduction,
            Place(operation.Syntax),
            [],
            what,
            semiring.Name,
            order,
            element?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "this format"
        );

    private void Report(ProblemKind kind, Location location, Dictionary<string, string?> properties, params object[] arguments)
    {
        if (_reported.Add((kind.Id, location)))
            report(Diagnostic.Create(Descriptors.Of(kind), location, properties.ToImmutableDictionary(), arguments));
    }

    private static Dictionary<string, string?> Properties(MarkedSemiring semiring, ITypeSymbol? element)
    {
        var properties = new Dictionary<string, string?> { [Semiring] = Key(semiring.Type) };
        if (semiring.Identity(SemiringMember.Zero, element) is { } zero)
            properties[Zero] = zero;
        if (semiring.Identity(SemiringMember.One, element) is { } one)
            properties[One] = one;
        if (element is not null)
            properties[Element] = element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return properties;
    }

    private static string Symbol(string method) => method == "Add" ? "⊕" : "⊗";

    // The operator, or the name of the method.
    private static Location Place(SyntaxNode syntax) =>
        syntax switch
        {
            BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
            AssignmentExpressionSyntax assignment => assignment.OperatorToken.GetLocation(),
            PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken.GetLocation(),
            PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
            InvocationExpressionSyntax invocation => invocation.Expression.GetLocation(),
            MemberAccessExpressionSyntax method => method.Name.GetLocation(),
            _ => syntax.GetLocation(),
        };
}
