using System.Globalization;
using BenchmarkDotNet.Running;
using SupplySim.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["quick", ..]:
        return Quick.Run(json: args.Contains("--json"), only: args.Skip(1).FirstOrDefault(word => word != "--json"));
    case ["model", .. var rest]:
        return ModelBenchmark.Run(rest);
    case ["results"]:
        return Results.Run();
    case ["soak"]:
        return Soak.Run(1_000_000_000);
    case ["soak", "--events", var events]:
        return Soak.Run(long.Parse(events, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    case ["readme", var results]:
        var readme = Path.Combine(Checkout.Root, "README.md");
        File.WriteAllText(readme, SpeedTable.Renew(File.ReadAllText(readme), File.ReadAllText(results)));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
