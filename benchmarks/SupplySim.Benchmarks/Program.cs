using BenchmarkDotNet.Running;
using SupplySim.Benchmarks;

// `-- quick` prints ratios in under a minute; anything else goes to BenchmarkDotNet, such as `-- --filter '*Hold*'`.
if (args is ["quick", ..]) return Quick.Run(args);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
