namespace SupplySim.Planning;

/// <summary>Decides who is served next when there are fewer vehicles than loads.</summary>
internal static class Sharing
{
    /// <summary>Whether the first of two claims goes before the second: by priority of what is carried, then by the rule,
    /// then by order.</summary>
    public static bool GoesBefore(in Claim first, in Claim second, ShareRule rule)
    {
        if (first.Priority != second.Priority) return first.Priority < second.Priority;
        if (rule == ShareRule.People)
        {
            // given1 / people1 against given2 / people2, without dividing
            var (left, right) = ((Int128)first.Given * second.People, (Int128)second.Given * first.People);
            if (left != right) return left < right;
        }
        return first.Order < second.Order;
    }
}

/// <summary>Somebody who waits for a vehicle.</summary>
/// <param name="Priority">Of what is most urgent in the load; smaller first.</param>
/// <param name="Given">[g] What has been sent there so far.</param>
/// <param name="People">[people] Behind the destination, at least 1.</param>
/// <param name="Order">The order in which it was asked for.</param>
internal readonly record struct Claim(int Priority, long Given, long People, long Order);
