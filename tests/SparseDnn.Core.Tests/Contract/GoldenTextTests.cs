using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Exact.Vectors.Codec;
using Xunit;

namespace SparseDnn.Core.Tests.Contract;

/// <summary>
/// Texts that generated code carries, of every version since the first: they mean what they meant, for ever.
/// </summary>
/// <remarks>
/// <c>Golden/version1.txt</c> and its successors hold a text a line. SPARSEDNN_ACCEPT=1 writes the file of the version that is not yet
/// released anew; those of released versions are never touched.
/// </remarks>
public sealed class GoldenTextTests
{
    private const int FlagsUnit = Texts.HeaderUnits + 1,
        LayerFlags = 14,
        LayoutFlags = 6;

    public static TheoryData<int> Versions => [.. Enumerable.Range(ContractVersion.Oldest, ContractVersion.Current)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void TextsMeanWhatTheyMeant(int version)
    {
        if (version == ContractVersion.Current && Environment.GetEnvironmentVariable("SPARSEDNN_ACCEPT") == "1")
            File.WriteAllText(PathOf(version), string.Concat(Written().Select(text => $"{text.Name} = {Texts.Escape(text.Text)}\n")));
        var golden = Golden(version);
        var contents = Contents(version).ToArray();
        Assert.Equal(contents.Select(content => content.Name), golden.Keys);
        foreach (var (name, expected, decode) in contents)
            Assert.True(expected.Equals(decode(golden[name])), name);
    }

    [Fact]
    public void TheSameContentsGiveTheSameTexts() =>
        Assert.Equal(Golden(ContractVersion.Current).Select(text => (text.Key, text.Value)), Written());

    [Fact]
    public void EveryFlagIsThereAndIsNotThere()
    {
        var golden = Golden(1);
        AreBoth(
            golden.Where(text => text.Key.StartsWith("layer: ", StringComparison.Ordinal)).Select(text => text.Value[FlagsUnit]),
            LayerFlags
        );
        // Behind the number of layers, which takes one unit.
        AreBoth(
            golden.Where(text => text.Key.StartsWith("layout: ", StringComparison.Ordinal)).Select(text => text.Value[FlagsUnit]),
            LayoutFlags
        );

        static void AreBoth(IEnumerable<char> flags, int count)
        {
            for (var flag = 0; flag < count; flag++)
            {
                Assert.Contains(flags, value => (value & (1 << flag)) != 0);
                Assert.Contains(flags, value => (value & (1 << flag)) == 0);
            }

            Assert.All(flags, value => Assert.InRange(value, 0, (1 << count) - 1));
        }
    }

    [Fact]
    public void EveryKindOfTextIsThere() =>
        Assert.Equal(
            Enum.GetValues<ContractUnit>().Select(kind => (char)kind).Order(),
            Golden(1)
                .Select(text =>
                    (text.Key.StartsWith("vectors: ", StringComparison.Ordinal) ? Texts.FromBase64(text.Value) : text.Value)[Texts.KindUnit]
                )
                .Distinct()
                .Order()
        );

    [Fact]
    public void HeadersCanBeReadByPeople() =>
        Assert.All(
            Golden(1),
            text =>
            {
                var units = text.Key.StartsWith("vectors: ", StringComparison.Ordinal) ? Texts.FromBase64(text.Value) : text.Value;
                Assert.Matches("^SD[LROV]1", units);
                Assert.Equal(units, Texts.Sealed(units));
            }
        );

    internal static IReadOnlyDictionary<string, string> Golden(int version) =>
        File.ReadAllLines(PathOf(version))
            .Select(line => line.Split(" = ", 2))
            .ToDictionary(parts => parts[0], parts => Texts.Unescape(parts[1]));

    // The contents of each version: what was ever written stays here.
    private static IEnumerable<(string Name, object Expected, Func<string, object> Decode)> Contents(int version)
    {
        Assert.Equal(1, version);
        foreach (var (name, data) in GoldenLayers.Version1())
            yield return ($"layer: {name}", data, text => LayerDataCodec.Decode(text));
        foreach (var (name, layout) in GoldenLayouts.Version1())
            yield return ($"layout: {name}", layout, text => RowLayoutCodec.Decode(text));
        foreach (var letters in Orders)
            yield return ($"order: {letters}", letters, text => OrderText.Decode(text, letters.Length));
        foreach (var (name, vectors) in GoldenVectors.Version1())
            yield return ($"vectors: {name}", vectors, VectorCodec.Decode);
    }

    // What the library of today writes for the same contents.
    private static IEnumerable<(string Name, string Text)> Written() =>
        GoldenLayers
            .Version1()
            .Select(layer => ($"layer: {layer.Name}", Texts.Of(LayerDataCodec.Encode(layer.Data))))
            .Concat(GoldenLayouts.Version1().Select(layout => ($"layout: {layout.Name}", Texts.Of(RowLayoutCodec.Encode(layout.Layout)))))
            .Concat(Orders.Select(letters => ($"order: {letters}", Texts.Of(OrderText.Encode(letters)))))
            .Concat(GoldenVectors.Version1().Select(vectors => ($"vectors: {vectors.Name}", VectorCodec.Encode(vectors.Vectors))));

    private static string[] Orders => ["", "x", "XxPpNnAa"];

    private static string PathOf(int version) =>
        Path.Combine(
            Root(),
            "tests",
            "SparseDnn.Core.Tests",
            "Contract",
            "Golden",
            string.Create(CultureInfo.InvariantCulture, $"version{version}.txt")
        );

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparseDnn.Gen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}
