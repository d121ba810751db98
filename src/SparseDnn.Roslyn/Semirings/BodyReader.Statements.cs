using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Roslyn.Semirings;

internal sealed partial class BodyReader
{
    private Term? ReadBody(IOperation? operation, SyntaxNode syntax, Dictionary<ISymbol, Term> values)
    {
        var block = operation switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            IBlockOperation body => body,
            _ => null,
        };
        return block is null ? Findings.Decline(syntax, "has no body") : ReadStatements(block.Operations.ToImmutableList(), syntax, values);
    }

    // 'if' continues with what follows it in both branches, so that a chain of returns becomes one conditional.
    private Term? ReadStatements(ImmutableList<IOperation> statements, SyntaxNode around, Dictionary<ISymbol, Term> values)
    {
        if (!Step(around))
            return null;
        if (statements.IsEmpty)
            return Findings.Decline(around, "ends without a value");
        var rest = statements.RemoveAt(0);
        switch (statements[0])
        {
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                return Read(value, values);
            case IBlockOperation block:
                return ReadStatements(rest.InsertRange(0, block.Operations), around, values);
            case IVariableDeclarationGroupOperation group:
                return Declare(group, values) ? ReadStatements(rest, around, values) : null;
            case ILocalFunctionOperation or IEmptyOperation:
                return ReadStatements(rest, around, values);
            case IConditionalOperation conditional:
                return ReadChoice(conditional, rest, around, values);
            case var statement:
                return Findings.Decline(statement.Syntax, OperationWords.Reason(statement));
        }
    }

    private Term? ReadChoice(
        IConditionalOperation conditional,
        ImmutableList<IOperation> rest,
        SyntaxNode around,
        Dictionary<ISymbol, Term> values
    )
    {
        if (_depth >= MaxDepth)
            return Findings.Decline(conditional.Syntax, "is nested too deeply; split it");
        if (Condition(conditional.Condition, values) is not { } condition)
            return null;
        _depth++;
        var whenTrue = ReadStatements(rest.Insert(0, conditional.WhenTrue), around, new(values, SymbolEqualityComparer.Default));
        var whenFalse = ReadStatements(
            conditional.WhenFalse is { } other ? rest.Insert(0, other) : rest,
            around,
            new(values, SymbolEqualityComparer.Default)
        );
        _depth--;
        if (whenTrue is null || whenFalse is null || whenTrue.IsBoolean != whenFalse.IsBoolean)
            return null;
        var term = BooleanTerms.Choose(condition, whenTrue, whenFalse);
        return term.Size <= MaxNodes
            ? term
            : Findings.Decline(
                conditional.Syntax,
                $"is a tree of more than {MaxNodes} operations once locals and calls are written out; use fewer"
            );
    }

    private bool Declare(IVariableDeclarationGroupOperation group, Dictionary<ISymbol, Term> values)
    {
        foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            if (
                declarator.Symbol.RefKind != RefKind.None
                || (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is not { } initializer
            )
            {
                Findings.Decline(declarator.Syntax, "is a variable without a value of its own; declare it with its value");
                return false;
            }
            if (Read(initializer.Value, values) is not { } term)
                return false;
            values[declarator.Symbol] = term;
        }
        return true;
    }
}
