namespace SupplySim.Runs;

/// <summary>What goes into the outcome fingerprint, so that it survives refactoring: what moved, and what changed hands or
/// state, in order of time. Numbers are fixed for ever.</summary>
internal enum Outcome
{
    Loaded = 1,
    Delivered = 2,
    Lost = 3,
    Captured = 4,
    FrontState = 5,
    Closed = 6,
    Opened = 7,
    People = 8,
    Ration = 9,
    Total = 10,
    Ordered = 11,
    Passed = 12,
    RanOut = 13,
    PeopleLeft = 14,
    MovedOn = 15,
    Used = 16,
    Refuelled = 30,
    Diverted = 40,
    Limited = 50,
    Dispersed = 51,
    EquipmentLost = 60,
    Casualties = 61,
    Offered = 62,
    Attacked = 70,
    Endangered = 71,
    Fled = 72,
    Returned = 73,
    CameHome = 74,
    Destroyed = 80,
    Seized = 81,
}
