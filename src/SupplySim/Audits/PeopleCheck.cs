using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Counts the people of every camp and those on the way, and what they need.</summary>
internal sealed class PeopleCheck : Check
{
    private readonly long[] _people;
    private readonly long _initial;
    private readonly (long Fled, long Returned, long CameHome)[] _displaced;
    private long _left;

    public PeopleCheck(Audit audit) : base(audit)
    {
        _people = [.. World.People];
        _initial = _people.Sum();
        _displaced = new (long, long, long)[World.Displacements.Length];
        World.Recorded += Hear;
    }

    public override void Recount()
    {
        var books = World.PeopleLedger;
        for (var place = 0; place < _people.Length; place++)
        {
            if (World.People[place] != _people[place] || _people[place] < 0)
                throw Audit.Broken(Invariants.People, $"people in {Place(place)}", World.People[place], _people[place]);
            if (World.Catalogue.Places[place] is Camp) CheckNeeds(place);
        }
        for (var number = 0; number < _displaced.Length; number++) CheckDisplaced(number);
        Compare("in camps", World.People.Sum(), books.Balance(PeopleAccount.InCamp));
        Compare("moving", World.PeopleTo.Sum(), books.Balance(PeopleAccount.Moving));
        Compare("gone", _left, books.Balance(PeopleAccount.Left));
        Compare("arrived", World.People.Sum() + World.PeopleTo.Sum() + _left - _initial, -books.Balance(PeopleAccount.Arrived));
    }

    // Who goes back to a camp is on the way, anybody else is at home at once.
    private void CheckDisplaced(int number)
    {
        var (book, heard) = (World.Displacements[number], _displaced[number]);
        var isOfCamp = World.Catalogue.CampFledFrom(World.Catalogue.Displacements[number]) >= 0;
        var cameHome = isOfCamp ? heard.CameHome : heard.Returned;
        var away = book.OnTheWay + book.Sheltered.Sum() + book.GoingHome;
        Equal("who fled", book.Fled, heard.Fled);
        Equal("who went home", book.Returned, heard.Returned);
        Equal("who went home, by camp", book.ReturnedFrom.Sum(), heard.Returned);
        Equal("on their way home", book.GoingHome, heard.Returned - cameHome);
        Equal("away from home", away, heard.Fled - cameHome);
        Equal("at home and away", book.Home + away, book.Residents ?? 0);
        Equal("people below zero", Math.Min(0, Math.Min(book.OnTheWay, Math.Min(book.GoingHome, book.Sheltered.Min()))), 0);
        if (book.OnTheWay + book.GoingHome > World.PeopleTo.Sum())
            throw Audit.Broken(Invariants.Displaced, "on their way", book.OnTheWay + book.GoingHome, World.PeopleTo.Sum());

        void Equal(string what, long counted, long expected)
        {
            if (counted != expected) throw Audit.Broken(Invariants.Displaced, what, counted, expected);
        }
    }

    // What local sources give depends on more than the people.
    private void CheckNeeds(int place)
    {
        var needs = World.PersonDays.NeedsAt(place);
        for (var commodity = 0; commodity < World.Catalogue.Commodities.Length; commodity++)
        {
            if (!needs.IsNeeded(commodity) || needs.DependsOn(commodity) >= 0) continue;
            var (amount, ticks) = World.Stocks[place, commodity].NeedRate;
            var (counted, expected) = ((Int128)amount * needs[commodity].Ticks,
                (Int128)World.People[place] * needs[commodity].Amount * ticks);
            if (counted != expected)
                throw Audit.Broken(Invariants.PeoplesNeed, $"need of {Commodity(commodity)} in {Place(place)}", counted, expected);
        }
    }

    private void Compare(string where, long counted, long books)
    {
        if (counted != books) throw Audit.Broken(Invariants.PeopleBalance, $"people {where}", counted, books);
    }

    private void Hear(Outcome kind, long place, long people)
    {
        switch (kind)
        {
            case Outcome.People: _people[place] += people; break;
            case Outcome.MovedOn: _people[place >> 32] -= people; break;
            case Outcome.Fled: _displaced[place >> 32].Fled += people; break;
            case Outcome.Returned: _displaced[place].Returned += people; break;
            case Outcome.CameHome: _displaced[place].CameHome += people; break;
            case Outcome.PeopleLeft:
                _people[place] -= people;
                _left += people;
                break;
        }
    }
}
