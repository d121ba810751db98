using System;
using System.IO;
using System.Text;

namespace SparseDnn.Inputs;

/// <summary>A file as a format reads it: its path, and its text or its bytes as often as they are wanted.</summary>
/// <remarks>
/// Compilers hold files as text, which need not be saved; programs, and a <see cref="TextTwin"/>, give bytes. Readers of text take either.
/// </remarks>
internal sealed class InputFile
{
    private const int BlockLength = 1 << 16;

    // Every byte as the character of its number, so that the first characters of a binary file can be told from a text's.
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    private readonly Func<TextReader>? _text;
    private readonly Func<Stream>? _bytes;

    private InputFile(string path, Func<TextReader>? text, Func<Stream>? bytes) => (Path, _text, _bytes) = (path, text, bytes);

    /// <summary>Path to name in problems; its extension means nothing.</summary>
    public string Path { get; }

    /// <summary>Whether there is anything to read.</summary>
    public bool IsReadable => _text is not null || _bytes is not null;

    /// <summary>Whether the file's bytes are there, not only its text.</summary>
    public bool HasBytes => _bytes is not null;

    /// <summary>A file of which the text is known.</summary>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="open">Begins to read the text.</param>
    public static InputFile OfText(string path, Func<TextReader> open) => new(path, open, null);

    /// <summary>A file of which the text is known.</summary>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="text">The text.</param>
    public static InputFile OfText(string path, string text) => new(path, () => new StringReader(text), null);

    /// <summary>A file of which the bytes are known; its text is UTF-8, or what its byte order mark says.</summary>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="open">Begins to read the bytes.</param>
    public static InputFile OfBytes(string path, Func<Stream> open) => new(path, null, open);

    /// <summary>A file of which the bytes are known.</summary>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="bytes">The bytes.</param>
    public static InputFile OfBytes(string path, byte[] bytes) => new(path, null, () => new MemoryStream(bytes, writable: false));

    /// <summary>A file that is there but cannot be read.</summary>
    /// <param name="path">Path to name in problems.</param>
    public static InputFile Unreadable(string path) => new(path, null, null);

    /// <summary>Begins to read the text; its exceptions pass through.</summary>
    public TextReader OpenText() => _text is null ? Decode(Encoding.UTF8) : _text();

    /// <summary>Begins to read the bytes; its exceptions pass through.</summary>
    /// <exception cref="InvalidOperationException">Only the text is known.</exception>
    public Stream OpenBytes() => _bytes is null ? throw new InvalidOperationException($"Of '{Path}' only the text is known.") : _bytes();

    /// <summary>The first characters, by which a format is recognised; bytes that are no text are characters of their number.</summary>
    /// <returns>At most <see cref="InputLimits.MaxLineLength"/> characters, without a byte order mark.</returns>
    public string Head()
    {
        using var text = _text is null ? Decode(Latin1) : _text();
        var head = new char[InputLimits.MaxLineLength];
        var length = text.ReadBlock(head, 0, head.Length);
        return new string(head, 0, length).TrimStart('\uFEFF');
    }

    private StreamReader Decode(Encoding encoding) => new(OpenBytes(), encoding, detectEncodingFromByteOrderMarks: true, BlockLength);
}
