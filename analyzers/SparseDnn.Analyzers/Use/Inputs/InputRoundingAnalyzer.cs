using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems;

namespace SparseDnn.Analyzers.Use.Inputs;

/// <summary>
/// Reports inputs that a narrower format than the network's rounds on their way, without that the text of the program shows it (SDNN2020).
/// </summary>
/// <remarks>A cast to the network's own format is no finding: that is where the value must go, and it is written out.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputRoundingAnalyzer() : NetworkUseAnalyzer(Reporters.Inputs)
{
    private protected override void Analyze(OperationBlockAnalysisContext context, NetworkCalls calls)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var call in calls.All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (var element in Elements(call, calls.Root))
                if (InputRounding.Of(element) is { } found && seen.Add(found.Place.Syntax))
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            Descriptors.Of(ProblemKinds.RoundedInput),
                            found.Place.Syntax.GetLocation(),
                            found.Replacement?.ToProperties(),
                            UserText.Of(found.Place),
                            call.NetworkName,
                            found.Arrives,
                            found.Reason,
                            found.Remedy
                        )
                    );
        }
    }

    // What is written into the buffer where it is made, or into one of its elements.
    private static IEnumerable<IOperation> Elements(NetworkCall call, IOperation root)
    {
        var input = OperationTree.Unconverted(call.Input);
        if (Variables.Of(input) is not { } variable)
            return BufferElements.Of(input) ?? [];
        return root.DescendantsAndSelf()
            .SelectMany(operation =>
                operation switch
                {
                    IVariableDeclaratorOperation { Initializer.Value: var value } declarator
                        when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) => BufferElements.Of(
                        OperationTree.Unconverted(value)
                    ) ?? [],
                    ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array } } assignment
                        when IsVariable(array, variable) => [assignment.Value],
                    ISimpleAssignmentOperation
                    {
                        Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span }
                    } assignment when IsVariable(span, variable) => [assignment.Value],
                    _ => (IEnumerable<IOperation>)[],
                }
            );
    }

    private static bool IsVariable(IOperation operation, ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(Variables.Of(operation), variable);
}
