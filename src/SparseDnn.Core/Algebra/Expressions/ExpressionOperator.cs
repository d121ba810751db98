namespace SparseDnn.Algebra.Expressions;

/// <summary>The nodes of an <see cref="OperatorExpression"/>.</summary>
internal enum ExpressionOperator
{
    /// <summary>The left operand of the semiring's operation.</summary>
    A,

    /// <summary>The right operand.</summary>
    B,

    /// <summary>x + y.</summary>
    Add,

    /// <summary>x − y.</summary>
    Subtract,

    /// <summary>x·y.</summary>
    Multiply,

    /// <summary>x / y; integers truncate.</summary>
    Divide,

    /// <summary>−x.</summary>
    Negate,

    /// <summary>The smaller; NaN where one is NaN.</summary>
    Min,

    /// <summary>The larger; NaN where one is NaN.</summary>
    Max,

    /// <summary>|x|.</summary>
    Abs,

    /// <summary>x &lt; y; false where one is NaN, like the comparisons below.</summary>
    Less,

    /// <summary>x ≤ y.</summary>
    LessOrEqual,

    /// <summary>x &gt; y.</summary>
    Greater,

    /// <summary>x ≥ y.</summary>
    GreaterOrEqual,

    /// <summary>x = y.</summary>
    Equal,

    /// <summary>x ≠ y; true where one is NaN.</summary>
    NotEqual,

    /// <summary>condition ? x : y; only the chosen branch is evaluated.</summary>
    Conditional,

    /// <summary>x &amp; y of bits or booleans.</summary>
    And,

    /// <summary>x | y of bits or booleans.</summary>
    Or,

    /// <summary>x ^ y of bits or booleans.</summary>
    Xor,

    /// <summary>~x of bits, !x of booleans.</summary>
    Not,

    /// <summary>x &lt;&lt; y, the count modulo the width.</summary>
    ShiftLeft,

    /// <summary>x &gt;&gt; y: arithmetic for signed integers, logical for words.</summary>
    ShiftRight,

    /// <summary>x &gt;&gt;&gt; y: zeros come in.</summary>
    ShiftRightLogical,

    /// <summary>x·y + z without a rounding between.</summary>
    FusedMultiplyAdd,

    /// <summary>e to the x: exact at 0 and ±∞, Undecided elsewhere.</summary>
    Exp,

    /// <summary>The natural logarithm: exact at 0, 1 and +∞, Undefined below 0, Undecided elsewhere.</summary>
    Log,

    /// <summary>A written constant.</summary>
    Constant,
}
