using System.Globalization;

namespace SparseDnn.Testing;

/// <summary>
/// A culture that shows every place where text depends on culture: minus is U+2212, the decimal separator a comma, groups are joined by an
/// apostrophe.
/// </summary>
public static class HostileCulture
{
    /// <summary>Makes it the culture of this and every later thread; test projects call it before anything else.</summary>
    public static void Install()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.PositiveInfinitySymbol = "unbounded";
        culture.NumberFormat.NaNSymbol = "nothing";
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
