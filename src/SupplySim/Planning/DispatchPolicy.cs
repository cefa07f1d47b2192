using SupplySim.Engine;

namespace SupplySim.Planning;

/// <summary>Whether a column that is ready sets out, above all towards what is known to be shut.</summary>
/// <remarks>Asked when it is complete, and while it waits each time something is learned or the time comes that it has named.</remarks>
public abstract record DispatchPolicy : Policy
{
    internal sealed override string Key => "dispatch";

    /// <summary>[share of the payload] While less waits of a line it waits for more, whatever commodity, until the line takes back what has
    /// waited <see cref="SupplyLine.GivenUpAfter"/> and orders anew; a vehicle that would leave less of other commodities takes that along,
    /// and leaves as much of the one for which it came. 0 to 1. Default 0.</summary>
    public double MinimumLoad { get; init; }

    /// <summary>What to do.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="question">Where the column is and where it is to go.</param>
    public abstract Dispatch Decide(Situation situation, DispatchQuestion question);
}

/// <summary>It sets out whatever is shut, and waits there.</summary>
public sealed record Go : DispatchPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override Dispatch Decide(Situation situation, DispatchQuestion question) => Dispatch.SetOut;
}

/// <summary>It stays where it was loaded as long as its way is known to be shut.</summary>
public sealed record StayAtBase : DispatchPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override Dispatch Decide(Situation situation, DispatchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.IsShut ? Dispatch.Wait : Dispatch.SetOut;
    }
}

/// <summary>As long as its way is known to be shut it goes to a place nearer to it, and waits there.</summary>
public sealed record StageAt : DispatchPolicy
{
    /// <summary>Where. No default.</summary>
    public required PlaceId Place { get; init; }

    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override Dispatch Decide(Situation situation, DispatchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.IsShut ? Dispatch.To(Place) : Dispatch.SetOut;
    }
}

/// <summary>What a column does that is ready to go.</summary>
public readonly record struct Dispatch
{
    /// <summary>It goes on to its destination.</summary>
    public static Dispatch SetOut => default;

    /// <summary>It waits where it is until something is learned.</summary>
    public static Dispatch Wait => new() { IsWait = true, Until = SimTime.Never };

    internal bool IsWait { get; private init; }

    internal SimTime Until { get; private init; }

    internal PlaceId? Place { get; private init; }

    /// <summary>It waits where it is until an instant, or until something is learned.</summary>
    public static Dispatch WaitUntil(SimTime time) => new() { IsWait = true, Until = time };

    /// <summary>It goes to a place, and asks again there; where it is there already, it waits.</summary>
    public static Dispatch To(PlaceId place) => new() { Place = place };
}

/// <summary>A column that is ready to go.</summary>
/// <param name="At">Where it is.</param>
/// <param name="To">Where it is to go.</param>
/// <param name="Fleet">Its fleet's id.</param>
/// <param name="Vehicles">[vehicles] Escorts that have joined included.</param>
/// <param name="Way">The way that it would take; null where it would take none.</param>
public sealed record DispatchQuestion(PlaceId At, PlaceId To, string Fleet, int Vehicles, Way? Way)
{
    /// <summary>Whether no way is known to be open that it would take.</summary>
    public bool IsShut => Way is not { IsShut: false };
}
