using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Ranges;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>The ranges of a network's inputs, from <c>InputRange</c> and <c>InputRangeFile</c> together.</summary>
/// <param name="declaration">What the user declared.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class InputRangeBuilder(NetworkDeclaration declaration, List<Problem> problems)
{
    private const string FileArgument = "InputRangeFile";

    private Interval? _all;
    private string _path = "";
    private EquatableArray<InputRangeEntry>? _entries;

    /// <summary>Reads what is declared, before the number of inputs is known.</summary>
    /// <param name="files">Finds and reads the file.</param>
    public void Read(IInputFiles files)
    {
        _all = All();
        if (declaration.RangeFileName is not { } name)
            return;
        var place = new NetworkPlace(FileArgument);
        switch (files.Find(RangeFormats.Kind, name))
        {
            case InputLookup<InputRangeTable>.Found { Result: InputResult<InputRangeTable>.Success success } found:
                (_path, _entries) = (found.Path, success.Value.Entries);
                break;
            case InputLookup<InputRangeTable>.Found { Result: InputResult<InputRangeTable>.Failure failure }:
                problems.Add(failure.Problem);
                break;
            case InputLookup<InputRangeTable>.Ambiguous two:
                ProblemRemedy[] remedies = [Longer(name, two.First, two.Second), Longer(name, two.Second, two.First)];
                problems.Add(
                    Problem.Create(ProblemKinds.AmbiguousWeightFile, place, name, two.First, two.Second) with
                    {
                        Remedies = new(remedies),
                    }
                );
                break;
            default:
                problems.Add(Problem.Create(ProblemKinds.RangeFileMissing, place, name, name));
                break;
        }
    }

    /// <summary>The ranges; null where none are declared, or a problem was added.</summary>
    /// <param name="inputs">Number of inputs.</param>
    public InputRanges? Build(int inputs)
    {
        if (_entries is not { } entries)
            return _all is { } range ? InputRanges.All(range) : null;
        if (entries.Count > 0 && entries[entries.Count - 1].Input is var last && last > inputs)
        {
            problems.Add(
                Problem.Create(
                    ProblemKinds.MalformedRanges,
                    new FileEntryPlace(new NetworkPlace(FileArgument), _path, last, null),
                    string.Format(
                        CultureInfo.InvariantCulture,
                        "There is no input {0}: the network has {1}, counting from 1; correct the index, or remove the line",
                        last,
                        inputs
                    )
                )
            );
            return null;
        }

        var ranges = new Interval?[inputs];
        foreach (var entry in entries)
            ranges[entry.Input - 1] = new Interval(entry.Low, entry.High);
        var missing = ranges.Count(range => range is null);
        if (missing > 0 && _all is null)
        {
            var first = System.Array.FindIndex(ranges, range => range is null) + 1;
            problems.Add(
                Problem.Create(
                    ProblemKinds.InputWithoutRange,
                    new NetworkPlace(FileArgument),
                    declaration.RangeFileName!,
                    first,
                    missing switch
                    {
                        1 => "",
                        2 => ", nor for one other",
                        _ => string.Format(CultureInfo.InvariantCulture, ", nor for {0} others", missing - 1),
                    }
                )
            );
            return null;
        }

        return InputRanges.Each(System.Array.ConvertAll(ranges, range => range ?? _all!.Value));
    }

    private Interval? All()
    {
        if (declaration.InputRange is not { } range)
            return null;
        if (range.Count == 2 && range[0] <= range[1] && !double.IsInfinity(range[0]) && !double.IsInfinity(range[1]))
            return new Interval(range[0], range[1]);
        problems.Add(
            Problem.Create(
                ProblemKinds.InvalidNumber,
                new NetworkPlace("InputRange"),
                "InputRange",
                $"{{ {string.Join(", ", range.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))} }}",
                "write the least and the greatest input, both finite, in this order"
            )
        );
        return null;
    }

    private ProblemRemedy Longer(string name, string path, string other) =>
        Remedies.Set(new NetworkPlace(FileArgument), Remedies.LongerName(declaration.InputRangeFile!, name, path, other));
}
