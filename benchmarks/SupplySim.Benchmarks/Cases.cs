using SupplySim.Benchmarks.Baselines;
using SupplySim.Benchmarks.Models;
using Who = SupplySim.Benchmarks.Subjects;

namespace SupplySim.Benchmarks;

/// <summary>Everything that is measured: what, how much of it at a time, and by whom.</summary>
internal sealed record Case(string Name, int Pending, string[] Subjects, Func<string, IWorkload> Create)
{
    public static IReadOnlyList<Case> All { get; } = [.. Holds(), .. Churns(), .. Processes()];

    /// <summary>Those of `quick`: half a minute.</summary>
    public static IEnumerable<Case> ForQuick => All.Where(one => one.Pending <= 100_000 || one.Name == "hold-exponential");

    public override string ToString() => $"{Name} {Pending}";

    private static IEnumerable<Case> Holds() =>
        from law in Increments.Laws.Concat(Increments.Patterns)
        from pending in new[] { 100, 10_000, 1_000_000 }
        select new Case("hold-" + law, pending, Who.All, subject => Hold.Create(subject, law, pending));

    private static IEnumerable<Case> Churns() =>
        from pending in new[] { 100, 10_000, 1_000_000 }
        select new Case("cancel", pending, Who.OfCancelling, subject => Churn.Create(subject, pending));

    private static IEnumerable<Case> Processes()
    {
        yield return new Case("process-resume", 1000, Who.OfProcesses,
            subject => subject == Who.EngineProcess ? Waiting.Resume(1000) : Hold.Create(subject, "ties", 1000));
        yield return new Case("sub-process", 1000, Who.OfProcesses,
            subject => subject == Who.EngineProcess ? Waiting.SubProcess(1000) : Hold.Create(subject, "ties", 1000));
        yield return new Case("resource", 1000, Who.OfProcesses,
            subject => subject == Who.EngineProcess ? Waiting.Seize(1000, units: 10) : new PlainSharing(subject, 1000, units: 10));
        yield return new Case("gate", 100_000, Who.OfProcesses,
            subject => subject == Who.EngineProcess ? Waiting.AtGate(100_000) : new PlainGate(subject, 100_000));
        yield return new Case("mm1", 1, Who.OfProcesses, SingleServer.Create);
        yield return new Case("supply", 22, Who.OfProcesses,
            subject => subject == Who.EngineProcess ? new SmallSupplyModel() : new PlainSupplyModel(subject));
    }
}
