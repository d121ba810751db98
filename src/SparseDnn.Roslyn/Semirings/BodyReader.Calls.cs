using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

internal sealed partial class BodyReader
{
    private const int MaxCalls = 32;

    private Term? ReadCall(IInvocationOperation call, Dictionary<ISymbol, Term> values)
    {
        var method = call.TargetMethod;
        if (SaturatingForm.Match(call) is { } saturating)
            return ReadSaturating(saturating.Operator, saturating.Operands, call.Syntax, values);
        var isMath = MathFunctions.Owns(method);
        if (
            isMath
            && (method.Parameters.Any(parameter => parameter.Type.SpecialType != element.SpecialType()) || method.Parameters.Length == 0)
        )
            return Findings.Decline(
                call.Syntax,
                $"computes in {Name(method.Parameters.FirstOrDefault()?.Type ?? method.ReturnType)}; compute in "
                    + $"{element.Keyword} throughout"
            );
        if (Arguments(call, values) is not { } arguments)
            return null;
        return isMath
            ? ReadMath(call, arguments)
            : ReadMethod(method, arguments, call.Syntax, method.MethodKind == MethodKind.LocalFunction ? values : null);
    }

    private Term? ReadMath(IInvocationOperation call, Term[] arguments)
    {
        var name = call.TargetMethod.Name;
        if (name == "Clamp" && arguments.Length == 3)
        {
            // With its ends exchanged it throws.
            return
                arguments[1].Expression is { Operator: ExpressionOperator.Constant, Value: { IsKnown: true } least }
                && arguments[2].Expression is { Operator: ExpressionOperator.Constant, Value: { IsKnown: true } greatest }
                && least.Compare(greatest) <= 0
                ? MathFunctions.Clamp(arguments[0], arguments[1], arguments[2])
                : Findings.Decline(call.Syntax, "has ends that are not constants in their order");
        }
        if (MathFunctions.Apply(name, arguments) is not { } term)
            return Findings.Decline(call.Syntax, MathFunctions.Reason(name));
        Findings.Wraps |= element.IsInteger && term.Expression.Operator is ExpressionOperator.FusedMultiplyAdd;
        if (term.Expression.Operator is ExpressionOperator.Exp or ExpressionOperator.Log)
            Findings.HasNoVectorForm(call.Syntax, "has no vector form of the same bits");
        if (element.IsInteger && term.Expression.Operator == ExpressionOperator.Abs)
            Findings.HasNoVectorForm(call.Syntax, "throws for the least integer, which has no vector form");
        return term;
    }

    private Term[]? Arguments(IInvocationOperation call, Dictionary<ISymbol, Term> values)
    {
        var terms = new Term[call.TargetMethod.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || parameter.Ordinal >= terms.Length)
            {
                Findings.Decline(argument.Syntax, "is passed by reference");
                return null;
            }
            if (Read(argument.Value, values) is not { } term)
                return null;
            terms[parameter.Ordinal] = term;
        }
        if (terms.All(term => term is not null))
            return terms;
        Findings.Decline(call.Syntax, "lacks an argument");
        return null;
    }

    private Term? ReadMethod(IMethodSymbol method, Term[] arguments, SyntaxNode? caller, Dictionary<ISymbol, Term>? captured)
    {
        method = method.PartialImplementationPart ?? method;
        if (Refusal(method) is { } refusal)
            return caller is null ? null : Findings.Decline(caller, refusal);
        if (source.Find(method) is not { } syntax)
            return caller is null ? null : Findings.Decline(caller, "has no source in this project");
        if (_calls.Count >= MaxCalls || !_calls.Add(method))
            return Findings.Decline(caller ?? syntax, "calls itself or is called too deeply");
        var values = captured is null
            ? new Dictionary<ISymbol, Term>(SymbolEqualityComparer.Default)
            : new Dictionary<ISymbol, Term>(captured, SymbolEqualityComparer.Default);
        foreach (var parameter in method.Parameters)
            values[parameter] = arguments[parameter.Ordinal];
        var term = ReadBody(source.Operation(syntax), syntax, values);
        _calls.Remove(method);
        return term;
    }

    private static string? Refusal(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction && !method.IsStatic)
            return "is a call on an object";
        if (method.IsAbstract || method.IsVirtual || method.IsExtern)
            return "has no body of its own";
        if (method.IsGenericMethod || method.ContainingType is { IsGenericType: true })
            return "is generic; write it for the element type";
        if (method.IsAsync || method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "does not return a plain value";
        if (method.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)))
            return "has a parameter by reference";
        return null;
    }

    private Term? ReadProperty(IPropertySymbol property, SyntaxNode? user)
    {
        if (property.GetMethod is not { } getter || getter.IsAbstract || getter.IsVirtual)
            return user is null ? null : Findings.Decline(user, "has no body of its own");
        if (source.Find(property) is PropertyDeclarationSyntax { Initializer: { } initializer } && property.SetMethod is null)
            return Initializer(property, initializer, user);
        return ReadMethod(getter, [], user, null);
    }

    private Term? ReadField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field is not { IsStatic: true, IsReadOnly: true })
            return Findings.Decline(reference.Syntax, "is a field that may change; make it const or static readonly");
        return source.Find(field) is VariableDeclaratorSyntax { Initializer: { } initializer }
            ? Initializer(field, initializer, reference.Syntax)
            : Findings.Decline(reference.Syntax, "has no source in this project");
    }

    private Term? Initializer(ISymbol member, EqualsValueClauseSyntax initializer, SyntaxNode? user)
    {
        if (member.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))
            return Findings.Decline(user ?? initializer.Value, "may be assigned by a static constructor; make it const");
        if (!_calls.Add(member))
            return Findings.Decline(user ?? initializer.Value, "refers to itself");
        var operation = source.Operation(initializer) as ISymbolInitializerOperation;
        var term = Read(operation?.Value, new Dictionary<ISymbol, Term>(SymbolEqualityComparer.Default));
        _calls.Remove(member);
        return term ?? Findings.Decline(initializer.Value, "is not followed");
    }
}
