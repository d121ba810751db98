using System;
using System.IO;
using System.Text;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Opens and writes files that the user named.</summary>
internal static class UserFile
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named it.</param>
    /// <exception cref="UserException">There is no such file.</exception>
    public static FileStream Open(string path, string option) =>
        File.Exists(path) ? File.OpenRead(path) : throw new UserException($"{path}: there is no such file; correct {option}.");

    /// <summary>Opens a text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named it.</param>
    /// <exception cref="UserException">There is no such file.</exception>
    public static StreamReader OpenText(string path, string option) => new StreamReader(Open(path, option), Encoding.UTF8);

    /// <summary>Fails early where a result could not be kept.</summary>
    /// <param name="path">The file that will be written.</param>
    /// <exception cref="UserException">Its folder does not exist, or it is a folder itself.</exception>
    public static void CheckWritable(string path)
    {
        if (!Directory.Exists(Folder(path)))
            throw new UserException($"{path}: there is no folder {Folder(path)}; make it, or correct --out.");
        if (Directory.Exists(path))
            throw new UserException($"{path}: this is a folder; name a file in it with --out.");
    }

    /// <summary>Writes a text in full or not at all: an older file stays until the new one is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the text.</param>
    public static void Replace(string path, Action<TextWriter> write)
    {
        var draft = Path.Combine(Folder(path), $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            using (var text = new StreamWriter(draft))
                write(text);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
}
