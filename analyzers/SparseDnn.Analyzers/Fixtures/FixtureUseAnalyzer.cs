using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Declared;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Analyzers.Fixtures;

/// <summary>Reports types with [ExactFixtures] that nothing in a project with tests names (SDNN3006).</summary>
/// <remarks>
/// Reported when a whole compilation has been seen, so by builds and not while typing. What other projects do is not known: only projects
/// with tests of their own are looked at.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixtureUseAnalyzer()
    // What other generators write may use fixtures too.
    : SparseAnalyzer(Reporters.FixtureUses, KnownNames.ExactFixturesAttribute, GeneratedCodeAnalysisFlags.Analyze)
{
    private protected override void Start(CompilationStartAnalysisContext context, INamedTypeSymbol attribute)
    {
        if (!TestFrameworks.IsReferenced(context.Compilation))
            return;
        var project = new FixtureUses();
        context.RegisterSymbolAction(symbol => project.AddType((INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
        context.RegisterSymbolAction(
            symbol => project.AddAttributes(symbol.Symbol),
            SymbolKind.NamedType,
            SymbolKind.Method,
            SymbolKind.Property,
            SymbolKind.Field,
            SymbolKind.Parameter
        );
        context.RegisterOperationAction(operation => project.AddUse(operation.Operation), FixtureUses.Kinds);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var type in project.Unused())
                end.ReportDiagnostic(
                    Diagnostic.Create(
                        Descriptors.Of(ProblemKinds.UnusedFixtures),
                        PlaceLocator.Locate(type, ProblemPlace.TypeName, end.CancellationToken),
                        type.Name
                    )
                );
        });
    }

    /// <summary>What was seen of fixtures while a compilation was read; filled from several threads.</summary>
    private sealed class FixtureUses
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _fixtures = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _used = new(SymbolEqualityComparer.Default);
        private bool _hasTests;

        /// <summary>Operations that can name a type.</summary>
        public static OperationKind[] Kinds { get; } =
        [
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.MethodReference,
            OperationKind.Invocation,
            OperationKind.TypeOf,
            OperationKind.NameOf,
            OperationKind.ObjectCreation,
            OperationKind.VariableDeclarator,
        ];

        public void AddType(INamedTypeSymbol type)
        {
            if (FixtureReader.Attribute(type) is not null)
                _fixtures.TryAdd(type, true);
            if (type.BaseType is { } parent)
                Use(parent);
        }

        public void AddAttributes(ISymbol symbol)
        {
            if (symbol is IMethodSymbol && TestFrameworks.IsTest(symbol))
                _hasTests = true;
            Use((symbol as IFieldSymbol)?.Type);
            Use((symbol as IPropertySymbol)?.Type);
            Use((symbol as IParameterSymbol)?.Type);
            foreach (var attribute in symbol.GetAttributes())
            {
                foreach (var type in attribute.AttributeClass?.TypeArguments ?? ImmutableArray<ITypeSymbol>.Empty)
                    Use(type);
                foreach (var constant in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value)))
                    Use(constant);
            }
        }

        public void AddUse(IOperation operation)
        {
            // The generated parts of fixtures name them.
            if (operation.Syntax.SyntaxTree.FilePath.EndsWith(TargetReader.GeneratedFileSuffix, StringComparison.Ordinal))
                return;
            switch (operation)
            {
                case IMemberReferenceOperation reference:
                    Use(reference.Member.ContainingType);
                    break;
                case IInvocationOperation call:
                    Use(call.TargetMethod.ContainingType);
                    foreach (var type in call.TargetMethod.TypeArguments)
                        Use(type);
                    break;
                case ITypeOfOperation reference:
                    Use(reference.TypeOperand);
                    break;
                case INameOfOperation name:
                    Use(name.Argument);
                    break;
                case IObjectCreationOperation creation:
                    Use(creation.Type);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Use(declarator.Symbol.Type);
                    break;
            }
        }

        public INamedTypeSymbol[] Unused() => _hasTests ? _fixtures.Keys.Where(type => !_used.ContainsKey(type)).ToArray() : [];

        private void Use(IOperation name)
        {
            foreach (var part in name.DescendantsAndSelf())
            {
                Use(part.Type);
                if (part is IMemberReferenceOperation reference)
                    Use(reference.Member.ContainingType);
            }
        }

        private void Use(TypedConstant constant)
        {
            if (constant.Kind == TypedConstantKind.Type)
                Use(constant.Value as ITypeSymbol);
            else if (constant is { Kind: TypedConstantKind.Array, IsNull: false })
                foreach (var value in constant.Values)
                    Use(value);
        }

        private void Use(ITypeSymbol? type)
        {
            if (type is not INamedTypeSymbol named)
                return;
            if (FixtureReader.Attribute(named.OriginalDefinition) is not null)
                _used.TryAdd(named.OriginalDefinition, true);
            foreach (var argument in named.TypeArguments)
                Use(argument);
        }
    }
}
