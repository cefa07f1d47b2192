using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Counts what fights have cost by what the outcome was told of it.</summary>
internal sealed class EquipmentCheck : Check
{
    private readonly long[] _lost;
    private readonly long[] _people;

    public EquipmentCheck(Audit audit) : base(audit)
    {
        (_lost, _people) = (new long[World.Equipment.Count], new long[World.Catalogue.Parties.Length]);
        World.Recorded += Hear;
    }

    public override void Recount()
    {
        var books = World.Equipment;
        for (var account = 0; account < _lost.Length; account++)
        {
            if (books.Initial(account) is not { } initial) continue;
            var present = books.Present(account)!.Value;
            if (initial != present + books.Lost(account) || present < 0)
                throw Audit.Broken(Invariants.Equipment, books.Describe(account), present + books.Lost(account), initial);
            if (books.Lost(account) != _lost[account])
                throw Audit.Broken(Invariants.EquipmentLost, books.Describe(account), books.Lost(account), _lost[account]);
        }
        for (var party = 0; party < _people.Length; party++)
            if (World.Strengths.Lost(party) != _people[party] || _people[party] > (World.Catalogue.Parties[party].Strength ?? 0))
                throw Audit.Broken(Invariants.Casualties, $"people of {World.Catalogue.Parties[party].Id}", World.Strengths.Lost(party),
                    _people[party]);
    }

    private void Hear(Outcome kind, long which, long count)
    {
        if (kind == Outcome.EquipmentLost) _lost[which] += count;
        else if (kind == Outcome.Casualties) _people[which] += count;
    }
}
