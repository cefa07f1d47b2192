namespace SupplySim.Runs;

/// <summary>Where those are who have fled by one displacement.</summary>
/// <remarks>At home + on the way to camps or home + in camps is what was at home at the start, at every event; where nobody
/// says how many lived there, and of a camp, whose people have their own books, the home counts from zero downwards. Who fled is on the
/// way, in camps, or has returned. Counted in camps is who came there by this displacement and has not gone home, whatever became of them
/// since. One run, one thread.</remarks>
internal sealed class DisplacementBook(int places, long? residents)
{
    /// <summary>[people] At home at the start; null where nobody says.</summary>
    public long? Residents { get; } = residents;

    /// <summary>[people] At home now; below zero only where nobody says how many lived there.</summary>
    public long Home { get; private set; } = residents ?? 0;

    /// <summary>[people] Who have set out since the start, some of them more than once.</summary>
    public long Fled { get; private set; }

    /// <summary>[people] Who have set out home since the start, some of them more than once.</summary>
    public long Returned { get; private set; }

    /// <summary>[people] On their way to a camp.</summary>
    public long OnTheWay { get; private set; }

    /// <summary>[people] On their way home.</summary>
    public long GoingHome { get; private set; }

    /// <summary>[people] By place.</summary>
    public long[] Sheltered { get; } = new long[places];

    /// <summary>[people] By place from which they have set out home since the start.</summary>
    public long[] ReturnedFrom { get; } = new long[places];

    public void Flee(long people)
    {
        if (people < 0 || (Residents is not null && people > Home))
            throw new InvalidOperationException($"{people} people flee from where {Home} live");
        (Home, Fled, OnTheWay) = (Home - people, Fled + people, OnTheWay + people);
    }

    public void Arrive(int place, long people)
    {
        OnTheWay -= people;
        Sheltered[place] += people;
    }

    public void Return(int place, long people)
    {
        Sheltered[place] -= people;
        ReturnedFrom[place] += people;
        (GoingHome, Returned) = (GoingHome + people, Returned + people);
    }

    public void ComeHome(long people)
    {
        GoingHome -= people;
        Home += people;
    }
}
