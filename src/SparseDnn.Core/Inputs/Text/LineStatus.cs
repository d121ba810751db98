namespace SparseDnn.Inputs.Text;

/// <summary>What <see cref="TextLines.Next"/> found.</summary>
internal enum LineStatus
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A line of more than <see cref="InputLimits.MaxLineLength"/> characters; its beginning is given.</summary>
    TooLong,
}
