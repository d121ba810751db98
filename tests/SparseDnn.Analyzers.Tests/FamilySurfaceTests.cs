using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using SparseDnn.Algebra;
using SparseDnn.Compiler.Fixtures.Families;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// Every public property of a family's attribute, and of [ExactFixtures], becomes what the declaration calls by the same name.
/// </summary>
public sealed class FamilySurfaceTests
{
    private static readonly Type[] Attributes =
    [
        .. typeof(ExactFamilyAttribute)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(ExactFamilyAttribute)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<Type, string> Properties
    {
        get
        {
            var data = new TheoryData<Type, string>();
            foreach (var type in Attributes.Append(typeof(ExactFixturesAttribute)))
            foreach (var property in Settable(type))
                data.Add(type, property.Name);
            return data;
        }
    }

    [Fact]
    public void EveryAttribute_HasARow() =>
        Assert.Equal(Attributes.Select(type => type.FullName), FamilyAttributes.MetadataNames.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Properties))]
    public void Property_BecomesWhatTheDeclarationCallsByItsName(Type type, string name)
    {
        var property = type.GetProperty(name)!;
        var plain = InSource(type, "");
        // What is not given is what the attribute says it is, where either of them says something.
        if (Value(plain, name) is { } absent && property.GetValue(Create(type)) is { } said)
            Assert.Equal(Plain(said), Plain(absent));
        var changes = 0;
        foreach (var value in Values(property.PropertyType))
        {
            var declaration = InSource(type, $"{name} = {Literal(value)}");
            Assert.Equal(Plain(value), Plain(Value(declaration, name)));
            if (!declaration.SequenceEqual(plain))
                changes++;
        }

        Assert.True(changes > 0, $"No value of {type.Name}.{name} changes the declaration.");
    }

    [Fact]
    public void ConstructorArguments_AreAllRead()
    {
        Assert.Equal("a.txt", ((RecognitionDeclaration)InSource(typeof(RecognitionNetworkAttribute), "", "\"a.txt\"")[0]).Files[0].Name);
        Assert.Equal(
            ["a.txt", "b.txt", "c.txt"],
            ((CompositionDeclaration)InSource(typeof(CompositionNetworkAttribute), "", "\"a.txt\", \"b.txt\", \"c.txt\"")[0]).Files.Select(
                file => file.Name
            )
        );
        foreach (var type in Attributes.Where(type => type.IsSubclassOf(typeof(GraphFamilyAttribute))))
        {
            Assert.Equal([5, 7, 3], ((GraphDeclaration)InSource(type, "", "5, 7, 3")[0]).Sizes);
            Assert.Equal([5, 7], ((GraphDeclaration)InSource(type, "", "new[] { 5, 7 }")[0]).Sizes);
        }
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static object Create(Type type)
    {
        var constructor = Assert.Single(type.GetConstructors());
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(parameter.ParameterType))]);
    }

    private static object Argument(Type type)
    {
        if (type == typeof(string))
            return "p.txt";
        if (type == typeof(string[]))
            return Array.Empty<string>();
        if (type == typeof(int[]))
            return new[] { 4, 4 };
        return typeof(FamilySurfaceTests);
    }

    // The declaration of a family and of its fixtures, or of the fixtures alone.
    private static object[] InSource(Type type, string arguments, string? constructor = null)
    {
        constructor ??= string.Join(
            ", ",
            Assert
                .Single(type.GetConstructors())
                .GetParameters()
                .Select(parameter => parameter.ParameterType)
                .Where(parameter => parameter != typeof(string[]))
                .Select(parameter =>
                {
                    if (parameter == typeof(string))
                        return "\"p.txt\"";
                    if (parameter == typeof(int[]))
                        return "new[] { 4, 4 }";
                    return "typeof(N)";
                })
        );
        var all = string.Join(", ", new[] { constructor, arguments }.Where(text => text.Length > 0));
        var compilation = new TestProject(
            $"using SparseDnn; [{type.Name[..^"Attribute".Length]}({all})] static partial class N;"
        ).Compile();
        Assert.Empty(
            compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
        );
        var symbol = compilation.GetTypeByMetadataName("N")!;
        if (type == typeof(ExactFixturesAttribute))
            return [FixtureReader.Read(symbol, compilation, default)!.Options];
        var family = FamilyReader.Read(symbol, default)!.Family;
        return [family, family.Fixtures];
    }

    private static object? Value(object[] declaration, string name) =>
        declaration.Select(part => (Part: part, Property: part.GetType().GetProperty(name))).First(pair => pair.Property is not null)
            is var found
            ? found.Property!.GetValue(found.Part)
            : null;

    // The two sides name types and hold lists differently.
    private static object? Plain(object? value) =>
        value switch
        {
            null => null,
            Type type => KnownSemirings.All.Single(row => row.TypeName == "global::" + type.FullName).Name,
            string text => text,
            Enum choice => choice.ToString(),
            IEnumerable list => string.Join("|", list.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture))),
            _ => value,
        };

    // None is what any of these properties is by default.
    private static IEnumerable<object?> Values(Type type)
    {
        if (type == typeof(int))
            return [7, -1, int.MinValue];
        if (type == typeof(long))
            return [8L, 0L, long.MinValue];
        if (type == typeof(double))
            return [0.75, -0.25, 0.1];
        if (type == typeof(bool))
            return [true];
        if (type == typeof(string))
            return ["bfloat16", ""];
        if (type == typeof(int[]))
            return [new[] { 2, 3 }];
        if (type == typeof(double[]))
            return [new[] { 0.5, -0.25 }];
        if (type == typeof(string[]))
            return [new[] { "vowel: A E", "" }];
        if (type == typeof(Type))
            return [typeof(MaxPlus)];
        if (type == typeof(ElementFormat))
            return [.. Enum.GetValues<ElementFormat>().Cast<object>()];
        if (type.IsEnum)
            return [.. Enum.GetValues(type).Cast<object>().Where(value => Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0)];
        throw new NotSupportedException($"No values for {type}; add some.");
    }

    private static string Literal(object? value) =>
        value switch
        {
            null => "null",
            int.MinValue => "int.MinValue",
            long.MinValue => "long.MinValue",
            bool flag => flag ? "true" : "false",
            string text => $"\"{text}\"",
            Type type => $"typeof({type.Name})",
            Array list => $"new {list.GetType().GetElementType()!.Name}[] {{ {string.Join(", ", list.Cast<object>().Select(Literal))} }}"
                .Replace("Int32", "int", StringComparison.Ordinal)
                .Replace("Double", "double", StringComparison.Ordinal)
                .Replace("String", "string", StringComparison.Ordinal),
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            Enum choice => $"{choice.GetType().Name}.{choice}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException(value.GetType().Name),
        };
}
