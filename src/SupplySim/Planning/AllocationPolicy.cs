namespace SupplySim.Planning;

/// <summary>Who is given the next vehicle when there are fewer vehicles than loads, and who may order the
/// next vehicle-load when several lines order at one instant more than lies where they load.</summary>
/// <remarks>Asked each time a vehicle is idle and loads wait, once for each line whose goods are there, when all that is ordered at that
/// instant waits; of scarce goods once for each line that wants more.</remarks>
public abstract record AllocationPolicy : Policy
{
    internal sealed override string Key => "share";

    /// <summary>First ordered, first served; what is taken back and ordered again keeps its turn.</summary>
    public static AllocationPolicy Order { get; } = new ByOrder();

    /// <summary>What was given follows the number of people behind each destination.</summary>
    public static AllocationPolicy People { get; } = new ByPeople();

    /// <summary>By the <see cref="SupplyLine.Priority"/> of lines, whatever they carry.</summary>
    public static AllocationPolicy Priority { get; } = new ByPriority();

    /// <summary>What was given follows what was asked for: each line gets the same share of it.</summary>
    public static AllocationPolicy Proportional { get; } = new InProportion();

    /// <summary>Who has least days of supply, as reported, with what is on the way.</summary>
    public static AllocationPolicy DaysOfSupply { get; } = new ByDaysOfSupply();

    /// <summary>Where a claim stands: the smallest number is served first; equals by the priority of what they carry, then by the
    /// order in which they were asked for. Where one line alone claims it is not asked: there is nothing to choose.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="claim">Who asks, and for what.</param>
    /// <returns>Any number but NaN.</returns>
    public abstract double Rank(Situation situation, in Claim claim);

    /// <summary>Whether the first of two claims goes before the second.</summary>
    internal virtual bool GoesBefore(in Claim first, in Claim second, Situation situation)
    {
        var (left, right) = (RankOf(first, situation), RankOf(second, situation));
        return left != right ? left < right : IsEarlier(first, second);
    }

    /// <summary>By the priority of what is carried, then by order.</summary>
    private protected static bool IsEarlier(in Claim first, in Claim second) =>
        first.Priority != second.Priority ? first.Priority < second.Priority : first.Order < second.Order;

    private double RankOf(in Claim claim, Situation situation)
    {
        var rank = Ask(this, situation, claim, static (policy, known, claim) => policy.Rank(known, claim));
        return double.IsNaN(rank)
            ? throw new InvalidOperationException($"{Called} ranks the claim of supply line '{claim.Line}' as NaN; a number is needed")
            : rank;
    }
}

/// <summary>First ordered, first served; the most urgent commodity before.</summary>
public sealed record ByOrder : AllocationPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override double Rank(Situation situation, in Claim claim) => claim.Priority;

    internal override bool GoesBefore(in Claim first, in Claim second, Situation situation) => IsEarlier(first, second);
}

/// <summary>The most urgent commodity first; then what was given follows the number of people behind each destination.</summary>
public sealed record ByPeople : AllocationPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override double Rank(Situation situation, in Claim claim) => (double)claim.Given / claim.People;

    // given1 / people1 against given2 / people2, without dividing
    internal override bool GoesBefore(in Claim first, in Claim second, Situation situation)
    {
        if (first.Priority != second.Priority) return first.Priority < second.Priority;
        var (left, right) = ((Int128)first.Given * second.People, (Int128)second.Given * first.People);
        return left != right ? left < right : first.Order < second.Order;
    }
}

/// <summary>The line with the smallest <see cref="SupplyLine.Priority"/> first, whatever it carries; then the most urgent
/// commodity, then first ordered.</summary>
public sealed record ByPriority : AllocationPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override double Rank(Situation situation, in Claim claim) => claim.LinePriority;
}

/// <summary>The most urgent commodity first; then what was given follows what was asked for.</summary>
public sealed record InProportion : AllocationPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override double Rank(Situation situation, in Claim claim) => (double)claim.Given / Math.Max(1, claim.Asked);

    // given1 / asked1 against given2 / asked2, without dividing
    internal override bool GoesBefore(in Claim first, in Claim second, Situation situation)
    {
        if (first.Priority != second.Priority) return first.Priority < second.Priority;
        var (left, right) = ((Int128)first.Given * second.Asked, (Int128)second.Given * first.Asked);
        return left != right ? left < right : first.Order < second.Order;
    }
}

/// <summary>Who has least days of supply goes first, as reported, less the time since, with what is on the way there; places that
/// need nothing come last.</summary>
public sealed record ByDaysOfSupply : AllocationPolicy
{
    /// <inheritdoc/>
    public override double Rank(Situation situation, in Claim claim)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return situation.DaysCovered(claim.To).TotalDays;
    }
}

/// <summary>Somebody who waits for a vehicle, or for goods that are scarce.</summary>
/// <param name="Line">The supply line's id.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Priority">Of what is most urgent in the load; smaller first.</param>
/// <param name="LinePriority">Of the line; smaller first.</param>
/// <param name="Mass">[g] Of the load that waits.</param>
/// <param name="Given">[g] What the line was given vehicles for so far; of scarce goods, what it has ordered so far.</param>
/// <param name="Asked">[g] What the line has asked for so far and not taken back, at least 1; of scarce
/// goods, with what it wants now.</param>
/// <param name="People">[people] Behind the destination, at least 1.</param>
/// <param name="Order">The order in which it was asked for.</param>
public readonly record struct Claim(
    string Line, PlaceId To, int Priority, int LinePriority, long Mass, long Given, long Asked, long People, long Order);
