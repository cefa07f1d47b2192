using System.Globalization;
using SupplySim.Quantities;

namespace SupplySim.Experiments;

// How figures are written in what is told.
internal sealed partial class Shortfalls
{
    private const int MostNamed = 4;

    private string IsUnitRight(string fleet) =>
        $"are the units right? one vehicle of '{fleet}' carries {Weight(FleetOf(fleet).Carries!.Value.Grams)}";

    private static string Weight(double grams) => grams < 1e6 ? Figure(grams / 1e3) + " kg" : Figure(grams / 1e6) + " t";

    private static string Time(double hours) => hours < 1 ? $"{Figure(hours * 60)} min" : $"{Figure(hours)} h";

    // "At most" is not rounded down.
    private static string Percent(double share) => Figure(Math.Ceiling(share * 1000 - 1e-9) / 10) + " %";

    private static string Figure(double value) =>
        value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    private static string Count(int number, string noun) => $"{Figure(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Amount(double amount, Commodity goods) => goods.Unit switch
    {
        QuantityUnit.Gram => Weight(amount),
        QuantityUnit.Millilitre => Figure(amount / 1e3) + " l",
        _ => Figure(amount),
    };

    private static string Listed(string[] ids) =>
        string.Join(", ", ids.Take(MostNamed).Select(id => $"'{id}'"))
            + (ids.Length > MostNamed ? $" and {Figure(ids.Length - MostNamed)} more" : "");
}
