namespace SupplySim.Engine.Tests.Theory;

/// <summary>The formulas of A. K. Erlang, for c servers and a load of a.</summary>
internal static class Erlang
{
    /// <summary>The share of customers that find all servers busy where nobody waits.</summary>
    public static double B(int servers, double load)
    {
        var blocked = 1.0;
        for (var k = 1; k <= servers; k++) blocked = load * blocked / (k + load * blocked);
        return blocked;
    }

    /// <summary>The share of customers that find all servers busy where they wait.</summary>
    public static double C(int servers, double load)
    {
        var blocked = B(servers, load);
        return blocked / (1 - load / servers * (1 - blocked));
    }

    /// <summary>The mean number in a system where customers wait.</summary>
    public static double NumberInSystem(int servers, double load) => load + C(servers, load) * load / (servers - load);
}
