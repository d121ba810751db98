using SparseDnn.Generators.Pipeline;
using SparseDnn.Generators.Text;

namespace SparseDnn.Generators.Fixtures;

/// <summary>Writes what the user's editor sees of fixtures: the set, an enumeration for test frameworks, and the hover text.</summary>
internal static class FixtureSurfaceEmitter
{
    /// <summary>The surface; without vectors the set says at run time that the declaration has errors.</summary>
    public static GeneratedFile Emit(FixtureContents contents)
    {
        var writer = new SourceWriter();
        var frame = contents.Frame;
        TypeParts.Header(writer, "Exact fixtures", frame);
        writer.Line("#pragma warning disable CS0108 // The members may hide inherited ones.").Line();
        using (TypeParts.Namespace(writer, frame))
        {
            var containers = TypeParts.Containers(writer, frame);
            using (writer.Block($"partial {frame.Type.Keyword} {frame.Type.Name}"))
            {
                Hover(writer, contents);
                Members(writer, contents);
            }

            TypeParts.Close(containers);
        }

        return new GeneratedFile(TypeParts.HintName(frame, "Fixtures"), writer.ToString());
    }

    private static void Hover(SourceWriter writer, FixtureContents contents)
    {
        if (!contents.IsSound)
        {
            writer.Doc("summary", "Fixtures whose declaration has errors; see the SDNN diagnostics.");
            return;
        }

        writer.Doc("summary", contents.Headline + ".");
        writer.Line("/// <remarks>");
        foreach (var line in contents.Lines)
            writer.Line($"/// <para>{SourceWriter.Escape(line)}.</para>");
        writer.Line("/// </remarks>");
    }

    private static void Members(SourceWriter writer, FixtureContents contents)
    {
        var set = $"global::SparseDnn.FixtureSet<{contents.Element}>";
        var message = Literals.Text(
            $"The declaration of the fixtures of {contents.Frame.MetadataName} has errors; the build reports them as SDNN diagnostics."
        );
        writer.Lines(
            $$"""
            {{GeneratedMarks.Member}}
            public static {{set}} Fixtures => FixturesInstance.Value ?? FixturesInstance.Refuse();

            /// <summary>One argument list a fixture, as test frameworks take them.</summary>
            {{GeneratedMarks.Member}}
            public static global::System.Collections.Generic.IEnumerable<object[]> Cases => Fixtures.Cases;

            {{GeneratedMarks.Member}}
            static partial void CreateFixtures(ref {{set}}? fixtures);

            {{GeneratedMarks.Member}}
            private static class FixturesInstance
            {
                internal static readonly {{set}}? Value = Create();

                internal static {{set}} Refuse() => throw global::SparseDnn.RuntimeContract.Refusal(
                    {{TypeParts.Identity("FixturesInstance")}}, {{message}});

                private static {{set}}? Create()
                {
                    {{set}}? fixtures = null;
                    // Before anything else of the runtime is touched.
                    if (global::SparseDnn.RuntimeContract.Understands({{TypeParts.Contract}})) CreateFixtures(ref fixtures);
                    return fixtures;
                }
            }
            """
        );
    }
}
