using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>One part of an audit: looks at one kind of thing, and never changes it.</summary>
internal abstract class Check(Audit audit)
{
    protected Audit Audit { get; } = audit;

    protected World World => Audit.World;

    protected Transport Transport => Audit.Transport;

    /// <summary>What is cheap enough to be looked at after every event.</summary>
    public virtual void AfterEvent()
    {
    }

    /// <summary>Counts everything again.</summary>
    public abstract void Recount();

    protected string Place(int place) => World.Catalogue.Places[place].Id;

    protected string Commodity(int commodity) => World.Catalogue.Commodities[commodity].Id;
}
