using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>One member of a declared semiring, with its place in source. Never part of a pipeline record.</summary>
/// <remarks>Holds syntax but no symbol, so that it may outlive its compilation.</remarks>
internal sealed class MemberSource
{
    private readonly BodyFindings _findings;
    private readonly SyntaxNode _declaration;

    internal MemberSource(SemiringMember member, SyntaxNode declaration, BodyFindings findings, OperatorExpression? expression)
    {
        Member = member;
        _declaration = declaration;
        _findings = findings;
        Expression = expression;
    }

    /// <summary>Which member.</summary>
    public SemiringMember Member { get; }

    /// <summary>What it computes; null where it cannot be read.</summary>
    public OperatorExpression? Expression { get; }

    /// <summary>Whether some result stops at the ends of the range.</summary>
    public bool Saturates => _findings.Saturates;

    /// <summary>Whether some result may wrap around.</summary>
    public bool Wraps => _findings.Wraps;

    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Fault => Expression is not null ? null : _findings.Fault?.ToString() ?? "the body is not followed";

    /// <summary>Where it cannot be read.</summary>
    public Location FaultLocation => _findings.Fault?.Syntax.GetLocation() ?? Body;

    /// <summary>Why it has no vector form; null where it has one.</summary>
    public string? ScalarReason => _findings.Scalar.Count == 0 ? null : _findings.Scalar[0].ToString();

    /// <summary>The part without a vector form.</summary>
    public Location ScalarLocation => _findings.Scalar.Count == 0 ? Body : _findings.Scalar[0].Syntax.GetLocation();

    /// <summary>The narrowest place that holds the whole definition: an expression body, a block, an initializer.</summary>
    public Location Body => (Definition() ?? _declaration).GetLocation();

    private SyntaxNode? Definition() =>
        _declaration switch
        {
            MethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression
                ?? property.Initializer?.Value
                ?? (SyntaxNode?)property.AccessorList,
            _ => null,
        };
}
