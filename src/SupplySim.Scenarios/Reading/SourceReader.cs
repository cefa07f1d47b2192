using SupplySim.Scenarios.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupplySim.Scenarios.Reading;

/// <summary>Reads the strict subset of YAML into a tree of nodes with places. The only class that knows
/// YamlDotNet.</summary>
/// <remarks>
/// Only the scanner of the package is used: its document classes recurse without bound and die on hostile files.
/// Refused, each at its place: anchors, aliases, tags, merge keys, duplicate keys, keys that are no text, several
/// documents, tabs as indentation, what goes beyond <see cref="Limits"/>. JSON with comments is read as well, since
/// YAML holds nearly all of it. Whatever the scanner throws becomes a diagnostic at the last place it understood.
/// O(length of the text).
/// </remarks>
internal sealed class SourceReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;
    private readonly Stack<MappingOrList> _open = [];
    private int _lastGood;
    private int _nodes;

    private SourceReader(SourceText source, string readable, DiagnosticBag diagnostics)
    {
        (_source, _diagnostics) = (source, diagnostics);
        _parser = new Parser(new Scanner(new StringReader(readable), skipComments: true));
    }

    /// <summary>The keys of a file and how many values it holds; null where it cannot be read, which is then
    /// reported.</summary>
    public static (MappingNode Root, int Nodes)? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var readable = JsonComments.IsJson(source.Text)
            ? new SourceText(source.Name, JsonComments.Blank(source.Text))
            : source;
        if (!CharacterScan.Passes(readable, diagnostics)) return null;
        var reader = new SourceReader(source, readable.Text, diagnostics);
        switch (reader.ReadDocument())
        {
            case MappingNode root: return (root, reader._nodes);
            case { } other when other is not BrokenNode:
                diagnostics.Add(DiagnosticCodes.WrongShape, other.Span,
                    $"a scenario is a block of keys, not {other.Shape}");
                break;
            case null when !diagnostics.HasErrors:
                diagnostics.Add(DiagnosticCodes.Empty, source.Name, "there is no scenario in this file");
                break;
        }
        return null;
    }

    /// <summary>The value that begins at an offset of a text, such as the right side of <c>KEY=VALUE</c>; null where it
    /// cannot be read, which is then reported.</summary>
    public static Node? ReadValue(SourceText source, int offset, DiagnosticBag diagnostics)
    {
        if (!CharacterScan.Passes(source, diagnostics)) return null;
        return new SourceReader(source, new string(' ', offset) + source.Text[offset..], diagnostics).ReadDocument();
    }

    private Node? ReadDocument()
    {
        try
        {
            Node? root = null;
            while (Next() is not StreamEnd)
            {
                if (_parser.Current is not DocumentStart start) continue;
                if (root is not null)
                    throw new UnreadableException(DiagnosticCodes.SeveralDocuments, SpanOf(start),
                        "a second document begins here", "put one scenario in one file");
                Next();
                root = Build();
            }
            return root;
        }
        catch (UnreadableException unreadable)
        {
            unreadable.ReportTo(_diagnostics);
            return null;
        }
    }

    private Node Build()
    {
        if (++_nodes > Limits.Nodes)
            throw new UnreadableException(DiagnosticCodes.TooManyNodes, SpanOf(_parser.Current!),
                $"more than {Limits.Nodes} values; a scenario file may not hold more");
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            _diagnostics.Add(DiagnosticCodes.Anchor, SpanOf(anchored), "anchors (`&`) are not part of the language",
                "repeat the value, or use a parameter: `${name}`");
        if (_parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
            _diagnostics.Add(DiagnosticCodes.Tag, SpanOf(tagged), "tags (`!`) are not part of the language",
                "put text that begins with `!` in quotes");
        return _parser.Current switch
        {
            AnchorAlias alias => Refuse(alias),
            Scalar scalar => BuildScalar(scalar),
            SequenceStart start => Nested(start, start.Style == SequenceStyle.Flow, BuildSequence),
            MappingStart start => Nested(start, start.Style == MappingStyle.Flow, BuildMapping),
            var other => throw SyntaxTraps.Unclosed(_source, (int)other!.Start.Index, OpenBracket()),
        };
    }

    private Node Nested(ParsingEvent start, bool isFlow, Func<int, bool, Node> build)
    {
        if (_open.Count == Limits.Depth)
            throw new UnreadableException(DiagnosticCodes.TooDeep, SpanOf(start),
                $"more than {Limits.Depth} brackets or blocks, one inside the other");
        _open.Push(new((int)start.Start.Index, isFlow));
        var node = build((int)start.Start.Index, isFlow);
        _open.Pop();
        return node;
    }

    private ScalarNode BuildScalar(Scalar scalar)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        if (isPlain) WarnOfHash((int)scalar.End.Index);
        return new(scalar.Value, SpanOf(scalar), isPlain);
    }

    private SequenceNode BuildSequence(int start, bool isFlow)
    {
        var items = new List<Node>();
        var cut = new CutValue();
        while (Next() is not SequenceEnd)
        {
            var item = Build();
            if (cut.IsInside) cut.Swallow(item);
            else items.Add(isFlow && cut.Begins(item, null, _diagnostics) ? new BrokenNode(item.Span) : item);
        }
        return new(items, Whole(start, isFlow));
    }

    private MappingNode BuildMapping(int start, bool isFlow)
    {
        var entries = new List<Entry>();
        var first = new Dictionary<string, Span>(StringComparer.Ordinal);
        var cut = new CutValue();
        while (Next() is not MappingEnd)
        {
            var key = Build();
            Next();
            var value = Build();
            if (cut.IsInside)
            {
                cut.Swallow(key);
                if (cut.IsInside) cut.Swallow(value);
            }
            else if (IsUsable(key, first) is { } usable)
                entries.Add(new(usable, isFlow && cut.Begins(value, usable, _diagnostics)
                    ? new BrokenNode(value.Span)
                    : value));
        }
        return new(entries, Whole(start, isFlow)) { IsCut = cut.IsInside };
    }

    /// <summary>The key where it is one that can be used; what speaks against it is reported.</summary>
    private ScalarNode? IsUsable(Node key, Dictionary<string, Span> first)
    {
        if (key is BrokenNode) return null;
        if (key is not ScalarNode { IsEmpty: false } scalar)
            _diagnostics.Add(DiagnosticCodes.KeyNotText, key.Span, "a key is a word, such as `places`");
        else if (scalar is { IsPlain: true, Text: "<<" })
            _diagnostics.Add(DiagnosticCodes.MergeKey, key.Span, "merge keys (`<<`) are not part of the language",
                "repeat the keys");
        else if (!first.TryAdd(scalar.Text, key.Span))
            _diagnostics.Add(DiagnosticCodes.DuplicateKey, key.Span, $"`{scalar.Text}` stands twice here",
                "keep one of the two", $"the first is in line {first[scalar.Text].Place.Line}");
        else return scalar;
        return null;
    }

    private BrokenNode Refuse(AnchorAlias alias)
    {
        _diagnostics.Add(DiagnosticCodes.Anchor, SpanOf(alias), "aliases (`*`) are not part of the language",
            "put text that begins with `*` in quotes; to use a value twice, use a parameter: `${name}`");
        return new(SpanOf(alias));
    }

    /// <summary><c>Route #47</c> is silently <c>Route</c>: a ` #` begins a comment, which people begin with a
    /// space.</summary>
    private void WarnOfHash(int end)
    {
        var text = _source.Text;
        var hash = end;
        while (hash < text.Length && text[hash] == ' ') hash++;
        if (hash == end || hash + 1 >= text.Length || text[hash] != '#' || !char.IsLetterOrDigit(text[hash + 1]))
            return;
        _diagnostics.Add(DiagnosticCodes.HashEndsValue,
            new Span(_source, hash, _source.EndOfLine(_source.LineAt(hash))),
            "the value ends here: ` #` begins a comment",
            "put the value in quotes, or write `# ` with a space where a comment is meant");
    }

    private ParsingEvent Next()
    {
        try
        {
            if (!_parser.MoveNext()) throw SyntaxTraps.Unclosed(_source, _lastGood, OpenBracket());
        }
        catch (YamlException e)
        {
            throw SyntaxTraps.Explain(_source, (int)e.Start.Index, (int)e.End.Index, e.Message, OpenBracket());
        }
        catch (Exception e) when (e is not (UnreadableException or OutOfMemoryException))
        {
            throw SyntaxTraps.Unclosed(_source, _lastGood, OpenBracket());
        }
        var current = _parser.Current!;
        _lastGood = (int)current.End.Index;
        return current;
    }

    /// <summary>From the beginning of a list or block to its end: the closing bracket is not part of the last
    /// event.</summary>
    private Span Whole(int start, bool isFlow) => new(_source, start, _lastGood + (isFlow ? 1 : 0));

    private int? OpenBracket()
    {
        foreach (var open in _open)
            if (open.IsFlow) return open.Start;
        return null;
    }

    private Span SpanOf(ParsingEvent e) =>
        new(_source, (int)e.Start.Index, Math.Max((int)e.End.Index, (int)e.Start.Index + 1));

    /// <summary>A block or bracket that is being read.</summary>
    private readonly record struct MappingOrList(int Start, bool IsFlow);
}
