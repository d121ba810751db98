using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Turns the body of a member into an expression in its parameters, following locals and helper methods.</summary>
/// <remarks>What cannot be followed is a finding, never an exception; a body is read as a tree, so its size is limited.</remarks>
/// <param name="element">Type of the elements.</param>
/// <param name="source">Where bodies are read from.</param>
internal sealed partial class BodyReader(NumberType element, BodySource source)
{
    /// <summary>Nodes that a tree may have: a local that is used twice counts twice.</summary>
    public const int MaxNodes = 256;

    private const int MaxDepth = 200;
    private const int MaxSteps = 20_000;

    private readonly HashSet<ISymbol> _calls = new(SymbolEqualityComparer.Default);
    private int _depth;
    private int _steps;

    public BodyFindings Findings { get; } = new();

    /// <summary>⊕ or ⊗: the method's value in its parameters a and b.</summary>
    public Term? ReadOperator(IMethodSymbol method) =>
        method.Parameters.Length == 2
            ? ReadMethod(
                method,
                [new Term(OperatorExpression.A, 1, IsBooleanElement), new Term(OperatorExpression.B, 1, IsBooleanElement)],
                null,
                null
            )
            : null;

    /// <summary>A value without parameters.</summary>
    public Term? ReadProperty(IPropertySymbol property) => ReadProperty(property, null);

    private bool IsBooleanElement => element.Carrier == CarrierKind.Boolean;

    private Term? Read(IOperation? operation, Dictionary<ISymbol, Term> values)
    {
        if (operation is null || !Step(operation.Syntax))
            return null;
        if (_depth >= MaxDepth)
            return Findings.Decline(operation.Syntax, "is nested too deeply; split it");
        _depth++;
        var term = ReadOne(operation, values);
        _depth--;
        return term is null || term.Size <= MaxNodes
            ? term
            : Findings.Decline(
                operation.Syntax,
                $"is a tree of more than {MaxNodes} operations once locals and calls are written out; use fewer"
            );
    }

    // Calls of calls and one 'if' after another double the work each time, even where the tree stays small.
    private bool Step(SyntaxNode syntax)
    {
        source.CancellationToken.ThrowIfCancellationRequested();
        if (++_steps > MaxSteps)
            Findings.Decline(syntax, "takes too many steps to follow; use fewer calls and conditions");
        return Findings.Fault is null;
    }

    private Term? ReadOne(IOperation operation, Dictionary<ISymbol, Term> values)
    {
        if (operation.ConstantValue.HasValue && Constant(operation.ConstantValue.Value) is { } constant)
            return constant;
        return operation switch
        {
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand, values),
            IParameterReferenceOperation { Parameter: var parameter } when values.TryGetValue(parameter, out var value) => value,
            ILocalReferenceOperation { Local: var local } when values.TryGetValue(local, out var value) => value,
            IFieldReferenceOperation field => ReadField(field),
            IPropertyReferenceOperation { Arguments.IsEmpty: true, Property.IsStatic: true } property => ReadProperty(
                property.Property,
                property.Syntax
            ),
            IConversionOperation conversion => ReadConversion(conversion, values),
            IUnaryOperation unary => ReadUnary(unary, values),
            IBinaryOperation binary => ReadBinary(binary, values),
            IConditionalOperation { WhenFalse: not null } conditional => ReadConditional(conditional, values),
            IInvocationOperation call => ReadCall(call, values),
            _ => Findings.Decline(operation.Syntax, OperationWords.Reason(operation)),
        };
    }

    // −0 is the same ideal value as 0; as a negation it keeps its bits.
    private Term? Constant(object? value)
    {
        if (value is bool boolean)
            return Term.Boolean(boolean);
        if (
            value is float and 0 && float.IsNegativeInfinity(1 / (float)value)
            || value is double and 0 && double.IsNegativeInfinity(1 / (double)value)
        )
            return element.FromConstant(value) is { } zero ? Term.Apply(ExpressionOperator.Negate, false, Term.Constant(zero)) : null;
        return element.FromConstant(value) is { } known ? Term.Constant(known) : null;
    }

    private Term? ReadConditional(IConditionalOperation conditional, Dictionary<ISymbol, Term> values)
    {
        if (Condition(conditional.Condition, values) is not { } condition)
            return null;
        // A constant condition still needs both sides: what does not compile must not be passed over.
        var whenTrue = Read(conditional.WhenTrue, values);
        var whenFalse = Read(conditional.WhenFalse, values);
        if (whenTrue is null || whenFalse is null)
            return null;
        return whenTrue.IsBoolean == whenFalse.IsBoolean
            ? BooleanTerms.Choose(condition, whenTrue, whenFalse)
            : Findings.Decline(conditional.Syntax, "mixes conditions and elements; give both branches one type");
    }

    private Term? Condition(IOperation operation, Dictionary<ISymbol, Term> values)
    {
        if (Read(operation, values) is not { } condition)
            return null;
        return condition.IsBoolean ? condition : Findings.Decline(operation.Syntax, "is no condition");
    }

    private Term? ReadConversion(IConversionOperation conversion, Dictionary<ISymbol, Term> values)
    {
        if (SaturatingForm.Match(conversion) is { } saturating)
            return ReadSaturating(saturating.Operator, saturating.Operands, conversion.Syntax, values);
        if (conversion.OperatorMethod is null && conversion.Type is { } type && conversion.Operand.Type is { } from)
        {
            if (SymbolEqualityComparer.Default.Equals(type, from) && ElementSymbols.Of(type) is not null)
                return Read(conversion.Operand, values);
            // A number chosen by a condition, such as a > b ? 1 : 0 as float.
            if (
                type.SpecialType == element.SpecialType()
                && conversion.Operand
                    is IConditionalOperation
                    {
                        WhenTrue.ConstantValue: { HasValue: true, Value: int first },
                        WhenFalse.ConstantValue: { HasValue: true, Value: int second }
                    } choice
                && Condition(choice.Condition, values) is { } condition
            )
                return BooleanTerms.Choose(condition, Term.Constant(Whole(first)), Term.Constant(Whole(second)));
            return Findings.Decline(
                conversion.Syntax,
                $"converts from {Name(from)} to {Name(type)}; compute in {element.Keyword} throughout"
            );
        }
        return Findings.Decline(conversion.Syntax, OperationWords.Reason(conversion));
    }

    private CarrierValue Whole(int value) => element.IsReal ? CarrierValue.Number(value) : element.ShiftCount(value);

    private Term? ReadSaturating(ExpressionOperator op, IOperation[] operands, SyntaxNode syntax, Dictionary<ISymbol, Term> values)
    {
        if (element.Format != ElementFormat.Int32)
            return Findings.Decline(syntax, $"converts to int; compute in {element.Keyword} throughout");
        var terms = operands.Select(operand => Read(operand, values)).ToArray();
        if (terms.Any(term => term is null or { IsBoolean: true }))
            return null;
        Findings.Saturates = true;
        Findings.HasNoVectorForm(syntax, "saturates, which has no vector form");
        return Term.Apply(op, false, terms!);
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
