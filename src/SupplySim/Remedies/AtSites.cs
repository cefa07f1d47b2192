using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>What could be done where supply lines load and unload, and where their aircraft land.</summary>
internal static class AtSites
{
    public static IEnumerable<Remedy> In(Carriers carriers) => carriers.Scenario.Places.OfType<Site>()
        .Where(site => carriers.Ends.Contains(site.Id) || carriers.Landings.Contains(site.Id))
        .SelectMany(site => At(site, carriers));

    private static IEnumerable<Remedy> At(Site one, Carriers carriers)
    {
        if (carriers.Ends.Contains(one.Id))
            yield return Of("docks", $"twice the docks at {one.Shown} ({Twice.From(one.Docks)})",
                site => site with { Docks = Twice.Of(site.Docks) });
        if (HasStock(one.Stock) || carriers.Scenario.AsOf.Any(state => state.Of?.Value == one.Id && state.Stock is { Amount: > 0 }))
            yield return new($"stock/{one.Id}", carriers.Kind(one),
                $"twice the stock at {one.Shown} at the start{Stock(one, carriers.Scenario)}", scenario => WithStock(scenario, one.Id));
        if (!one.Storage.IsUnlimited)
            yield return Of("storage", $"room for any amount at {one.Shown} ({one.Storage} -> {Supply.Unlimited})",
                site => site with { Storage = Supply.Unlimited });
        if (one.Airfield is not { } field || !carriers.Landings.Contains(one.Id)) yield break;
        yield return Field("parking", $"twice the stands for aircraft at {one.Shown} ({Twice.From(field.Parking)})",
            there => there with { Parking = Twice.Of(there.Parking) });
        if (field.Crews is { } crews)
            yield return Field("loaders", $"twice the loading crews at {one.Shown} ({Twice.From(crews)})",
                there => there with { Crews = Twice.Of(there.Crews ?? 0) });
        if (!field.Hours.IsAlways)
            yield return Field("landing", $"the airfield at {one.Shown} open day and night", there => there with { Hours = Hours.Always });

        Remedy Of(string id, string what, Func<Site, Site> change) =>
            new($"{id}/{one.Id}", carriers.Kind(one), what, scenario => scenario.Place(one.Id, change));
        Remedy Field(string id, string what, Func<Airfield, Airfield> change) =>
            new($"{id}/{one.Id}", carriers.KindOfAirfield(one), what,
                scenario =>
                    scenario.Place<Site>(one.Id, site => site.Airfield is { } there ? site with { Airfield = change(there) } : site));
    }

    // What is known of the start says how much in words of its own.
    private static string Stock(Site one, Scenario scenario) =>
        scenario.AsOf.Any(state => state.Of?.Value == one.Id && state.Stock is not null) ? ""
            : $" ({Twice.From(one.Stock)}){Room.Beyond(one, Twice.Of(one.Stock), scenario.Commodities)}";

    private static bool HasStock(Supply stock) => stock switch
    {
        { IsUnlimited: true } => false,
        { Time: { } time } => time > TimeSpan.Zero,
        { Total: { } total } => total.Amount > 0,
        _ => stock.Amounts!.Value.Any(one => one.Amount.Amount > 0) || stock.Times.Any(one => one.Time > TimeSpan.Zero),
    };

    // What is known to lie there takes the place of what the place says.
    private static Scenario WithStock(Scenario scenario, string id) =>
        scenario.Place<Site>(id, site => site with { Stock = Twice.Of(site.Stock) }) with
        {
            AsOf = [.. scenario.AsOf.Select(state =>
                state.Of?.Value == id && state.Stock is { } stock ? state with { Stock = Twice.Of(stock) } : state)],
        };
}
