using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>Weights as NumPy saves them; the files of the folder Data were written by NumPy.</summary>
public sealed class NpyFormatTests
{
    private const string Path = "w.npy";
    private const int DataStart = 128;

    public static TheoryData<string> Files =>
        [
            .. from kind in new[] { "f2", "f4", "f8", "i1", "i2", "i4", "u1" }
            from form in new[] { "little-c", "big-fortran" }
            select $"{kind}-{form}",
            "f4-version-3",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryTypeOrderAndVersion_GivesTheSameMatrix(string file)
    {
        var matrix = Matrix(Data(file));
        var (first, second, third) = file[0] switch
        {
            'f' => (1.5, -2, 0.25),
            'i' => (1.0, -2, 127),
            _ => (1.0, 2, 255),
        };
        var expected = new Dictionary<(int, int), double>
        {
            [(0, 0)] = first,
            [(1, 1)] = second,
            [(2, 0)] = third,
            [(2, 1)] = 3,
        };
        Assert.Equal(expected, WeightTexts.Entries(matrix));
        Assert.Equal((2, 3), (matrix.Edges.RowCount, matrix.Edges.ColumnCount));
        Assert.True(matrix.HasDeclaredShape);
        Assert.False(matrix.IsPattern);
        Assert.Null(matrix.Zeros);
    }

    [Fact]
    public void AMatrix_EqualsTheOneOfAText()
    {
        var text = WeightTexts.Matrix("%%MatrixMarket matrix coordinate real general\n3 2 4\n1 1 1.5\n2 2 -2\n3 1 0.25\n3 2 3\n");
        Assert.Equal(text, Matrix(Data("f8-big-fortran")));
    }

    [Theory]
    [InlineData("objects", 10, "pickled Python objects")]
    [InlineData("fields", 20, "named fields")]
    [InlineData("cube", 10, "(2, 2, 2)")]
    [InlineData("words", 10, "'<u8' is none of f2, f4")]
    public void OtherArrays_AreRefusedWithARemedy(string file, int offset, string part) => Check(Data(file), offset, part);

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1)}", null, 0)]
    [InlineData("{\"shape\": (1,1,),\n\"fortran_order\":True , \"descr\":\"<f4\",}\n", null, 0)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}", "cut short", 71)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "'()' is not that of a matrix", 10)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }", "'(4)' is not that of a matrix", 10)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 1), }", "1 to 16777216", 10)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 1), }", "1 to 16777216", 10)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (16777216, 16777216), }", "cut short", null)]
    [InlineData("{'descr': '|f4', 'fortran_order': False, 'shape': (1, 1), }", "order of its bytes", 10)]
    [InlineData("{'descr': '<f16', 'fortran_order': False, 'shape': (1, 1), }", "'<f16' is none of", 10)]
    [InlineData("{'descr': '', 'fortran_order': False, 'shape': (1, 1), }", "'' is none of", 10)]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1, 1), }", "no dictionary", 44)]
    [InlineData("{'descr': '<f4', 'shape': (1, 1), }", "no dictionary", null)]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }", "no dictionary", null)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, -1), }", "no dictionary", null)]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), 'more': 1}", "no dictionary", null)]
    [InlineData("['descr', '<f4']", "no dictionary", 10)]
    [InlineData("", "no dictionary", 10)]
    [InlineData("{'descr': '<f4", "no dictionary", null)]
    public void Headers_AreReadAsPythonWritesThem(string header, string? part, int? offset)
    {
        var file = File(1, header, BitConverter.GetBytes(0.5f));
        if (part is null)
            Assert.Equal(0.5, Matrix(file).Values[0].Nearest);
        else
            Check(file, offset, part);
    }

    [Fact]
    public void Lengths_AndVersions_AreChecked()
    {
        var file = Data("f4-little-c");
        Check([.. file, 0], file.Length, "remove what follows");
        Check(file[..^1], file.Length - 1, "cut short");
        Check(file[..DataStart], DataStart, "cut short");
        Check(file[..100], 8, "the file ends after 90");
        Check(file[..9], 8, "within the length of its header");
        Check(file[..7], 7, "within its first 8 bytes");
        Check(With(file, 6, 4), 6, "version is 4.0");
        Check(With(file, 7, 1), 6, "version is 1.1");
        Check(With(file, 9, 255), 8, "the file ends after");
        Check(With(Data("f4-big-fortran"), 11, 255), 8, "The header has");
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void NumbersThatAreNotFinite_AreNamedByRowAndColumn(float value, string text)
    {
        var file = Data("f4-little-c");
        BitConverter.GetBytes(value).CopyTo(file, DataStart + (4 * 3));
        var problem = Problem(file);
        Assert.Equal(new ByteOffsetPlace(Path, DataStart + 12, 2, 2), problem.Place);
        Assert.StartsWith($"{text} is no finite number", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{Path}(offset 140, entry (2, 2)): SDNN0007: {text}", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntry_IsLocatedByItsOffset()
    {
        Assert.Equal(new ByteOffsetPlace(Path, DataStart + 16, 3, 1), Locate("f4-little-c", 3, 1));
        Assert.Equal(new ByteOffsetPlace(Path, DataStart + 8, 3, 1), Locate("f4-big-fortran", 3, 1));
        Assert.Null(Locate("f4-little-c", 4, 1));
        Assert.Null(Locate("f4-little-c", 1, 3));
        Assert.Null(Locate("f4-little-c", 0, 0));
        Assert.Null(Locate("objects", 1, 1));
    }

    [Theory]
    [InlineData('\uFFFD')] // what decoders of UTF-8 put in place of the first byte
    [InlineData('\u201C')] // what those of code page 1252 do
    public void TheTextOfABinaryFile_IsRefusedWithTheRemedy(char first)
    {
        Assert.False(WeightFormats.Kind.Read(InputFile.OfText(Path, first + "NUMPY\u0001\0v\0{'descr'")).TryGet(out _, out var problem));
        Assert.Contains("<SparseWeights>", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedFiles_GiveOneProblem_AndNeverThrow()
    {
        var random = new Random(71);
        foreach (var name in Files.Select(row => row.Data))
        {
            var whole = Data(name);
            for (var length = 0; length < whole.Length; length++)
                Judge(whole[..length]);
            for (var i = 0; i < 300; i++)
                Judge(Damaged(whole, random));
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var file = whole.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            // Most of it is padding; what matters stands at the beginning.
            var at = random.Next(3) == 0 ? random.Next(file.Count) : random.Next(6, 75);
            switch (random.Next(3))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    file.RemoveAt(at);
                    break;
            }
        }

        return [.. file];
    }

    private static void Judge(byte[] file)
    {
        if (WeightFormats.Kind.Read(InputFile.OfBytes(Path, file)).TryGet(out var matrix, out var problem))
        {
            Assert.Equal(matrix.Edges.EntryCount, matrix.Values.Count);
            return;
        }

        if (problem.Place is ByteOffsetPlace place)
            Assert.InRange(place.Offset, 0, file.Length);
        else
            Assert.IsType<FilePlace>(problem.Place);
        Assert.Equal(Path, (problem.Place as ByteOffsetPlace)?.Path ?? ((FilePlace)problem.Place).Path);
        Assert.False(string.IsNullOrWhiteSpace(problem.Message));
        Assert.DoesNotContain(problem.Message, c => c < ' ');
        Assert.True(problem.Message.Length < 400, problem.Message);
    }

    private static void Check(byte[] file, int? offset, string part)
    {
        var problem = Problem(file);
        Assert.Equal(ProblemKinds.MalformedWeights, problem.Kind);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        var place = Assert.IsType<ByteOffsetPlace>(problem.Place);
        Assert.Equal(offset ?? place.Offset, place.Offset);
    }

    private static byte[] File(byte major, string header, byte[] data) =>
        [0x93, .. "NUMPY"u8, major, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. data];

    private static byte[] With(byte[] file, int at, byte value)
    {
        var copy = file.ToArray();
        copy[at] = value;
        return copy;
    }

    private static byte[] Data(string name) =>
        System.IO.File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "Inputs", "Data", name + ".npy"));

    private static WeightMatrix Matrix(byte[] file)
    {
        Assert.True(WeightFormats.Kind.Read(InputFile.OfBytes(Path, file)).TryGet(out var matrix, out var problem), problem?.ToString());
        return matrix;
    }

    private static Problem Problem(byte[] file)
    {
        Assert.False(WeightFormats.Kind.Read(InputFile.OfBytes(Path, file)).TryGet(out _, out var problem));
        return problem!;
    }

    private static ProblemPlace? Locate(string name, int row, int column) =>
        WeightFormats.Kind.Locate(InputFile.OfBytes(Path, Data(name)), row, column, CancellationToken.None);
}
