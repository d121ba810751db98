using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;
using SparseDnn.Roslyn.Semirings;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>Writes the diagnostics of marked values, each once.</summary>
/// <param name="report">Where they go.</param>
internal sealed class ValueReporter(System.Action<Diagnostic> report)
{
    private readonly HashSet<(string, Location)> _reported = [];

    /// <summary>SDNN1017, 1022, 1023: an operation that the semiring does not have.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="op">What it computes.</param>
    /// <param name="semiring">The semiring of an operand.</param>
    /// <param name="element">Type of the operands.</param>
    /// <param name="isEpilogue">Whether it is max with 0 or min with a constant.</param>
    /// <param name="foldsAll">Whether it joins all elements of a collection.</param>
    public void Foreign(
        IOperation operation,
        ExpressionOperator op,
        MarkedSemiring semiring,
        ITypeSymbol? element,
        bool isEpilogue,
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
                null,
                text,
                semiring.Name,
                semiring.Add,
                semiring.Multiply,
                op == ExpressionOperator.Subtract ? "-" : "/"
            );
            return;
        }

        if (isEpilogue)
        {
            var isFloor = op == ExpressionOperator.Max;
            Report(
                ProblemKinds.EpilogueOnValues,
                place,
                null,
                text,
                isFloor ? "ReLU" : "a ceiling",
                isFloor ? "max-plus" : "min-plus",
                semiring.Name,
                semiring.Add,
                (semiring.Identity(SemiringMember.One, element) ?? "not 0").Replace(
                    SemiringOperations.SemiringPlaceholder,
                    semiring.Type.Name
                ),
                isFloor ? "MaxPlus" : "MinPlus"
            );
            return;
        }

        // What multiplies is meant as ⊗, what adds or chooses as ⊕.
        var (first, second) = op is ExpressionOperator.Multiply or ExpressionOperator.And ? ("Multiply", "Add") : ("Add", "Multiply");
        var finding = Finding(semiring, element) with
        {
            Method = semiring.HasOperation(first, element) ? first : null,
            OtherMethod = semiring.HasOperation(second, element) && !foldsAll ? second : null,
        };
        var name = semiring.Type.Name;
        Report(
            ProblemKinds.OrdinaryArithmetic,
            place,
            finding,
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
        Report(
            ProblemKinds.SumIsProduct,
            Place(call.Syntax),
            Finding(semiring, element) with
            {
                Method = semiring.HasOperation("Add", element) ? "Add" : null,
            },
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
            Finding(semiring, element),
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
            null,
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
        if (semiring.Arithmetic(element) is not { } arithmetic || (arithmetic.OneIsNumberZero && IdentityNames.Say(zeros.Syntax)))
            return null;
        var name = semiring.Type.Name;
        return Diagnostic.Create(
            Descriptors.Of(ProblemKinds.ZeroFilled),
            zeros.Syntax.GetLocation(),
            Finding(semiring, element).ToProperties(),
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
            null,
            what,
            semiring.Name,
            order,
            element?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "this format"
        );

    private void Report(ProblemKind kind, Location location, SemiringOperations? finding, params object[] arguments)
    {
        if (_reported.Add((kind.Id, location)))
            report(Diagnostic.Create(Descriptors.Of(kind), location, finding?.ToProperties(), arguments));
    }

    private static SemiringOperations Finding(MarkedSemiring semiring, ITypeSymbol? element) =>
        new(TypeSymbols.MetadataName(semiring.Type))
        {
            Zero = semiring.Identity(SemiringMember.Zero, element),
            One = semiring.Identity(SemiringMember.One, element),
            Element = element?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        };

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
