using System.Text;
using SupplySim.Scenarios.Values;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Vocabulary;

/// <summary>The page on which every key of the language stands, written from the table of keys and from what the properties behind
/// them say of themselves.</summary>
internal static class ReferencePage
{
    public static string Write()
    {
        var page = new StringBuilder("""
            # The scenario language: every key

            Written from the program; a test holds the two together. The smallest whole file stands on [the first page](../README.md#a-scenario-file): its sections
            are those of [a scenario](#a-scenario), and what may stand in each is told under its name below. How the parts play together is best seen in an example:
            [corridor-by-hand](corridor-by-hand/corridor-by-hand.supply.yaml), then
            [fishkhabour-2017](fishkhabour-2017/fishkhabour-2017.supply.yaml). `supplysim check FILE` tells every mistake of a file at its line.

            A scenario is a file in a strict subset of YAML, or the same in JSON. Keys in bold must be given. Ids are lower-case letters, digits and
            hyphens; a route is keyed `a - b`, a second one between the same places `a - b (name)`. Inside `{ }` a value that holds a comma or brackets
            stands in quotes, such as `{east: "08:00-16:00 [mon-sat]"}`, or on a line of its own.

            ## In several files

            | Key | Where | |
            |---|---|---|
            | `include` | at the top of a file | A file or a list of them; what they hold comes first. Blocks are joined key by key, lists one behind the other; nothing may stand twice but `supplysim`. |
            | `table` | in a section of blocks by id, such as `places`, `routes` or `supply-lines` | A CSV file or a list of them; each row is a block. It may stand beside blocks written out. |

            Files lie in the folder of the scenario file, or below, and are named relative to it, whichever file names them. In a table the first row is the
            header: `id`, or for routes `from`, `to` and, for a second one between the same places, `name`; then keys as below, or paths of keys such as
            `airfield.parking`. `lat` and `lon` together are `at`. A unit stands in the cell, or in the header for cells that are a bare number:
            `length km`. An empty cell is a key left out; a list stands in brackets, `[food, medicine]`. A row of HXL tags is skipped; the header is then the row before it. Cells are separated by commas,
            semicolons or tabs.

            ## Values

            | A value | For example |
            |---|---|
            | number | `40000`, `40 000`, `0.55` |
            | amount | `24 t`, `80 km/h`, `36 h`, `0.55 kg/d`, `10 h/d`, `3 /week`, `35 %` |
            | moment | `2017-10-26`, `2017-10-26T06:00+03:00`, `day 5` (day 0 is the first), `never` |
            | hours | `08:00-17:00`, `08:00-17:00 [mon-fri]`, `always`, `never` |
            | point | `37.07 N 42.38 E` |
            | by name | `{aid: 15 min, empty: 3 min}` by traffic, `{east: 08:00-17:00, west: 08:00-16:00}` by control points that one names, `{in: 1, out: 1}` by direction, `{peshmerga: {aid: yes, military: no}}` by holder and traffic, `{3600 km: 50 t, 6000 km: 25 t}` by distance |
            | drawn anew each time | a law, below |
            | drawn once for a run | `unknown(230 000, 270 000)`: nobody knows it |
            | parameter | `${flights}`, given under `parameters`, changed by an alternative or by `--set flights=4` |
            | setting, in an alternative | a parameter, `flights: 4`; the path of a key, `places.bridge.lanes: 2`; a whole block, which takes the place of what the file has there, `policies.dispatch: {rule: stage-at, place: junction}`; a block left out, `disruptions.flood: off` |
            | condition | `stock(camp) < 5 d`, `any(camp.stock) < 5 d`, `all(camp.stock) > 10 d`; of one commodity `stock(camp.food)`, `any(camp.food)`, `all(camp.food)`, and `stock(food)` or `stock` alone where the rule is about a place; `front-distance(bridge) < 40 km`, `fight-distance(bridge) < 10 km`, `captured(bridge)`, `open(bridge)`, `open(depot - bridge)`, `since(2017-10-26)`, `since(day 20)`, with `and`, `or`, `not` |


            """);
        page.Append($"Units: {string.Join(", ", Units.Names.Select(name => $"`{name}`"))}, and a `/` between two of them.\n\n");
        page.Append($"Of each kind `supplysim explain` tells more: `explain condition`, `moment`, `law`, `units`, `rate`.\n\n");
        page.Append($"Laws: {string.Join(", ", Laws.Forms.Select(form => $"`{form.Usage}`").Distinct())}, `choice(a 30 %, b 70 %)`.\n\n");
        Append(page, Shape("a scenario"));
        foreach (var shape in AllShapes.ByName.Where(shape => shape.What != "a scenario")) Append(page, shape);
        page.Append("## What is measured: `is`\n\n");
        foreach (var kind in Enum.GetNames<MeasureKind>()) page.Append($"- {Meanings.Of($"F:SupplySim.MeasureKind.{kind}")}\n");
        return page.ToString();
    }

    private static IShape Shape(string what) => AllShapes.ByName.Single(shape => shape.What == what);

    private static void Append(StringBuilder page, IShape shape)
    {
        page.Append($"## {char.ToUpperInvariant(shape.What[0])}{shape.What[1..]}\n\n");
        if (Meanings.Of(shape) is { Length: > 0 } about) page.Append(about).Append("\n\n");
        page.Append("| Key | Behind it | |\n|---|---|---|\n");
        foreach (var key in shape.All)
        {
            var name = key.IsRequired ? $"**`{key.Name}`**" : $"`{key.Name}`";
            page.Append(
                $"| {name} | {(SaysWhichShape(key) ? $"`{Kebab.Case(shape.Type.Name)}`" : Cell(key.Kind.What))} | {Cell(Meanings.Of(key))} |\n");
        }
        page.Append('\n');
    }

    // The word by which a block says which of several it is.
    private static bool SaysWhichShape(Key key) => key is { Property: null, Name: "kind" or "rule" };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
