using System.Globalization;

namespace SupplySim.Results.Text;

/// <summary>The command line that makes the same runs again, digit by digit.</summary>
public static class RepeatCommand
{
    /// <summary>The command, in words that a POSIX shell takes as they are meant.</summary>
    /// <param name="file">The scenario file, as whoever types the command reaches it.</param>
    /// <param name="runs">[runs] Of each alternative.</param>
    /// <param name="seed">Of the experiment.</param>
    /// <param name="settings">Each as <c>KEY=VALUE</c>.</param>
    /// <param name="verb">What is done with it. Default: it is run.</param>
    /// <param name="vary">Of a sweep, what is varied, each as <c>KEY=VALUES</c>. Default: what the file says.</param>
    public static string Of(string file, int runs, ulong seed, IReadOnlyList<string> settings, string verb = "run",
        IReadOnlyList<string>? vary = null) => string.Create(CultureInfo.InvariantCulture,
        $"supplysim {verb} {Quote(file)} --runs {runs} --seed {seed}{Each("--vary", vary)}{Each("--set", settings)}");

    private static string Each(string flag, IReadOnlyList<string>? values) =>
        string.Concat((values ?? []).Select(one => $" {flag} {Quote(one)}"));

    /// <summary>A word of a command line, quoted where it must be.</summary>
    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "._-=/:@%+,".Contains(c, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
