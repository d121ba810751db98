using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>What reading one body found beside its formula. Holds syntax: never part of a pipeline record.</summary>
internal sealed class BodyFindings
{
    private readonly List<BodyFault> _scalar = [];

    /// <summary>Why the body cannot be read; null while it can. The first reason counts.</summary>
    public BodyFault? Fault { get; private set; }

    /// <summary>Operations that have no vector form.</summary>
    public IReadOnlyList<BodyFault> Scalar => _scalar;

    /// <summary>Whether some result stops at the ends of the range.</summary>
    public bool Saturates { get; set; }

    /// <summary>Whether some result may wrap around.</summary>
    public bool Wraps { get; set; }

    public Term? Decline(SyntaxNode syntax, string reason)
    {
        Fault ??= new BodyFault(syntax, reason);
        return null;
    }

    public void HasNoVectorForm(SyntaxNode syntax, string reason) => _scalar.Add(new BodyFault(syntax, reason));
}

/// <summary>A part of a body and what is the matter with it.</summary>
/// <param name="Syntax">The part.</param>
/// <param name="Reason">Completes "'…' …": a verb first.</param>
internal sealed record BodyFault(SyntaxNode Syntax, string Reason)
{
    /// <summary>The part as it is written, on one line.</summary>
    public string Text => SourceWords.Text(Syntax);

    /// <inheritdoc/>
    public override string ToString() => $"'{Text}' {Reason}";
}
