using System.Collections.Immutable;

namespace SupplySim;

/// <summary>Equipment of one kind that a force should have.</summary>
public sealed record Equipment
{
    /// <summary>[pieces] How much it should have; at least 1. No default.</summary>
    public required int Authorised { get; init; }

    /// <summary>[pieces] How much it has at the start; what is delivered comes to it, what it <c>needs</c> is lost of it. Default: all of
    /// it.</summary>
    public int? OnHand { get; init; }
}

/// <summary>How ready a force is, as a function of its supply and its equipment.</summary>
/// <remarks>
/// <para>Of each commodity that it needs: x = days of supply / wanted days, and g(x) by
/// <see cref="Curve"/>. Of each kind of equipment: on hand / authorised, at most 1. Readiness = (the least, or the product, of all g) times
/// (the least, or the product, of all equipment). Of what is neither needed nor authorised it does not depend.</para>
/// <para>From its capture on a force is not ready at all, which the mean over the run and the least count.</para>
/// <para>The form is common in planning practice; the figures are the user's.</para>
/// </remarks>
public sealed record Readiness
{
    /// <summary>[days of supply] With how much of each commodity the force is fully ready: one time for all that it needs, or for some. No
    /// default.</summary>
    public required Each<TimeSpan> Wanted { get; init; }

    /// <summary>How several are put together. Default: the least of them.</summary>
    public ReadinessForm Form { get; init; }

    /// <summary>Points of g, straight in between, in order of supply; level before the first and after the last. Default: as ready as
    /// supplied, up to all of it.</summary>
    public ImmutableArray<ReadinessPoint> Curve { get; init; } =
        [new ReadinessPoint { Supplied = 0, Ready = 0 }, new ReadinessPoint { Supplied = 1, Ready = 1 }];

    /// <inheritdoc/>
    public bool Equals(Readiness? other) =>
        other is not null && Wanted == other.Wanted && Form == other.Form && Curve.SequenceEqual(other.Curve);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Wanted, Form, Curve.Length);
}

/// <summary>How several parts of readiness are put together.</summary>
public enum ReadinessForm
{
    /// <summary>The least of them: what is scarcest decides.</summary>
    Least,

    /// <summary>The product of them: every shortage takes its share.</summary>
    Product,
}

/// <summary>One point of the curve from supply to readiness.</summary>
public sealed record ReadinessPoint
{
    /// <summary>[share] Of the wanted days of supply; not negative. No default.</summary>
    public required double Supplied { get; init; }

    /// <summary>[share] How ready that makes; 0 to 1. No default.</summary>
    public required double Ready { get; init; }
}
