using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SparseDnn.Fixtures.Reports;

/// <summary>Columns under their heads: text to the left, numbers to the right.</summary>
internal sealed class ReportTable(params string[] heads)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [heads];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(StringBuilder text)
    {
        var used = Enumerable.Range(0, heads.Length).Where(column => _rows.Skip(1).Any(row => row[column].Length > 0)).ToArray();
        var widths = used.Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            var cells = used.Select((column, i) => column == 0 ? row[column].PadRight(widths[i]) : row[column].PadLeft(widths[i]));
            text.Append(Gap).Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
        }
    }
}
