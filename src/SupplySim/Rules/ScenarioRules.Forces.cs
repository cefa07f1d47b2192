using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What forces have, and how ready that makes them.</content>
internal static partial class ScenarioRules
{
    private static void CheckEquipment(Review review, string path, Force force)
    {
        review.CheckNames($"{path}.equipment", force.Equipment);
        foreach (var (id, equipment) in force.Equipment)
        {
            var key = Review.Key($"{path}.equipment", id);
            review.CheckAtLeast($"{key}.authorised", equipment.Authorised, 1, "pieces");
            if (equipment.OnHand is { } there) review.CheckAtLeast($"{key}.on-hand", there, 0, "pieces");
            if (review.Find(key, review.Commodities, id) is not { } commodity) continue;
            if (commodity.Unit != QuantityUnit.Piece)
                review.Add(key, $"'{id}' is counted {UnitOf(commodity)}, and equipment in pieces", $"give '{id}' the unit piece");
            if ((force.Stock.Amounts ?? []).Any(one => one.Commodity == id) || force.Stock.Times.Any(one => one.Commodity == id))
                review.Add($"{path}.stock", $"it names '{id}', of which 'equipment' says how much is on hand", $"say it in one of the two");
            else if (force.Stock.Time is not null && force.Needs.Has(id))
                review.Add($"{path}.stock", $"{force.Stock} counts '{id}' too, of which 'equipment' says how much is on hand",
                    $"write 'stock' by commodity, as in {{fuel: 80 t}}, and leave '{id}' out");
        }
    }

    private static void CheckReadiness(Review review, string path, Force force)
    {
        if (force.Readiness is not { } readiness) return;
        path = $"{path}.readiness";
        if (force.Needs.Count == 0 && force.Equipment.Count == 0)
            review.Add(ProblemKind.Missing, path, $"'{force.Id}' needs nothing and has no equipment on which it could depend",
                $"give it 'needs' or 'equipment'");
        ForEach(review, $"{path}.wanted", readiness.Wanted, review.CheckPositiveTime);
        foreach (var (id, _) in readiness.Wanted.Named ?? ByName<TimeSpan>.Empty)
            if (!force.Needs.Has(id) || force.Equipment.Has(id))
                review.Add(Review.Key($"{path}.wanted", id),
                    $"'{force.Id}' has no days of supply of '{id}'{(force.Equipment.Has(id) ? ", which is its equipment" : "")}",
                    $"name a commodity that it "
                        + $"needs{(force.Equipment.Has(id) ? " and that is none of its equipment: how much of that there is counts by itself" : "")}");
        CheckCurve(review, $"{path}.curve", readiness);
    }

    private static void CheckCurve(Review review, string path, Readiness readiness)
    {
        if (readiness.Curve.IsDefaultOrEmpty)
            review.Add(ProblemKind.Missing, path, $"it has no points",
                $"write [{{supplied: 0 %, ready: 0 %}}, {{supplied: 100 %, ready: 100 %}}]");
        for (var i = 0; i < readiness.Curve.Length; i++)
        {
            var (supplied, ready) = (readiness.Curve[i].Supplied, readiness.Curve[i].Ready);
            review.CheckShare($"{path}[{i}].ready", ready);
            if (supplied is not (>= 0 and < double.PositiveInfinity))
                review.Add(ProblemKind.OutOfRange, $"{path}[{i}].supplied", $"a share of {Text(supplied)}; it must be 0 or more");
            else if (i > 0 && supplied <= readiness.Curve[i - 1].Supplied)
                review.Add($"{path}[{i}].supplied", $"{Text(supplied)}, not above the point before", $"put the points in order of supply");
            else if (i > 0 && ready < readiness.Curve[i - 1].Ready)
                review.Add($"{path}[{i}].ready", $"{Text(ready)}, below the point before: nobody is less ready for having more",
                    $"let 'ready' rise from point to point, or stay");
        }
    }
}
