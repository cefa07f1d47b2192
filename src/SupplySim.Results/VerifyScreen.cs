using SupplySim.Results.Text;

namespace SupplySim.Results;

/// <summary>What came of running a result again, in a few lines.</summary>
public static class VerifyScreen
{
    /// <summary>The lines.</summary>
    /// <param name="verification">What came of it.</param>
    /// <param name="saved">The result.</param>
    /// <param name="width">[columns] Of a line, at least 80; what is less counts as that.</param>
    public static string Of(Verification verification, SavedResult saved, int width)
    {
        ArgumentNullException.ThrowIfNull(verification);
        ArgumentNullException.ThrowIfNull(saved);
        var (same, different) = (verification.Same.Length, verification.Different.Length);
        var found = verification.Holds ? $"The same: {Words.Count(same, "file")}, byte by byte; fingerprint {verification.Is}."
            : verification.Was == verification.Is
                ? $"The runs came out the same, fingerprint {verification.Is}, "
                    + $"and {(different == 1 ? "one file does" : "files do")} not: {Words.List(verification.Different)}."
            : $"The runs came out otherwise: fingerprint {verification.Is} in place "
                + $"of {verification.Was}; {Words.Number(different)} of {Words.Count(same + different, "file")} {(different == 1 ? "differs" : "differ")}.";
        var madeBy = !verification.Holds && saved.Commit != ToolVersion.Commit
            ? $" The result was made by another one: {saved.Commit ?? "nobody says which"}."
            : "";
        return new Screen(width).Add("",
            $"{found} Run again: {Words.Count(saved.RunsPlanned, "run")} of each alternative with seed {saved.Seed}, by "
                + $"SupplySim {ToolVersion.Full}.{madeBy}").ToString();
    }
}
