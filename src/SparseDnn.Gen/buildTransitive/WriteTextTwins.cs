// Compiled by MSBuild itself, in the build that first hands a binary file to the compiler.
using System;
using System.Globalization;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Writes binary files as texts that a compiler can hand to generator and analyzers; TextTwin in SparseDnn.Core reads them.</summary>
public sealed class WriteTextTwins : Task
{
    /// <summary>The files; their metadata Twin says where the text goes.</summary>
    [Required]
    public ITaskItem[] Files { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var file in Files)
        {
            var path = file.GetMetadata("FullPath");
            try
            {
                var bytes = File.ReadAllBytes(path);
                var twin = file.GetMetadata("Twin");
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(twin)));
                File.WriteAllText(
                    twin,
                    "SparseDnn text twin 1\n"
                        + path
                        + "\n"
                        + bytes.Length.ToString(CultureInfo.InvariantCulture)
                        + "\n"
                        + Convert.ToBase64String(bytes)
                        + "\n",
                    new UTF8Encoding(false)
                );
            }
            catch (Exception fault) when (fault is IOException || fault is UnauthorizedAccessException)
            {
                Log.LogError("'{0}' cannot be handed to the compiler: {1}", path, fault.Message);
            }
        }

        return !Log.HasLoggedErrors;
    }
}
