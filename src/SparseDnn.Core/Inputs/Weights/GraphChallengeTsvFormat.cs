using System;
using System.Threading;
using SparseDnn.Inputs.Text;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>
/// Reads the tab-separated text of the Sparse Deep Neural Network Graph Challenge: <c>row column value</c> or <c>row column</c>, 1-based.
/// </summary>
/// <remarks>
/// Rows are input neurons, columns output neurons. The first line decides whether there are values; without, each is 1.
/// Blanks separate as well as tabs, and blank lines are skipped. The text carries no shape: it is taken from the largest
/// indices. Source: arXiv 1909.05631, section IV.
/// </remarks>
internal sealed class GraphChallengeTsvFormat : IInputFormat<WeightMatrix>
{
    /// <inheritdoc/>
    public bool Sniff(ReadOnlySpan<char> head) => true;

    /// <inheritdoc/>
    public InputResult<WeightMatrix> Read(InputFile file, CancellationToken cancellationToken)
    {
        var entries = new EntryList(file.Path);
        return Scan(file, entries, out var hasValues, cancellationToken)
            ?? WeightMatrixBuilder.Build(
                entries,
                entries.LargestInput + 1,
                entries.LargestOutput + 1,
                hasDeclaredShape: false,
                isPattern: !hasValues,
                file.Path,
                cancellationToken
            );
    }

    /// <inheritdoc/>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken)
    {
        var seeker = new EntrySeeker(file.Path, row, column);
        Scan(file, seeker, out _, cancellationToken);
        return seeker.Place;
    }

    private static InputResult<WeightMatrix>.Failure? Scan(
        InputFile file,
        IEntrySink entries,
        out bool hasValues,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var text = file.OpenText();
        var lines = new TextLines(text);
        var faults = new FaultPlaces<WeightMatrix>(lines, file.Path, ProblemKinds.MalformedWeights);
        EntryParser? entry = null;
        var count = 0;
        hasValues = false;
        for (var status = lines.Next(out var line); status != LineStatus.End; status = lines.Next(out line))
        {
            if (status == LineStatus.TooLong)
                return faults.OnLine(FieldFaults.TooLong(line));
            CancellationInterval.Check(lines.Number, cancellationToken);
            var start = FieldCursor.SkipBlanks(line);
            if (start == line.Length)
                continue;
            if (line[start] is '%' or '#')
                return faults.OnLine(
                    FieldFaults.Of(line)
                        ?? new(
                            start,
                            line.Length - start,
                            "Comments and headers have no place in a TSV file; remove the line, or begin the file with '%%MatrixMarket' "
                                + "if it is Matrix Market"
                        )
                );
            entry ??= new(InputLimits.MaxNeurons, InputLimits.MaxNeurons, hasValues: CountFields(line) > EntryParser.FieldsBeforeValue);
            hasValues = entry.HasValues;
            if (entry.Read(line) is { } fault)
                return faults.OnLine(fault);
            if (count++ == InputLimits.MaxEntries)
                return faults.OnLine(new(0, line.Length, $"More than {Quoted.Number(InputLimits.MaxEntries)} entries; split the layer"));
            if (!entries.Add(entry.Row - 1, entry.Column - 1, entry.Value, line, lines.Number))
                return null;
        }

        return count == 0 ? faults.OnLine(new(0, 0, "The file is empty; write one line an edge: row, column, value")) : null;
    }

    private static int CountFields(ReadOnlySpan<char> line)
    {
        var fields = new FieldCursor(line);
        var count = 0;
        while (fields.MoveNext())
            count++;
        return count;
    }
}
