using System;
using Spectre.Console;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>The table at the end.</summary>
internal sealed class Report
{
    private const int RedirectedWidth = 120;
    private readonly Table _table = new Table().RoundedBorder().HideHeaders().AddColumn(new TableColumn("").NoWrap()).AddColumn("");

    /// <summary>Adds a row.</summary>
    /// <param name="name">What.</param>
    /// <param name="value">How much; formatted with the invariant culture.</param>
    /// <param name="holds">False to show that it should not be so.</param>
    public void Add(string name, FormattableString value, bool holds = true) =>
        _table.AddRow(new Text(name), new Text(FormattableString.Invariant(value), holds ? Style.Plain : new Style(Color.Red)));

    /// <summary>Prints.</summary>
    public void Write()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = RedirectedWidth;
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        AnsiConsole.Write(_table);
    }
}
