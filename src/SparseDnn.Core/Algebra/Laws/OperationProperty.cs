namespace SparseDnn.Algebra.Laws;

/// <summary>A property of one operation that facts are known of.</summary>
internal enum OperationProperty
{
    Associative,
    Identity,
    Annihilator,
    Closed,
}
