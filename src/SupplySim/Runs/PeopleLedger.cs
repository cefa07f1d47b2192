namespace SupplySim.Runs;

/// <summary>The accounts between which people move.</summary>
public enum PeopleAccount
{
    /// <summary>The world outside, from which people come.</summary>
    Arrived,

    /// <summary>Living in a camp.</summary>
    InCamp,

    /// <summary>On the way to a camp: from one without room, from where they fled, or back to the camp they fled from.</summary>
    Moving,

    /// <summary>Gone from the camps: for good, or home. Who flees again arrives again.</summary>
    Left,
}

/// <summary>Double-entry books of people: initial + arrived = in camp + moving + left, exactly, at every event.</summary>
/// <remarks>The books hold totals; where people physically are is known to the camps and to those on the way, which an audit counts
/// again. One run, one thread.</remarks>
public sealed class PeopleLedger
{
    private readonly long[] _balance = new long[4];

    internal PeopleLedger(long initial) => _balance[(int)PeopleAccount.InCamp] = Initial = initial;

    /// <summary>[people] In camps at the start.</summary>
    public long Initial { get; }

    /// <summary>[people] What an account holds now; negative only for those who came from outside.</summary>
    public long Balance(PeopleAccount account) => _balance[(int)account];

    internal void Transfer(PeopleAccount from, PeopleAccount to, long people)
    {
        if (people < 0)
            throw new InvalidOperationException($"{people} people from {from} to {to}: only none or more can move");
        _balance[(int)from] -= people;
        _balance[(int)to] += people;
    }

    internal PeopleTotal Total() => new(
        Initial, -Balance(PeopleAccount.Arrived), Balance(PeopleAccount.InCamp), Balance(PeopleAccount.Moving),
        Balance(PeopleAccount.Left));
}
