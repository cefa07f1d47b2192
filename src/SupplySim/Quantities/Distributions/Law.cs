namespace SupplySim.Quantities.Distributions;

/// <summary>One law of chance, its parameters checked by <see cref="Distribution"/> before it is made.</summary>
/// <remarks>Immutable and shared between threads. Two laws are equal when their texts are, and a text gives every
/// parameter to the last digit; tables made from the parameters therefore take no part.</remarks>
internal abstract class Law
{
    public abstract double Mean { get; }

    /// <summary>The infimum of the support.</summary>
    public abstract double Least { get; }

    /// <summary>E max(X, 0) of a law that is unbounded below, else the mean.</summary>
    public virtual double MeanAboveZero => Mean;

    /// <summary>The inverse of the distribution function, for 0 &lt; u &lt; 1.</summary>
    public abstract double Quantile(double u);

    /// <summary>The law of factor times X; factor is above zero.</summary>
    public abstract Law Scale(double factor);

    /// <summary>The form of the scenario language; <paramref name="value"/> writes what has the dimension of X.</summary>
    public abstract string Text(Func<double, string> value);

    public sealed override bool Equals(object? other) =>
        ReferenceEquals(this, other)
        || (other is Law law && law.GetType() == GetType() && law.Text(NumberText.Of) == Text(NumberText.Of));

    public sealed override int GetHashCode() => Mean.GetHashCode();
}
