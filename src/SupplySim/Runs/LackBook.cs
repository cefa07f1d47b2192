using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>Enters what is lacking where: how much has been lacking is counted in what people went without,
/// each commodity by itself, and of a force in days.</summary>
/// <remarks>What is entered adds up to what was unmet of all that is brought. It looks only: nothing that
/// moves or eats knows of it. One run, one thread.</remarks>
internal sealed class LackBook(World world)
{
    private readonly Lacks _lacks = world.HoldUps.Lacks;
    private readonly int _commodities = world.Catalogue.Commodities.Length;
    private readonly FullRations?[] _full = new FullRations?[world.Catalogue.Places.Length];

    /// <summary>A place has nothing left of what it needs.</summary>
    public void Begin(int place, int commodity)
    {
        if (_lacks[place][commodity] is not { IsNow: false }) return;
        world.Stocks[place, commodity].Settle(world.Now);
        _lacks[place].Begin(commodity, world.Now, world.Stocks[place, commodity].Needed, Lacked(place, commodity));
        LookAtCut(place);
    }

    // [person-day] So far: what people were not given of it, but for want of what a source there needs, and what they did not find for want
    // of it; of a force a day is one.
    private double Lacked(int place, int commodity)
    {
        var (sum, isOfPeople) = (0.0, false);
        for (var other = 0; other < _commodities; other++)
        {
            if (!world.PersonDays.IsGiven(place, other)) continue;
            world.Stocks[place, other].Settle(world.Now);
            var needed = world.PersonDays.NeedsAt(place).DependsOn(other);
            var isItsOwn = needed < 0 || _lacks[place][needed] is null;
            if (other == commodity)
                sum += isItsOwn
                    ? world.PersonDays.Missed(place, other)
                    : world.PersonDays.Missed(place, other) - world.PersonDays.NotFound(place, other);
            else if (needed == commodity) sum += world.PersonDays.NotFound(place, other);
            isOfPeople |= other == commodity || needed == commodity;
        }
        return isOfPeople ? sum : (world.Now - SimTime.Start).TotalDays;
    }

    /// <summary>Something is lacking there no more, or the run is over.</summary>
    public void End(Lack lack, int place, int commodity)
    {
        world.Stocks[place, commodity].Settle(world.Now);
        lack.End(commodity, world.Now, world.Stocks[place, commodity].Needed, Lacked(place, commodity));
    }

    /// <summary>Rations are cut at a place from now on, or full again.</summary>
    public void SetCut(int place, bool isCut)
    {
        var lack = _lacks[place];
        if (!isCut) EndCut(lack, place);
        lack.SetCut(isCut);
        LookAtCut(place);
        if (lack.IsCut) (_full[place] ??= new FullRations(world, place, lack.ByRule)).Begin();
        else Settle(place);
    }

    /// <summary>Brings up to now what would lie at a place had its rations never been cut.</summary>
    public void Settle(int place) => _full[place]?.Advance();

    /// <summary>Something has come there or gone, just now.</summary>
    public void NoteChange(int place) => _full[place]?.NoteChange();

    /// <summary>By what a commodity is ordered for a place now, by their numbers. Default: by nothing.</summary>
    public Func<int, int, Refill?>? Refills { get; set; }

    /// <summary>While rations are cut there: they are for want of what there is least of, and leave out
    /// something as long as there is anything.</summary>
    public void LookAtCut(int place)
    {
        var lack = _lacks[place];
        if (!lack.IsCut) return;
        var (least, of, isAny) = (TimeSpan.MaxValue, -1, false);
        for (var commodity = 0; commodity < _commodities; commodity++)
        {
            var stock = world.Stocks[place, commodity];
            // Also fuel for a pump, which is short like anything else.
            if (stock.DaysOfSupply(world.Now) is var lasts && lasts == TimeSpan.MaxValue) continue;
            isAny |= lack[commodity] is not null && stock is { Amount: > 0, IsRationed: true }
                && world.PersonDays.IsGiven(place, commodity);
            if (lasts < least) (least, of) = (lasts, commodity);
        }
        lack.CutFor(isAny ? of : -1, least, world.Now, LeftOut(place), of >= 0 && IsAnyway(place, of));
    }

    // What is ordered when there is so much comes when there is less than now: then it is for nothing late that rations are cut.
    private bool IsAnyway(int place, int commodity) => Refills?.Invoke(place, commodity) is { } refill
        && refill.Below - world.Stocks[place, commodity].NeedPerDay * refill.Lead.TotalDays < world.Stocks[place, commodity].Amount;

    /// <summary>Rations are full there again, or the run is over.</summary>
    public void EndCut(Lack lack, int place)
    {
        lack.CutFor(-1, TimeSpan.Zero, world.Now, LeftOut(place));
        Settle(place);
    }

    // [person-day] So far, of what is brought: what was lacking though there was some of it.
    private double LeftOut(int place)
    {
        var sum = 0.0;
        for (var commodity = 0; commodity < _commodities; commodity++)
        {
            if (_lacks[place][commodity] is not { } shortage || !world.PersonDays.IsGiven(place, commodity)) continue;
            world.Stocks[place, commodity].Settle(world.Now);
            var lacked = Lacked(place, commodity);
            sum += lacked - shortage.Until(lacked);
        }
        return sum;
    }
}
