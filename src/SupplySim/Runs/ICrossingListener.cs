namespace SupplySim.Runs;

/// <summary>Is told when a crossing changes.</summary>
internal interface ICrossingListener
{
    /// <summary>Something has closed it, for those in it too; <see cref="Changed"/> follows.</summary>
    void Closed(CrossingState crossing, ClosureHold hold) { }

    /// <summary>It has changed hands, for those in it too; <see cref="Changed"/> follows.</summary>
    void Captured(CrossingState crossing, CapturedVehicles fate) { }

    /// <summary>Anything about who may pass has changed.</summary>
    void Changed(CrossingState crossing);
}
