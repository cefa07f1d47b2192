using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

// What is drawn for a run: by chance on each occasion, and what nobody knows once for all of it.
public sealed partial class World
{
    /// <summary>The random numbers of this name in this run: they depend on seed, replication and name alone.</summary>
    public RandomStream Random(string name) => Simulation.Stream(name);

    /// <summary>A number as it comes out on an occasion; one that is unknown as it is in this run, on every occasion.</summary>
    /// <param name="number">Of the scenario.</param>
    /// <param name="stream">Purpose and owner, as <c>inspection/slow-searches</c>.</param>
    /// <param name="occasion">Which draw: 0 or more.</param>
    public double Sample(Number number, string stream, long occasion)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Sample(Position(number, stream, occasion));
    }

    /// <summary>A length of time as it comes out on an occasion; one that is unknown as it is in this run, on every occasion.</summary>
    /// <param name="duration">Of the scenario.</param>
    /// <param name="stream">Purpose and owner, as <c>for/flood</c>.</param>
    /// <param name="occasion">Which draw: 0 or more.</param>
    public TimeSpan Sample(Duration duration, string stream, long occasion)
    {
        ArgumentNullException.ThrowIfNull(duration);
        return Draw(duration, stream).Sample(occasion);
    }

    /// <summary>An amount as it comes out on an occasion; one that is unknown as it is in this run, on every occasion.</summary>
    /// <param name="amount">Of the scenario.</param>
    /// <param name="stream">Purpose and owner, as <c>stock/zakho/fuel</c>.</param>
    /// <param name="occasion">Which draw: 0 or more.</param>
    public Quantity Sample(DrawnQuantity amount, string stream, long occasion)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return amount.Sample(Position(amount, amount.IsFixed, amount.IsUnknown, stream, occasion));
    }

    /// <summary>How much a stream brings per time in this run; its mean where it is random.</summary>
    /// <param name="arrivals">Of the scenario.</param>
    /// <param name="stream">Purpose and owner, as <c>arrivals/ain-issa</c>.</param>
    public Rate Rate(Arrivals arrivals, string stream)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        return arrivals.Unknown is { } rate ? rate.Sample(StreamOfUnknown(rate, stream).Uniform(0)) : arrivals.Rate;
    }

    internal Draw Draw(Duration duration, string stream) => new(
        duration, duration.IsFixed ? default : duration.IsUnknown ? StreamOfUnknown(duration, stream) : Random(stream));

    private double Position(Number number, string stream, long occasion) =>
        Position(number, number.IsFixed, number.IsUnknown, stream, occasion);

    private double Position(object figure, bool isFixed, bool isUnknown, string stream, long occasion) =>
        isFixed ? 0.5 : isUnknown ? StreamOfUnknown(figure, stream).Uniform(0) : Random(stream).Uniform(occasion);

    // What stands in the scenario has the stream of its place there, whoever asks for it; what a record of
    // one's own hides has that of its purpose.
    private RandomStream StreamOfUnknown(object figure, string stream) =>
        Simulation.Stream(Catalogue.Unknowns.KeyOf(figure) ?? StreamKey.Of(stream));
}
