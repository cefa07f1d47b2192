namespace SupplySim;

/// <summary>A type of aircraft whose published figures the library knows: <see cref="AircraftTypes"/> says
/// which, and where they come from.</summary>
public enum AircraftType
{
    /// <summary>Lockheed Martin C-130J-30.</summary>
    C130J,

    /// <summary>Boeing C-17.</summary>
    C17,

    /// <summary>Airbus A400M.</summary>
    A400M,

    /// <summary>Ilyushin Il-76.</summary>
    Il76,

    /// <summary>Antonov An-12.</summary>
    An12,

    /// <summary>Mil Mi-8, a helicopter.</summary>
    Mi8,
}
