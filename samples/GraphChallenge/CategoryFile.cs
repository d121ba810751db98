using System;
using System.Collections.Generic;
using System.Globalization;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Files of categories: the numbers of images that stay alive, 1-based, one a line.</summary>
internal static class CategoryFile
{
    /// <summary>Reads the numbers that lie within a number of images.</summary>
    /// <param name="path">The file.</param>
    /// <param name="images">Number of images; what lies beyond belongs to images that were not run.</param>
    /// <exception cref="UserException">A line holds no image number.</exception>
    public static SortedSet<int> Read(string path, int images)
    {
        using var text = UserFile.OpenText(path, "--categories");
        var categories = new SortedSet<int>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var field = line.Trim();
            if (field.Length == 0)
                continue;
            if (!int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var category) || category < 1)
                throw new UserException(
                    FormattableString.Invariant(
                        $"{path}({number},{line.IndexOf(field, StringComparison.Ordinal) + 1}): '{Shorten(field)}' is no image number; "
                    ) + "write one whole number a line, counted from 1."
                );
            if (category <= images)
                categories.Add(category);
        }

        return categories;
    }

    /// <summary>Writes the numbers.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="categories">1-based, in the order to write.</param>
    public static void Write(string path, IEnumerable<int> categories) =>
        UserFile.Replace(
            path,
            text =>
            {
                foreach (var category in categories)
                    text.Write(string.Create(CultureInfo.InvariantCulture, $"{category}\n"));
            }
        );

    private static string Shorten(string field) => field.Length <= 40 ? field : field[..40] + "…";
}
