namespace SparseDnn.Layouts;

/// <summary>What follows a sum that one row takes.</summary>
/// <param name="Row">The row.</param>
/// <param name="Bias">Its bias.</param>
/// <param name="Scale">The sum's factor.</param>
internal readonly record struct SumTail<T>(int Row, T Bias, T Scale)
    where T : unmanaged;
