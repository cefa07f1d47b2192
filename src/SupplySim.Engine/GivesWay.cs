namespace SupplySim.Engine;

/// <summary>Which of the holders of the least urgent priority gives way first.</summary>
public enum GivesWay
{
    /// <summary>The one who came last: what was begun first is finished first.</summary>
    Latest,

    /// <summary>The one who came first.</summary>
    Earliest,
}
