using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Holds what was lost by place to what the books have as lost, and attacks to what the outcome was told of.</summary>
internal sealed class LossCheck : Check
{
    private long _attacks;
    private long _hit;

    public LossCheck(Audit audit) : base(audit) => World.Recorded += Hear;

    public override void Recount()
    {
        var (places, catalogue) = (World.Catalogue.Places.Length, World.Catalogue);
        for (var commodity = 0; commodity < catalogue.Commodities.Length; commodity++)
        {
            long where = 0;
            for (var place = 0; place < places; place++)
                where += World.Losses.Cargo(place, commodity) + World.Stocks[place, commodity].Lost;
            Compare(Invariants.LostWhere, $"{Commodity(commodity)} lost", where, World.Ledger.Balance(commodity, Account.Lost));
        }
        long attacks = 0, vehicles = 0, gone = World.Fleets.Sum(fleet => (long)fleet.Lost);
        for (var place = 0; place < places; place++)
            (attacks, vehicles) = (attacks + World.Losses.Attacks(place), vehicles + World.Losses.Vehicles(place));
        Compare(Invariants.GoneWhere, "vehicles lost", vehicles, gone);
        Compare(Invariants.Attacks, "attacks", attacks, _attacks);
        if (_hit > gone) throw Audit.Broken(Invariants.Attacks, "vehicles hit", _hit, gone);
    }

    private void Compare(Invariant invariant, string what, long counted, long books)
    {
        if (counted != books) throw Audit.Broken(invariant, what, counted, books);
    }

    private void Hear(Outcome kind, long route, long vehicles)
    {
        if (kind != Outcome.Attacked) return;
        _attacks++;
        _hit += vehicles & uint.MaxValue;
    }
}
