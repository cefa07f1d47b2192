namespace SupplySim;

/// <summary>What is done at a place with docks, and can be stopped there by itself.</summary>
public enum SiteWork
{
    /// <summary>Nothing is ordered for the place: its supply lines pause.</summary>
    Orders,

    /// <summary>No vehicle is loaded there; those that are being loaded are finished.</summary>
    Loading,

    /// <summary>No vehicle is unloaded there; those that are being unloaded are finished.</summary>
    Unloading,
}
