namespace SupplySim.Laws.Inventory;

/// <summary>What a disruption of the middle stage stops.</summary>
public enum Pausing
{
    Order,
    Shipment,
    Transit,
    Receipt,
}

/// <summary>Three stages in a row with base stock, in whole periods and the plainest way: stage 3 supplies 2, which supplies 1, which
/// supplies customers.</summary>
/// <remarks>In each period customers and stages order, from the customers up; then each stage takes in what
/// was shipped as many periods ago as it takes, and ships what is ordered as far as it has it, from the supplier down. Held to the
/// published run of its order-pausing case, from which its rules were learned; the others differ from it by one word each.</remarks>
internal sealed class PlainChain(Pausing pausing, decimal[] target, int[] lead)
{
    private readonly decimal[] _level = [.. target];
    private readonly decimal[] _onOrder = new decimal[3];
    private readonly decimal[] _owed = new decimal[3];
    private readonly List<(decimal Amount, int Left)>[] _pipes = [[], [], []];

    /// <summary>On hand less what is owed, at the end of the period.</summary>
    public decimal Level(int stage) => _level[stage];

    /// <summary>Ordered in the period.</summary>
    public decimal[] Ordered { get; } = new decimal[3];

    public void Period(decimal demand, bool isDisrupted)
    {
        const int middle = 1;
        var wanted = demand;
        for (var stage = 0; stage < 3; stage++)
        {
            _level[stage] -= wanted;
            var position = _level[stage] + _onOrder[stage];
            Ordered[stage] = wanted = isDisrupted && pausing == Pausing.Order && stage == middle
                ? 0
                : Math.Max(0, target[stage] - position);
            _onOrder[stage] += wanted;
            _owed[stage] += wanted;
        }
        for (var stage = 2; stage >= 0; stage--)
        {
            var isPaused = isDisrupted && stage == middle;
            Receive(stage, isPaused);
            Ship(stage, isPaused && pausing == Pausing.Shipment);
        }
    }

    private void Receive(int stage, bool isPaused)
    {
        var pipe = _pipes[stage];
        if (!(isPaused && pausing == Pausing.Transit))
            for (var i = 0; i < pipe.Count; i++) pipe[i] = (pipe[i].Amount, pipe[i].Left - 1);
        if (isPaused && pausing == Pausing.Receipt) return;
        foreach (var (amount, _) in pipe.Where(one => one.Left <= 0))
        {
            _level[stage] += amount;
            _onOrder[stage] -= amount;
        }
        pipe.RemoveAll(one => one.Left <= 0);
    }

    // To this stage, by the one above it, which has taken in its own already; above the third is no end of it.
    private void Ship(int stage, bool isPaused)
    {
        if (isPaused) return;
        var goes = stage == 2 ? _owed[2] : Math.Min(_owed[stage], OnHand(stage + 1));
        if (goes > 0) _pipes[stage].Add((goes, lead[stage]));
        _owed[stage] -= goes;
    }

    private decimal OnHand(int stage) => Math.Max(0, _level[stage] + _owed[stage - 1]);
}
