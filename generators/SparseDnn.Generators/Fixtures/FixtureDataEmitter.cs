using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Generators.Text;

namespace SparseDnn.Generators.Fixtures;

/// <summary>Writes what the editor need not see of fixtures: the vectors.</summary>
internal static class FixtureDataEmitter
{
    /// <summary>The data of sound fixtures.</summary>
    public static GeneratedFile Emit(FixtureContents contents, CancellationToken cancellationToken)
    {
        var writer = new SourceWriter();
        var frame = contents.Frame;
        // A suffix follows the name, so even a keyword needs no escape.
        var holder = frame.Type.Name.TrimStart('@') + "_Vectors";
        TypeParts.Header(writer, "Vectors of the exact fixtures", frame);
        using (TypeParts.Namespace(writer, frame))
        {
            var containers = TypeParts.Containers(writer, frame);
            using (writer.Block($"partial {frame.Type.Keyword} {frame.Type.Name}"))
            {
                var sets = string.Join(", ", Enumerable.Range(1, contents.Data.Count).Select(i => $"{holder}.{Name(i)}"));
                writer.Line(TypeParts.NotInlined);
                writer.Line($"static partial void CreateFixtures(ref global::SparseDnn.FixtureSet<{contents.Element}>? fixtures) =>");
                writer.Line($"    fixtures = global::SparseDnn.FixtureSet<{contents.Element}>.Decode({sets});");
            }

            TypeParts.Close(containers);
            writer.Line();
            writer.Line("// Networks, inputs and expected outputs in base64; VectorCodec reads them.");
            writer.Line(GeneratedMarks.Member);
            using (writer.Block($"file static class {holder}"))
                for (var i = 1; i <= contents.Data.Count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    writer.Line($"public const string {Name(i)} = {Literals.Text(contents.Data[i - 1])};");
                }
        }

        return new GeneratedFile(TypeParts.HintName(frame, "FixtureData"), writer.ToString());
    }

    private static string Name(int set) => "Set" + set.ToString(CultureInfo.InvariantCulture);
}
