using System;
using System.Globalization;
using System.IO;

namespace SparseDnn.Inputs;

/// <summary>
/// A text that stands for a binary file: compilers hand files over as text only, so the package's targets write the bytes in base64.
/// </summary>
/// <remarks>
/// Three lines and the rest: <see cref="Signature"/>, the original's full path, its length in bytes, then base64. Written by
/// <c>WriteTextTwins</c> in the package's folder buildTransitive. The twin lies in a folder of its own, under the original's name with
/// <see cref="Extension"/> added, so that files are found by name before any is opened.
/// </remarks>
internal static class TextTwin
{
    /// <summary>What the name of a twin ends in.</summary>
    public const string Extension = ".sdnntwin";

    /// <summary>The first line of every twin.</summary>
    public const string Signature = "SparseDnn text twin 1";

    /// <summary>Whether a file is a twin.</summary>
    /// <param name="path">Its path.</param>
    public static bool Is(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>The last part of a file's path; of a twin, of its original's.</summary>
    /// <param name="path">The path.</param>
    public static string LastPart(string path) =>
        FileNamePattern.LastPart(Is(path) ? path.Substring(0, path.Length - Extension.Length) : path);

    /// <summary>The path of the original.</summary>
    /// <param name="path">The twin's path, which is named where its text is none of a twin.</param>
    /// <param name="open">Begins to read the twin.</param>
    public static string OriginalPath(string path, Func<TextReader> open)
    {
        using var text = open();
        return Header(text)?.Path ?? path;
    }

    /// <summary>The original.</summary>
    /// <param name="path">The twin's path, which is named where its text is none of a twin.</param>
    /// <param name="open">Begins to read the twin.</param>
    public static InputFile Open(string path, Func<TextReader> open)
    {
        using var text = open();
        return Header(text) is { } header && Bytes(text, header.Length) is { } bytes
            ? InputFile.OfBytes(header.Path, bytes)
            : InputFile.Unreadable(path);
    }

    /// <summary>The text of a twin.</summary>
    /// <param name="path">The original's full path.</param>
    /// <param name="bytes">Its bytes.</param>
    public static string Write(string path, byte[] bytes) =>
        $"{Signature}\n{path}\n{bytes.Length.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(bytes)}\n";

    private static (string Path, int Length)? Header(TextReader text) =>
        text.ReadLine() == Signature
        && text.ReadLine() is { Length: > 0 } path
        && int.TryParse(text.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? (path, length)
            : null;

    private static byte[]? Bytes(TextReader text, int length)
    {
        try
        {
            return Convert.FromBase64String(text.ReadToEnd()) is var bytes && bytes.Length == length ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
