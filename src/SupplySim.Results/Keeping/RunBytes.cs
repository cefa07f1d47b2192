using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SupplySim.Results.Keeping;

/// <summary>A run as bytes, and back, to the last bit: all of it but its layout, its story and its trips.</summary>
/// <remarks>Days on which a series stays as it is are written once with their number: most of a run is such
/// days. The form is 6; whoever changes it raises <see cref="ExperimentFile.Form"/>.</remarks>
internal static class RunBytes
{
    public static byte[] Of(RunResult run)
    {
        var writer = new ContentWriter();
        writer.Write(run.Events);
        writer.Write(unchecked((long)run.OutcomeFingerprint));
        writer.Write(run.IsRandom);
        writer.Write(unchecked((long)run.EventFingerprint));
        WriteNumbers(writer, run.Values);
        WriteNumbers(writer, run.Series);
        writer.WriteShort(run.Observed.Length);
        WriteNumbers(writer, run.Observed);
        WriteBooks(writer, run);
        WriteTimes(writer, run);
        writer.Write(run.Audit is not null);
        if (run.Audit is { } audit)
        {
            writer.Write(audit.Events);
            writer.Write(audit.Recounts);
            writer.WriteShort(audit.Invariants);
        }
        return writer.ToArray();
    }

    /// <exception cref="InvalidDataException">Or another: these are not the bytes of a run with this layout.</exception>
    public static RunResult Read(byte[] content, ulong seed, int replication, ResultLayout layout)
    {
        using var reader = new ContentReader(content);
        var run = new RunResult
        {
            Layout = layout,
            Seed = seed,
            Replication = replication,
            // In the order in which they were written.
            Events = reader.ReadInt64(),
            OutcomeFingerprint = reader.ReadUInt64(),
            IsRandom = reader.ReadBoolean(),
            EventFingerprint = reader.ReadUInt64(),
            Values = ReadNumbers(reader, layout.Columns.Length),
            Series = ReadNumbers(reader, layout.Series.Length * layout.Days),
            Observed = ReadNumbers(reader, reader.ReadCount()),
            Ledger = Read(reader, () => new LedgerTotal(
                reader.ReadWord(), reader.ReadShort(), reader.ReadShort(), reader.ReadShort(), reader.ReadShort(), reader.ReadShort(),
                reader.ReadShort())),
            Vehicles = Read(reader,
                () => new VehicleTotal(reader.ReadWord(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount())),
            Equipment = Read(reader, () => new EquipmentTotal(
                reader.ReadWord(), reader.ReadWord(), ReadMaybe(reader), ReadMaybe(reader), reader.ReadShort(), ReadMaybe(reader))),
            Strengths = Read(reader, () => new StrengthTotal(reader.ReadWord(), reader.ReadShort(), reader.ReadShort())),
            People = new PeopleTotal(reader.ReadShort(), reader.ReadShort(), reader.ReadShort(), reader.ReadShort(), reader.ReadShort()),
            Blamed = Read(reader, () => new BlamedWait(reader.ReadWord(), ReadTime(reader))),
            Paused = Read(reader, () => new PausedLine(reader.ReadWord(), ReadTime(reader))),
            AircraftWaits = Read(reader, () => new AircraftWait(reader.ReadWord(), ReadTime(reader))),
            HeldUp = Read(reader,
                () => new HeldUp(reader.ReadWord(), reader.ReadWord(), reader.ReadWord(), ReadTime(reader))
                {
                    Lacked = BitConverter.Int64BitsToDouble(reader.ReadInt64()),
                    Awaited = reader.ReadWord() is { Length: > 0 } fleet ? fleet : null,
                }),
            RunOuts = Read(reader, () => new RunOut(reader.ReadWord(), reader.ReadWord(), ReadTime(reader))),
            CutRations = Read(reader,
                () => new CutRations(reader.ReadWord(), ReadTime(reader), ReadTime(reader),
                    reader.ReadShort() / 1e6) { Commodity = reader.ReadWord() is { Length: > 0 } commodity ? commodity : null }),
            Audit = reader.ReadBoolean() ? new AuditReport(reader.ReadInt64(), reader.ReadInt64(), reader.ReadCount()) : null,
        };
        return reader.IsAtEnd ? run : throw new InvalidDataException("there is more than a run");
    }

    private static void WriteBooks(ContentWriter writer, RunResult run)
    {
        writer.WriteShort(run.Ledger.Length);
        foreach (var one in run.Ledger)
            Write(writer, one.Commodity, one.Initial, one.Supplied, one.Stock, one.InTransit, one.Consumed, one.Lost);
        writer.WriteShort(run.Vehicles.Length);
        foreach (var one in run.Vehicles) Write(writer, one.Fleet, one.Base, one.Moving, one.Broken, one.Lost);
        writer.WriteShort(run.Equipment.Length);
        foreach (var one in run.Equipment)
        {
            writer.Write(one.Party);
            writer.Write(one.Type);
            WriteMaybe(writer, one.Initial);
            WriteMaybe(writer, one.Present);
            writer.WriteShort(one.Lost);
            WriteMaybe(writer, one.Claimed);
        }
        writer.WriteShort(run.Strengths.Length);
        foreach (var one in run.Strengths) Write(writer, one.Party, one.Initial, one.Lost);
        foreach (var people in (ReadOnlySpan<long>)[run.People.Initial, run.People.Arrived, run.People.InCamp, run.People.Moving,
            run.People.Left]) writer.WriteShort(people);
    }

    private static void WriteTimes(ContentWriter writer, RunResult run)
    {
        writer.WriteShort(run.Blamed.Length);
        foreach (var one in run.Blamed) Write(writer, one.Disruption, one.Waited.Ticks);
        writer.WriteShort(run.Paused.Length);
        foreach (var one in run.Paused) Write(writer, one.Line, one.Paused.Ticks);
        writer.WriteShort(run.AircraftWaits.Length);
        foreach (var one in run.AircraftWaits) Write(writer, one.Cause, one.Waited.Ticks);
        writer.WriteShort(run.HeldUp.Length);
        foreach (var one in run.HeldUp)
        {
            writer.Write(one.For);
            writer.Write(one.Where);
            Write(writer, one.Cause, one.Time.Ticks);
            writer.Write(BitConverter.DoubleToInt64Bits(one.Lacked));
            writer.Write(one.Awaited ?? "");
        }
        writer.WriteShort(run.RunOuts.Length);
        foreach (var one in run.RunOuts)
        {
            writer.Write(one.Place);
            Write(writer, one.Commodity, one.After.Ticks);
        }
        writer.WriteShort(run.CutRations.Length);
        foreach (var one in run.CutRations)
        {
            Write(writer, one.Place, one.After.Ticks, one.Time.Ticks, (long)Math.Round(one.To * 1e6));
            writer.Write(one.Commodity ?? "");
        }
    }

    private static void Write(ContentWriter writer, string word, params ReadOnlySpan<long> numbers)
    {
        writer.Write(word);
        foreach (var number in numbers) writer.WriteShort(number);
    }

    // A number and how often it stands there in a row, by its bits: two numbers that are equal may differ in them.
    private static void WriteNumbers(ContentWriter writer, ImmutableArray<double> numbers)
    {
        for (var left = MemoryMarshal.Cast<double, long>(numbers.AsSpan()); left.Length > 0;)
        {
            var times = 1;
            while (times < left.Length && left[times] == left[0]) times++;
            writer.WriteShort(times);
            writer.Write(left[0]);
            left = left[times..];
        }
    }

    private static ImmutableArray<double> ReadNumbers(ContentReader reader, int count)
    {
        var numbers = new double[count];
        for (var at = 0; at < count;)
        {
            var (times, number) = (reader.ReadCount(), BitConverter.Int64BitsToDouble(reader.ReadInt64()));
            if (times < 1 || times > count - at) throw new InvalidDataException("more numbers than there are columns");
            numbers.AsSpan(at, times).Fill(number);
            at += times;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(numbers);
    }

    private static ImmutableArray<T> Read<T>(ContentReader reader, Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = reader.ReadCount(); left > 0; left--) items.Add(read());
        return items.DrainToImmutable();
    }

    private static void WriteMaybe(ContentWriter writer, long? number)
    {
        writer.Write(number is not null);
        if (number is { } there) writer.WriteShort(there);
    }

    private static long? ReadMaybe(ContentReader reader) => reader.ReadBoolean() ? reader.ReadShort() : null;

    private static TimeSpan ReadTime(ContentReader reader) => new(reader.ReadShort());
}
