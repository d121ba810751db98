using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SparseDnn.Testing;

/// <summary>One .editorconfig for all files.</summary>
/// <param name="values">Keys and values.</param>
public sealed class ConfigOptions(params (string Key, string Value)[] values) : AnalyzerConfigOptionsProvider
{
    private readonly Options _options = new(
        values.ToImmutableDictionary(value => value.Key, value => value.Value, AnalyzerConfigOptions.KeyComparer)
    );

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => _options;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
