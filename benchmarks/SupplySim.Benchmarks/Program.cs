using BenchmarkDotNet.Running;
using SupplySim.Benchmarks;

// `-- quick` prints ratios in under a minute; anything else goes to BenchmarkDotNet, such as `-- --filter '*Hold*'`.
if (args is ["quick", ..]) return Quick.Run();
if (args is ["model", .. var rest]) return ModelBenchmark.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
