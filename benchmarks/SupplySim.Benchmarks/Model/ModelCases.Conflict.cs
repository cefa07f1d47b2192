using SupplySim.Quantities;

namespace SupplySim.Benchmarks;

// What conflict costs: the country with everything where it lies and held by somebody, at peace and with two fronts.
internal static partial class ModelCases
{
    public static Scenario Peace()
    {
        var country = Country();
        return country with
        {
            Parties = [new Party("red"), new Party("blue")],
            Places = [.. country.Places.Select((place, number) =>
                (place is Crossing post ? post with { HeldBy = "red" } : place) with { At = PointOf(number) })],
        };
    }

    // Two fronts go along three crossings each, stop before them, fight, agree and fall out again; near
    // them vehicles are slower, and nobody goes where they fight.
    public static Scenario War() =>
        Peace() with { Fronts = [Front("east", "post0", "post3", "post6"), Front("west", "post8", "post5", "post2")] };

    private static Front Front(string id, params string[] posts) => new(id)
    {
        Attacker = "blue", Defender = "red", Starts = Moment.Day(2), Along = [new GeoPoint(-0.5, 0.2),
            .. posts.Select(post => (Waypoint)post)],
        Pace = new Pace { Advance = Speed.FromKilometresPerHour(2) },
        StandOff = new StandOff { Fight = TimeSpan.FromHours(20), Ceasefire = Duration.Exponential(TimeSpan.FromDays(2)),
            StepDown = Duration.Exponential(TimeSpan.FromDays(9)) },
        Ceasefire = new Ceasefire { Lasts = TimeSpan.FromDays(1), Violated = 0.3 },
        Fight = new Fight { Lasts = TimeSpan.FromHours(30), AttackerWins = 0.6 },
        Influence = new Influence
        {
            Restricted = new SlowZone { Within = Distance.FromKilometres(40), Speed = 0.7, Inspection = 1.5 },
            Closed = new ShutZone { Within = Distance.FromKilometres(8), OnlyFighting = true, EnRoute = EnRoute.Hold },
        },
    };

    // Ten to a row, some 30 km from one another.
    private static GeoPoint PointOf(int number) => new(number / 10 * 0.3, number % 10 * 0.3);
}
