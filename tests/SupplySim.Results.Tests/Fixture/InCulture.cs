using System.Globalization;

namespace SupplySim.Results.Tests.Fixture;

/// <summary>Does something under another culture of this thread.</summary>
internal static class InCulture
{
    public static T Of<T>(string culture, Func<T> what)
    {
        var before = CultureInfo.CurrentCulture;
        var other = CultureInfo.GetCultureInfo(culture);
        Assert.SkipWhen(other.NumberFormat.NumberDecimalSeparator == "." && 1.5.ToString(other) == "1.5",
            "this machine knows no cultures (ICU is missing)");
        CultureInfo.CurrentCulture = other;
        try
        {
            return what();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
