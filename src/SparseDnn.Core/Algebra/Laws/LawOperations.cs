using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>The candidate's ⊕ and ⊗, ready to be evaluated and counted.</summary>
internal sealed class LawOperations(SemiringCandidate candidate)
{
    private readonly BinaryOperation _add = OperatorCompiler.Compile(candidate.Add, candidate.Carrier.Kind);
    private readonly BinaryOperation _multiply = OperatorCompiler.Compile(candidate.Multiply, candidate.Carrier.Kind);

    public CarrierValue Zero { get; } = candidate.Zero;

    public CarrierValue One { get; } = candidate.One;

    /// <summary>How often an operation was applied.</summary>
    public int Count { get; private set; }

    public CarrierValue Apply(bool isSum, in CarrierValue a, in CarrierValue b)
    {
        Count++;
        return isSum ? _add(a, b) : _multiply(a, b);
    }

    /// <summary>The value of a term for values that belong to no set of points.</summary>
    public CarrierValue Evaluate(LawTerm term, CarrierValue[] values) =>
        term.Symbol switch
        {
            LawSymbol.Zero => Zero,
            LawSymbol.One => One,
            LawSymbol.Add or LawSymbol.Multiply => Apply(
                term.Symbol == LawSymbol.Add,
                Evaluate(term.Left!, values),
                Evaluate(term.Right!, values)
            ),
            _ => values[(int)term.Symbol],
        };
}
