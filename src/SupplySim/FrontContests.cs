using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>How fast a front's head moves.</summary>
public sealed record Pace
{
    /// <summary>While nobody is in the way; above zero. No default.</summary>
    public required Speed Advance { get; init; }

    /// <summary>During a fight. Default: it stands.</summary>
    public Speed Fighting { get; init; }

    /// <summary>[share] What is left of either pace when it is not light, by <see cref="Defaults.Daylight"/>; 0 to 1. Default 1: by
    /// night as by day.</summary>
    public double Night { get; init; } = 1;
}

/// <summary>How a stand-off ends: each is drawn, and whichever comes first happens.</summary>
public sealed record StandOff
{
    /// <summary>[time] Until the defender leaves. Default: never.</summary>
    public Duration? StepDown { get; init; }

    /// <summary>[time] Until a fight breaks out. Default: never.</summary>
    public Duration? Fight { get; init; }

    /// <summary>[time] Until a ceasefire is agreed. Default: never.</summary>
    public Duration? Ceasefire { get; init; }

    /// <summary>[time] Until the attacker gives up. Default: never.</summary>
    public Duration? Withdrawal { get; init; }

    /// <summary>An ultimatum: what happens at the latest. Default: there is none.</summary>
    public Deadline? Deadline { get; init; }
}

/// <summary>An ultimatum: what happens if nothing else has ended the stand-off by then. Exactly one of <see cref="After"/> and
/// <see cref="At"/> is given.</summary>
public sealed record Deadline
{
    /// <summary>[time] After the beginning of each stand-off.</summary>
    public Duration? After { get; init; }

    /// <summary>At this moment; a stand-off that begins later is not bound by it.</summary>
    public Moment? At { get; init; }

    /// <summary>What happens then: step-down, fight, ceasefire or withdrawal. No default.</summary>
    public required FrontState Do { get; init; }
}

/// <summary>Negotiations during a stand-off: an offer now and again, and each may be accepted, which is a ceasefire.</summary>
public sealed record Talks
{
    /// <summary>[time] From the beginning of the stand-off to the first offer, and from one to the next. No default.</summary>
    public required Duration Every { get; init; }

    /// <summary>[share] The chance that an offer is accepted, 0 to 1. No default.</summary>
    public required double Accepted { get; init; }

    /// <summary>[time] How much longer the next offer takes after one was refused. Default: no longer.</summary>
    public Duration? Cooling { get; init; }

    /// <summary>Whether they talk during a fight too, which an accepted offer ends without a winner. Default: no.</summary>
    public bool WhileFighting { get; init; }
}

/// <summary>How a contest hangs on the force ratio: the attacker's strength over the defender's, each as a share of what it was at the
/// start.</summary>
/// <remarks>
/// <para>Strength is what other fronts leave of it, times what casualties leave of it, times the readiness of the force named in
/// <see cref="Front.ReadinessOf"/>. The ratio is 1 at the start, and counts as no less than 1/100 and no more than 100.</para>
/// <para>A rate is multiplied by the ratio to the power given here, at each instant: with 1 a way out of a stand-off comes twice as
/// soon where the ratio is 2, with -1 half as soon.</para>
/// </remarks>
public sealed record ForceRatio
{
    /// <summary>[power] For the rate at which the defender leaves, -4 to 4. Default 0.</summary>
    public double StepDown { get; init; }

    /// <summary>[power] For the rate at which a fight breaks out, -4 to 4. Default 0.</summary>
    public double Fight { get; init; }

    /// <summary>[power] For the rate at which a ceasefire is agreed, -4 to 4. Default 0.</summary>
    public double Ceasefire { get; init; }

    /// <summary>[power] For the rate at which the attacker gives up, -4 to 4. Default 0.</summary>
    public double Withdrawal { get; init; }

    /// <summary>[power] For the odds of the attacker, p / (1 - p), when a fight ends, -4 to 4. Default: p is multiplied by the share of
    /// the attacker's strength that is left, whatever the defender's.</summary>
    public double? AttackerWins { get; init; }
}

/// <summary>How a ceasefire goes.</summary>
public sealed record Ceasefire
{
    /// <summary>[time] No default.</summary>
    public required Duration Lasts { get; init; }

    /// <summary>[share] The chance that it ends in a fight, at a time spread evenly over its length, 0 to 1. Default 0.</summary>
    public double Violated { get; init; }

    /// <summary>[share] The chance that one which has held is renewed when it ends, for a time drawn anew, 0 to 1. Default 0.</summary>
    public double Renewed { get; init; }
}

/// <summary>How a fight goes.</summary>
public sealed record Fight
{
    /// <summary>[time] No default.</summary>
    public required Duration Lasts { get; init; }

    /// <summary>[share] The chance that the place is captured at the end, 0 to 1; otherwise the attacker is
    /// repelled, and a new stand-off begins. No default.</summary>
    public required double AttackerWins { get; init; }

    /// <summary>Equipment lost, by either side. Default: none is counted.</summary>
    public ImmutableArray<Losses> Losses { get; init; } = [];

    /// <summary>[people per day of fighting] By party, of its <see cref="Party.Strength"/>: the mean, of
    /// which each fight draws a Poisson number. Default: none are counted.</summary>
    public ByName<double> Casualties { get; init; } = ByName<double>.Empty;
}

/// <summary>Equipment lost in a fight by one side.</summary>
/// <remarks>Drawn at the end of a fight for the whole of it. Of what <see cref="Party.Equipment"/> counts
/// no more is lost than is there.</remarks>
public sealed record Losses
{
    /// <summary>[per day of fighting] By type of equipment: the mean, of which each fight draws a Poisson number.</summary>
    public required ByName<double> PerDay { get; init; }

    /// <summary>The party that loses it. No default.</summary>
    public required string Of { get; init; }

    /// <summary>[times] What the other side says of it, over what is true, drawn for each fight; above 0. Told apart, and believed by
    /// nobody in the model. Default: nothing is said.</summary>
    public Number? Claims { get; init; }
}
