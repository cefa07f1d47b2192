using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of places.</summary>
internal static class PlaceShapes
{
    private const string KindKey = "kind";

    private static readonly Kind<string> Traffic = Kinds.Id;
    private static readonly Kind<string> ControlPoint = new ValueKind<string>("an id",
        (Cursor c, BindingContext context, [MaybeNullWhen(false)] out string id) =>
    {
        id = c.Text.Trim();
        if (!HoursText.AreDays(id)) return Kinds.IsId(c, id);
        c.Report(DiagnosticCodes.BadId, $"`{id}` are days, and what stands before a colon here is a control point",
            $"hours by day are one text: `\"08:00-17:00 [{id}]\"`, several of them joined by `and`");
        return false;
    });

    private static readonly Kind<string> Commodity = Kinds.Ref("the id of a commodity", Referent.Commodity);
    private static readonly Kind<string> Direction = Kinds.Words("`in` or `out`", ("in", "in"), ("out", "out"));
    private static readonly Kind<string> Party = Kinds.Ref("the id of a party", Referent.Party);

    /// <summary>JSON writes yes and no as true and false.</summary>
    private static readonly Kind<ByName<Each<Permission>>> Permissions = new ByNameKind<Each<Permission>>(
        "permissions by traffic",
        Traffic,
        new EachKind<Permission>(Direction, Kinds.Words(
            "yes | no | with-clearance",
            ("yes", Permission.Yes),
            ("no", Permission.No),
            ("with-clearance", Permission.WithClearance),
            ("true", Permission.Yes),
            ("false", Permission.No)).Or(Permission.Yes)), "{aid: yes, military: no}");

    private static readonly Keys<Place> Common = new()
    {
        { KindKey, Kinds.Text },
        { p => p.Name, Kinds.Text },
        { p => p.At, Kinds.Point },
        { p => p.Source, Kinds.Source },
    };

    public static readonly Shape<Airfield> Airfield =
        new("an airfield", _ => new() { Parking = 1, GroundTime = TimeSpan.FromHours(1) })
    {
        { a => a.Parking, Kinds.CountFromOne },
        { a => a.GroundTime, Kinds.Duration },
        { a => a.Hours, Kinds.Hours },
        { a => a.Runway, Kinds.Distance },
        { a => a.Crews, Kinds.CountFromOne },
        { a => a.LoadingRate, Kinds.Rate },
        { a => a.Holding, Kinds.Time },
        { a => a.Fuel, Commodity },
    };

    private static readonly Keys<Site> CommonOfSites = new()
    {
        Common,
        { s => s.Docks, Kinds.CountFromOne },
        { s => s.Loading, Kinds.Duration },
        { s => s.Unloading, Kinds.Duration },
        { s => s.Stock, new SupplyKind(Supply.Unlimited) },
        { s => s.Storage, new SupplyKind(Supply.Unlimited, "room such as `120 t` or `{food: 120 t, fuel: 20 000 l}`") },
        { s => s.Airfield, new BlockKind<Airfield>(Airfield) },
    };

    public static readonly Shape<Town> Town = new("a town", id => new(id)) { CommonOfSites };

    public static readonly Shape<Depot> Depot = new("a depot", id => new(id)) { CommonOfSites };

    public static readonly Shape<RateStep> PeopleStep = new("a step of a stream of people", _ => new() { Rate = Arrivals.Constant(1) })
    {
        { s => s.From, Kinds.Moment },
        { s => s.Rate, Kinds.Arrivals },
    };

    public static readonly Shape<RateStep> UseStep = new("a step of what is used", _ => new() { Rate = Arrivals.Constant(1) })
    {
        { s => s.From, Kinds.Moment },
        { s => s.Rate, Kinds.Use },
    };

    public static readonly Shape<Overflow> Overflow =
        new("an overflow", _ => new() { Pace = Speed.FromKilometresPerHour(1) })
    {
        { o => o.Pace, Kinds.Speed },
    };

    public static readonly Shape<LocalSource> LocalSource = new("a local source", _ => new() { Share = 0 })
    {
        { s => s.Share, Kinds.ShareDrawn },
        { s => s.Needs, Commodity },
        { s => s.PerPerson, Kinds.Rate },
    };

    public static readonly Shape<Camp> Camp = new("a camp", id => new(id) { People = 0 })
    {
        CommonOfSites,
        { c => c.People, Kinds.PeopleDrawn },
        { c => c.Arrivals, new ChangingRateKind(PeopleStep, Kinds.Arrivals) },
        { c => c.Departures, new ChangingRateKind(PeopleStep, Kinds.Arrivals) },
        { c => c.Batches, Kinds.TimeAboveZero },
        { c => c.Capacity, Kinds.People.Or(int.MaxValue) },
        { c => c.Overflow, new BlockKind<Overflow>(Overflow) },
        { c => c.Rations, new ByNameKind<Rate>("rations, by commodity", Commodity, Kinds.Ration, "{food: 0.444 kg/d}") },
        { c => c.LocalShare, new ByNameKind<LocalSource>("local shares, by commodity", Commodity, new LocalSourceKind(LocalSource),
            "{food: 20 %}") },
        { c => c.WarnBelow, Kinds.Time },
    };

    public static readonly Shape<Equipment> Equipment = new("equipment", _ => new() { Authorised = 1 })
    {
        { e => e.Authorised, Kinds.CountFromOne },
        { e => e.OnHand, Kinds.Count },
    };

    public static readonly Shape<ReadinessPoint> ReadinessPoint =
        new("a point of a curve of readiness", _ => new() { Supplied = 0, Ready = 0 })
    {
        { p => p.Supplied, Kinds.ShareFromZero },
        { p => p.Ready, Kinds.Share },
    };

    public static readonly Shape<Readiness> Readiness = new("a readiness", _ => new() { Wanted = TimeSpan.FromDays(1) })
    {
        { r => r.Wanted, new EachKind<TimeSpan>(Commodity, Kinds.TimeAboveZero) },
        { r => r.Form, Kinds.Word<ReadinessForm>() },
        { r => r.Curve, new ListKind<ReadinessPoint>("a list of points", new BlockKind<ReadinessPoint>(ReadinessPoint)) },
    };

    public static readonly Shape<Force> Force = new("a force", id => new(id))
    {
        CommonOfSites,
        { f => f.Party, Party },
        { f => f.Needs,
            new ByNameKind<ChangingRate>("amounts per time, by commodity", Commodity, new ChangingRateKind(UseStep, Kinds.Use)) },
        { f => f.Equipment, new ByNameKind<Equipment>("equipment, by commodity", Commodity, new BlockKind<Equipment>(Equipment)) },
        { f => f.Readiness, new BlockKind<Readiness>(Readiness) },
        { f => f.WarnBelow, Kinds.Time },
    };

    public static readonly Shape<Channel> Channel = new("a channel", id => new(id))
    {
        { c => c.GrantedIn, Kinds.Duration },
        { c => c.DownWhile, Kinds.Condition },
        { c => c.UpFor, Kinds.Duration },
        { c => c.DownFor, Kinds.Duration },
        { c => c.Refused, Kinds.RefusedDrawn },
    };

    public static readonly Shape<Clearance> Clearance =
        new("a clearance", _ => new() { Channels = ["any"], GrantedIn = TimeSpan.Zero, Valid = TimeSpan.FromDays(1) })
    {
        { c => c.Channels, new ChannelsKind(Channel) },
        { c => c.GrantedIn, Kinds.Duration },
        { c => c.Valid, Kinds.TimeAboveZero },
        { c => c.DownWhile, Kinds.Condition },
        { c => c.Refused, Kinds.RefusedDrawn },
        { c => c.PerDay, Kinds.VehiclesDrawn },
    };

    public static readonly Shape<SecondarySearch> Secondary =
        new("a secondary search", _ => new() { Share = 0, Takes = (Quantities.Duration)TimeSpan.Zero })
    {
        { s => s.Share, new EachKind<double>(Traffic, Kinds.Share) },
        { s => s.Takes, new EachKind<Duration>(Traffic, Kinds.Duration) },
        { s => s.Bays, Kinds.CountFromOne },
    };

    public static readonly Shape<Transshipment> Transshipment =
        new("a transshipment", _ => new() { Onto = "", Takes = TimeSpan.Zero })
    {
        { t => t.Onto, Kinds.Ref("the id of a fleet", Referent.Fleet) },
        { t => t.Takes, Kinds.Duration },
        { t => t.Docks, Kinds.CountFromOne },
    };

    public static readonly Shape<Crossing> Crossing =
        new("a crossing", id => new(id) { Lanes = 1, Inspection = (Quantities.Duration)TimeSpan.Zero })
    {
        Common,
        { c => c.HeldBy, new EachKind<string>(ControlPoint, Party) },
        { c => c.Hours, new EachKind<Hours>(ControlPoint, Kinds.Hours) },
        { c => c.Zone, new EachKind<string>(ControlPoint, Kinds.Zone) },
        { c => c.Lanes, new EachKind<int>(Direction, Kinds.CountFromOne) },
        { c => c.WeightLimit, Kinds.Mass.Or(Mass.FromTonnes(1_000_000)) },
        { c => c.Inspection, new EachKind<Duration>(Traffic, Kinds.Duration) },
        { c => c.Secondary, new BlockKind<SecondarySearch>(Secondary) },
        { c => c.Transshipment, new BlockKind<Transshipment>(Transshipment) },
        { c => c.Passage, new PassageKind(Party, Permissions) },
        { c => c.Clearance, new BlockKind<Clearance>(Clearance) },
    };

    private static readonly (string Word, IShape Shape)[] ByKind =
        [("depot", Depot), ("town", Town), ("crossing", Crossing), ("camp", Camp), ("force", Force)];

    public static readonly Kind<string> KindOfPlace =
        Kinds.Words("the kind of a place", [.. ByKind.Select(k => (k.Word, k.Word))]);

    /// <summary>The shape of a place by its <c>kind</c>. Null where it has none that exists: reported.</summary>
    public static IShape? Choose(ScalarNode id, MappingNode block, BindingContext context)
    {
        // One that is misspelt is told where the block is read.
        if ((block.Find(KindKey) ?? block.Entries.Select(e => (Entry?)e)
            .FirstOrDefault(e => Similar.To(e!.Value.Key.Text, [KindKey]) is not null)) is not { } kind)
        {
            var other = block.Entries.FirstOrDefault(e => e.Value is ScalarNode value && ByKind.Any(k => k.Word == value.Text));
            context.Diagnostics.Add(DiagnosticCodes.MissingKey, id.Span, $"the place `{id.Text}` needs `{KindKey}`",
                other.Value is ScalarNode { Text: var word } ? $"write `{KindKey}: {word}`, not `{other.Key.Text}: {word}`"
                    : $"add `{KindKey}:` with one of {string.Join(", ", ByKind.Select(k => k.Word))}");
            return null;
        }
        return KindOfPlace.TryRead(kind.Value, kind.Key.Span, context, out var chosen)
            ? Array.Find(ByKind, k => k.Word == chosen).Shape
            : null;
    }

    /// <summary>All shapes that a place can have, by what `kind` says.</summary>
    public static IReadOnlyList<Form.Case> Cases => [.. ByKind.Select(k => new Form.Case(KindKey, k.Word, k.Shape))];

    /// <summary>All shapes that a place can have.</summary>
    public static IEnumerable<IShape> All => ByKind.Select(k => k.Shape);
}
