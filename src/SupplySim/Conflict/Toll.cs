using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>What fights cost both sides: equipment by type, people, and what is said of it.</summary>
/// <remarks>Numbers are Poisson with the mean of the rate and the time, drawn at the end of a fight, by front, side and type.</remarks>
internal sealed class Toll(World world, Front front)
{
    /// <summary>What one fight cost.</summary>
    public void Count(double days, int fight)
    {
        foreach (var losses in front.Fight!.Losses)
            foreach (var (type, perDay) in losses.PerDay)
                if (perDay * days > 0) Count(losses, type, Sample(LossStream(losses.Of, type), perDay * days, fight), fight);
        foreach (var (party, perDay) in front.Fight.Casualties)
            if (perDay * days > 0) Casualties(party, Sample($"casualties/{front.Id}/{party}", perDay * days, fight));
    }

    public long Lose(string party, string type, long pieces)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pieces);
        var account = world.Equipment.Find(world.Catalogue.PartyNumber(party), type);
        if (account < 0) throw new KeyNotFoundException($"Nobody says that '{party}' has a '{type}'");
        var lost = world.Equipment.Lose(account, pieces);
        if (world.Equipment.Initial(account) is null) world.Record(Outcome.Lost, -1, lost);
        else world.Record(Outcome.EquipmentLost, account, lost);
        if (lost > 0) world.Tell(HappeningKind.Lost, party, $"{lost} {type}");
        return lost;
    }

    public void Claim(string party, string type, long pieces)
    {
        world.Equipment.Claim(world.Equipment.Find(world.Catalogue.PartyNumber(party), type), pieces);
        if (pieces > 0) world.Tell(HappeningKind.Claimed, party, $"{pieces} {type}");
    }

    public long Casualties(string party, long people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        var number = world.Catalogue.PartyNumber(party);
        var lost = world.Strengths.Lose(number, people);
        world.Record(Outcome.Casualties, number, lost);
        if (lost > 0) world.Tell(HappeningKind.Lost, party, $"{lost} {(lost == 1 ? "person" : "people")}");
        return lost;
    }

    private void Count(Losses losses, string type, long drawn, int fight)
    {
        var lost = Lose(losses.Of, type, drawn);
        if (losses.Claims is not { } claims) return;
        var factor = world.Sample(claims, $"claims/{front.Id}/{losses.Of}", fight);
        var claimed = (long)Math.Round(lost * factor);
        Claim(losses.Of, type, claimed);
    }

    private string LossStream(string party, string type) =>
        party == front.Attacker ? $"losses/{front.Id}/{type}" : $"losses-of-defender/{front.Id}/{type}";

    private long Sample(string stream, double mean, int fight) =>
        (long)Distribution.Poisson(mean).Quantile(world.Random(stream).Uniform(fight));
}
