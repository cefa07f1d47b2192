using System.Collections.Immutable;

namespace SupplySim.Scenarios.Diagnostics;

/// <summary>A kind of mistake: what all diagnostics with this code have in common.</summary>
/// <param name="Id"><c>SS</c> and four digits. It never changes its meaning and is never used again for
/// another.</param>
/// <param name="Severity">What a diagnostic with this code is.</param>
/// <param name="Title">What is wrong in general, without the values of a case.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title);

/// <summary>The table of all codes. 00: the file; 01: the YAML subset; 02: keys and ids; 03: values; 04: the model; 05:
/// settings from outside a value (parameters, alternatives, the command line); 06: other files.</summary>
public static class DiagnosticCodes
{
    private static readonly ImmutableArray<DiagnosticCode>.Builder Table =
        ImmutableArray.CreateBuilder<DiagnosticCode>();

    internal static readonly DiagnosticCode Unreadable =
        Error("SS0001", "The text is not the YAML that scenario files are written in");
    internal static readonly DiagnosticCode NoFile = Error("SS0002", "The file cannot be opened");
    internal static readonly DiagnosticCode TooLarge =
        Error("SS0003", "The file is larger than a scenario file may be");
    internal static readonly DiagnosticCode NotText =
        Error("SS0004", "The file holds something that is not plain text in UTF-8");
    internal static readonly DiagnosticCode TooDeep = Error("SS0005", "Brackets or indentation go too deep");
    internal static readonly DiagnosticCode TooManyNodes = Error("SS0006", "The file holds too many values");
    internal static readonly DiagnosticCode Empty = Error("SS0007", "There is no scenario in the file");
    internal static readonly DiagnosticCode TooManyMistakes =
        Error("SS0008", "There are more mistakes than are listed");

    internal static readonly DiagnosticCode Anchor =
        Error("SS0101", "Anchors (&) and aliases (*) are not part of the language");
    internal static readonly DiagnosticCode Tag = Error("SS0102", "Tags (!) are not part of the language");
    internal static readonly DiagnosticCode MergeKey = Error("SS0103", "Merge keys (<<) are not part of the language");
    internal static readonly DiagnosticCode DuplicateKey = Error("SS0104", "A key stands twice in the same place");
    internal static readonly DiagnosticCode SeveralDocuments =
        Error("SS0105", "A file holds one scenario, without `---` or directives");
    internal static readonly DiagnosticCode Tab = Error("SS0106", "A line is indented with a tab");
    internal static readonly DiagnosticCode KeyNotText = Error("SS0107", "A key is not a plain word");
    internal static readonly DiagnosticCode BadFirstCharacter =
        Error("SS0108", "A value begins with a character that YAML keeps for itself");
    internal static readonly DiagnosticCode HashEndsValue =
        Warning("SS0110", "A ` #` ends the value: what follows is a comment");
    internal static readonly DiagnosticCode NotClosed = Error("SS0111", "A quotation mark is not closed");
    internal static readonly DiagnosticCode CutByComma = Error("SS0112", "A value is cut in two by a comma");
    internal static readonly DiagnosticCode BareParameter =
        Error("SS0113", "A parameter inside { } or [ ] needs quotes");
    internal static readonly DiagnosticCode ColonInArguments = Error("SS0114", "Named arguments are written with `=`");
    internal static readonly DiagnosticCode BareBracket =
        Error("SS0115", "A `[` within a value inside { } or [ ] needs quotes");

    internal static readonly DiagnosticCode UnknownKey = Error("SS0201", "This key does not exist here");
    internal static readonly DiagnosticCode MissingKey = Error("SS0202", "A key that has no default is missing");
    internal static readonly DiagnosticCode WrongShape =
        Error("SS0203", "A single value, a list or a block of keys stands where another of them is needed");
    internal static readonly DiagnosticCode BadId =
        Error("SS0204", "An id is not lower-case letters, digits and hyphens");
    internal static readonly DiagnosticCode UnknownWord = Error("SS0205", "The word is none of those allowed");
    internal static readonly DiagnosticCode NotYet = Error("SS0206", "This part of the language cannot be read yet");
    internal static readonly DiagnosticCode Version =
        Error("SS0207", "The language version is missing or not one that can be read");
    internal static readonly DiagnosticCode UnknownReference =
        Error("SS0208", "Something is referred to that does not exist");
    internal static readonly DiagnosticCode KeysExclude =
        Error("SS0209", "Keys stand together that exclude each other");
    internal static readonly DiagnosticCode EmptyValue = Error("SS0210", "A key has no value");

    internal static readonly DiagnosticCode CommaInNumber =
        Error("SS0301", "A comma in a number: decimal or thousands?");
    internal static readonly DiagnosticCode NotANumber = Error("SS0302", "A number is needed");
    internal static readonly DiagnosticCode WrongDimension =
        Error("SS0303", "A value of one kind stands where another kind is needed");
    internal static readonly DiagnosticCode UnitMissing = Error("SS0304", "A number needs a unit");
    internal static readonly DiagnosticCode UnknownUnit = Error("SS0305", "The unit does not exist");
    internal static readonly DiagnosticCode OutOfRange = Error("SS0306", "A value is outside what is allowed");
    internal static readonly DiagnosticCode NotWhole = Error("SS0307", "A whole number is needed");
    internal static readonly DiagnosticCode BadMoment = Error("SS0308", "A date or time cannot be read");
    internal static readonly DiagnosticCode BadHours = Error("SS0309", "Opening hours cannot be read");
    internal static readonly DiagnosticCode BadPoint = Error("SS0310", "A position on the map cannot be read");
    internal static readonly DiagnosticCode BadDistribution = Error("SS0311", "A distribution cannot be read");
    internal static readonly DiagnosticCode BadCondition = Error("SS0312", "A condition cannot be read");
    internal static readonly DiagnosticCode BadValue = Error("SS0313", "A value cannot be read");

    internal static readonly DiagnosticCode Thousands = Warning("SS0314", "Three decimals that may be meant as thousands");

    internal static readonly DiagnosticCode Model = Error("SS0401", "The parts of the scenario do not fit together");

    internal static readonly DiagnosticCode Missing = Error("SS0402", "Something is missing that another part of the scenario needs");
    internal static readonly DiagnosticCode Idle = Error("SS0403", "Something is said where it can do nothing");
    internal static readonly DiagnosticCode WrongKind = Error("SS0404", "Something is named that is of another kind than is needed");
    internal static readonly DiagnosticCode DoesNotFit = Error("SS0405", "What is to be carried or stored finds no way or no room");
    internal static readonly DiagnosticCode WrongTime = Error("SS0406", "A moment lies outside of the run, or out of order");
    internal static readonly DiagnosticCode Twice = Error("SS0407", "The same is said twice, or two things where one is meant");

    internal static readonly DiagnosticCode Caution = Warning("SS0409", "It can be run and is probably not meant");

    internal static readonly DiagnosticCode Shortfall = Warning("SS0410", "More is asked for than can be carried");

    internal static readonly DiagnosticCode UnknownParameter =
        Error("SS0501", "A parameter is used that does not exist");
    internal static readonly DiagnosticCode BadSetting = Error("SS0502", "A setting is not of the form KEY=VALUE");
    internal static readonly DiagnosticCode UnknownPath =
        Error("SS0503", "A setting names something that does not exist");
    internal static readonly DiagnosticCode TooManyAlternatives =
        Error("SS0504", "The alternatives are too many for the size of the scenario");

    internal static readonly DiagnosticCode Overridden = Warning("SS0505",
        "A setting of the command line does not count in an alternative");

    internal static readonly DiagnosticCode Outside =
        Error("SS0601", "A file is named that does not lie in the scenario's folder");
    internal static readonly DiagnosticCode IncludedTwice = Error("SS0602", "A file is included twice");
    internal static readonly DiagnosticCode BadTable = Error("SS0603", "A table cannot be read");
    internal static readonly DiagnosticCode TooManyRows = Error("SS0604", "The tables or included files are too many or too large");

    /// <summary>All codes, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = Table.ToImmutable();

    private static DiagnosticCode Error(string id, string title) => Add(new(id, Severity.Error, title));

    private static DiagnosticCode Warning(string id, string title) => Add(new(id, Severity.Warning, title));

    private static DiagnosticCode Add(DiagnosticCode code)
    {
        Table.Add(code);
        return code;
    }
}
