using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Folders;

namespace SparseDnn;

/// <summary>Reads and writes the files of a folder; every failure names its file and what to do.</summary>
internal static class FixtureFiles
{
    public static VectorSet Read(string folder)
    {
        var path = Path.Combine(folder, VectorFolder.Manifest);
        var manifest = Bytes(path, "name a folder that ExactFixture.Save or another tool wrote in the exchange format");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [VectorFolder.Manifest] = manifest };
        // A missing file is the reader's to explain: it knows where the manifest names it.
        foreach (var name in VectorFolder.FilesOf(manifest).Where(name => File.Exists(Path.Combine(folder, name))))
            files[name] = Bytes(Path.Combine(folder, name), "make it readable");
        return VectorFolder.Read(files) switch
        {
            VectorReadResult.Success success => success.Vectors,
            VectorReadResult.Failure failure => throw new FixtureFolderException(
                Path.Combine(folder, failure.File),
                failure.Line,
                failure.Column,
                failure.Message
            ),
            _ => throw new InvalidOperationException(),
        };
    }

    public static void Write(string folder, VectorSet vectors)
    {
        IReadOnlyDictionary<string, byte[]> files;
        try
        {
            files = VectorFolder.Write(vectors);
        }
        catch (ArgumentException fault)
        {
            throw new FixtureFolderException(folder, $"'{vectors.Name}' cannot be written in the exchange format: {fault.Message}", fault);
        }

        var path = folder;
        try
        {
            Directory.CreateDirectory(folder);
            // The manifest last: a folder that has one is complete.
            File.Delete(path = Path.Combine(folder, VectorFolder.Manifest));
            foreach (var file in files.OrderBy(file => file.Key == VectorFolder.Manifest))
                File.WriteAllBytes(path = Path.Combine(folder, file.Key), file.Value);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FixtureFolderException(
                path,
                $"it cannot be written ({fault.Message.TrimEnd('.')}); choose a folder that can be",
                fault
            );
        }
    }

    public static byte[] Bytes(string path, string remedy)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FixtureFolderException(path, $"there is no such file; {remedy}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FixtureFolderException(path, $"it cannot be read ({fault.Message.TrimEnd('.')}); make it readable", fault);
        }
    }
}
