package org.cotejo.entry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.Result;
import org.cotejo.bulletin.Decision;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.SheetCursor;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries back from bytes that nobody vouches for. What it accepts, {@link EntryWriter} prints to the same bytes; all
 * else is refused with a code, in time and memory proportional to the bytes.
 */
public final class EntryReader {
    static final int ID = 240;
    private static final int TEXT = 800;

    private EntryReader() {}

    public static Result<Entry> read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    public static Result<Entry> read(byte[] bytes, int offset, int length) {
        if (length > Entry.SIZE_MOST) {
            return Result.refused(EntryProblem.TOO_LONG.with(length));
        }
        try {
            CanonicalReader from = new CanonicalReader().over(bytes, offset, length);
            int version = from.octet();
            if (version != Entry.VERSION) {
                return Result.refused(EntryProblem.VERSION.with(version));
            }
            int kind = from.octet();
            if (!Kind.isKnown(kind)) {
                return Result.refused(EntryProblem.KIND.with(kind));
            }
            if (kind == Kind.FIGURES) {
                return Result.ok(figures(bytes, offset, length));
            }
            Entry entry = kind < Kind.KEY ? body(kind, from) : newerBody(kind, from);
            from.atEnd();
            return Result.ok(entry);
        } catch (CanonicalReader.Malformed | IllegalArgumentException | DateTimeException e) {
            return Result.refused(EntryProblem.MALFORMED.with(String.valueOf(e.getMessage())));
        }
    }

    /** Whether the entry that begins here states the frame of the election, by its kind byte alone. */
    public static boolean isFrameKind(byte[] bytes, int offset, int length) {
        int kind = length > 2 ? bytes[offset + 1] : 0;
        return kind >= Kind.DEFINITION && kind <= Kind.SOURCE
                || kind == Kind.KEY
                || kind >= Kind.LOG && kind <= Kind.TAKEN
                || kind == Kind.DEFINITION_WITH_WRITE_INS;
    }

    /**
     * Whether these bytes begin an entry of which it matters where it stands among all others: one of the frame, a commitment of an audit, the
     * log of a machine, or a picture that is committed to.
     */
    public static boolean hasPlace(byte[] bytes, int offset, int length) {
        int kind = length > 2 ? bytes[offset + 1] : 0;
        return isFrameKind(bytes, offset, length)
                || kind == Kind.COMMITMENT
                || kind == Kind.MACHINE_LOG
                || kind == Kind.PICTURE;
    }

    private static Entry body(int kind, CanonicalReader from) {
        return switch (kind) {
            case Kind.DEFINITION -> new Entry.DefinitionStated(DefinitionBytes.read(from));
            case Kind.PLACE ->
                new Entry.PlaceListed(
                        from.count(Entry.PLACES_MOST, "place"),
                        from.count(Entry.PLACES_MOST, "place"),
                        from.text(TEXT));
            case Kind.STATION ->
                new Entry.StationListed(
                        sourceId(from),
                        station(from),
                        from.count(Entry.PLACES_MOST, "place"),
                        from.count(Cell.MOST + 1, "registered") - 1);
            case Kind.FROZEN -> new Entry.DefinitionFrozen(hash(from));
            case Kind.SOURCE -> new Entry.SourceOpened(source(from));
            case Kind.CORRECTION -> new Entry.CorrectionMade(correction(from));
            case Kind.SIGNATURES -> new Entry.SignaturesSeen(signatures(from));
            case Kind.INCIDENT ->
                new Entry.IncidentReported(
                        new Incident(station(from), choice(from, Incident.Kind.values()), custodian(from), time(from)));
            case Kind.DENIAL -> new Entry.DenialStated(denial(from));
            case Kind.CUSTODY -> new Entry.CustodyStepped(custody(from));
            case Kind.ROSTER ->
                new Entry.RosterPlanned(
                        new RosterPlace(station(from), custodian(from), from.octetBelow(2, "flag") == 1));
            case Kind.AUDIT -> new Entry.AuditScheduled(audit(from));
            case Kind.ANNOUNCEMENT -> new Entry.AnnouncementMade(AnnouncementBytes.read(from));
            case Kind.DECISION -> new Entry.DecisionMade(decision(from));
            default -> throw new IllegalStateException("kind " + kind + " was checked before");
        };
    }

    /** Kinds that came after the first version of the format was in use. */
    private static Entry newerBody(int kind, CanonicalReader from) {
        return switch (kind) {
            case Kind.KEY -> new Entry.StationKeyStated(key(from));
            case Kind.SHEET -> new Entry.SheetGiven(sheet(from));
            case Kind.RETRACTION ->
                new Entry.CopyRetracted(
                        new Retraction(station(from), sourceId(from), choice(from, Retraction.Reason.values())));
            case Kind.COMMITMENT ->
                new Entry.AuditCommitted(
                        new Commitment(from.text(ID), choice(from, Commitment.Kind.values()), day(from), hash(from)));
            case Kind.LOG -> new Entry.LogOpened(LogBytes.readLog(from));
            case Kind.PUBLICATION -> new Entry.PublicationMade(LogBytes.readPublication(from));
            case Kind.TAKEN -> new Entry.PublicationTaken(LogBytes.readTaken(from));
            case Kind.CERTIFICATE ->
                new Entry.CertificateGiven(new HeldCertificate(
                        custodian(from), ok(CountCertificate.read(from.text(CountCertificate.TEXT_MOST)))));
            case Kind.MACHINE_LOG -> new Entry.MachineLogGiven(MachineLogBytes.read(from));
            case Kind.PICTURE -> new Entry.PictureCommitted(PictureBytes.read(from));
            case Kind.DEFINITION_WITH_WRITE_INS -> new Entry.DefinitionStated(DefinitionBytes.readWithWriteIns(from));
            default -> throw new IllegalStateException("kind " + kind + " was checked before");
        };
    }

    private static StationKey key(CanonicalReader from) {
        StationCode station = station(from);
        MachineId machine = machine(from);
        KeyAlgorithm algorithm = choice(from, KeyAlgorithm.values());
        return new StationKey(station, machine, algorithm, enrolled(from));
    }

    /** A public key of a kind on which all verifiers agree. */
    static Ed25519Key enrolled(CanonicalReader from) {
        return ok(Ed25519Key.enrolled(from.raw(Ed25519Key.SIZE)));
    }

    private static SheetCopy sheet(CanonicalReader from) {
        SourceId source = sourceId(from);
        StationFigures.Way way = choice(from, StationFigures.Way.values());
        StationCode station = station(from);
        int figures = from.count(Source.FIGURES_MOST, "number of figures");
        byte[] signed = from.bytes(SheetCursor.TEXT_MOST);
        SignedSheet sheet = ok(SheetReader.read(signed, from.raw(SignedSheet.SIGNATURE_BYTES)));
        if (sheet.sheet().cells().size() != figures) {
            throw new CanonicalReader.Malformed("the sheet does not hold " + figures + " figures");
        }
        return new SheetCopy(source, way, station, sheet);
    }

    private static <T> T ok(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(T value) -> value;
            case Result.Refused<T>(var problem) -> throw new CanonicalReader.Malformed(problem.line("en"));
        };
    }

    private static Entry figures(byte[] bytes, int offset, int length) {
        FiguresBytes figures = new FiguresBytes().over(bytes, offset, length);
        int[] cells = new int[figures.cellCount()];
        figures.readCells(cells);
        CanonicalReader id = new CanonicalReader();
        return new Entry.FiguresGiven(new StationFigures(
                new SourceId(
                        new CustodianId(text(id, bytes, figures.custodianAt(), figures.custodianLength())),
                        figures.sourceNumber()),
                new StationCode(text(id, bytes, figures.stationAt(), figures.stationLength())),
                figures.paper(),
                figures.way(),
                Cells.ofPacked(cells, cells.length)));
    }

    /** Text whose bytes were stepped over; ids check their own characters, so only the encoding is checked here. */
    private static String text(CanonicalReader reader, byte[] bytes, int at, int length) {
        byte[] raw = reader.over(bytes, at, length).raw(length);
        String text = new String(raw, StandardCharsets.UTF_8);
        if (!java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), raw)) {
            throw new CanonicalReader.Malformed("text is not UTF-8");
        }
        return text;
    }

    private static Source source(CanonicalReader from) {
        SourceId id = sourceId(from);
        Source.Kind kind = choice(from, Source.Kind.values());
        Provenance provenance = choice(from, Provenance.values());
        boolean isPart = from.octetBelow(2, "flag") == 1;
        @Nullable Instant publishedAt = time(from);
        Hash file = hash(from);
        if (kind == Source.Kind.REGISTER) {
            return new Source(id, kind, null, provenance, List.of(), publishedAt, isPart, file);
        }
        ContestId contest = new ContestId(from.text(ID));
        List<Figure> figures = DefinitionBytes.list(from, () -> FigureBytes.read(from));
        return new Source(id, kind, contest, provenance, figures, publishedAt, isPart, file);
    }

    private static Correction correction(CanonicalReader from) {
        return new Correction(station(from), sourceId(from), sourceId(from), choice(from, Correction.Reason.values()));
    }

    private static SignatureSlots signatures(CanonicalReader from) {
        return new SignatureSlots(station(from), custodian(from), DefinitionBytes.list(from, () -> slot(from)));
    }

    private static SignatureSlot slot(CanonicalReader from) {
        SignatureSlot.Role role = choice(from, SignatureSlot.Role.values());
        String side = from.text(ID);
        return new SignatureSlot(
                role,
                side.isEmpty() ? null : new SideId(side),
                from.count(SignatureSlot.SLOTS_MOST, "slot number"),
                choice(from, SignatureSlot.State.values()));
    }

    private static Denial denial(CanonicalReader from) {
        return new Denial(
                station(from),
                choice(from, Denial.Kind.values()),
                custodian(from),
                choice(from, Denial.Form.values()),
                time(from),
                from.octetBelow(2, "flag") == 1 ? hash(from) : null);
    }

    private static CustodyEvent custody(CanonicalReader from) {
        return new CustodyEvent(
                station(from),
                choice(from, CustodyEvent.Item.values()),
                choice(from, CustodyEvent.Step.values()),
                optionalCustodian(from),
                optionalCustodian(from),
                from.text(CustodyEvent.SEAL_MOST),
                time(from));
    }

    private static AuditDue audit(CanonicalReader from) {
        String id = from.text(ID);
        String title = from.text(TEXT);
        String law = from.text(TEXT);
        LocalDate due = day(from);
        AuditDue.State state = choice(from, AuditDue.State.values());
        return new AuditDue(id, title, law, due, state, state == AuditDue.State.DONE ? day(from) : null);
    }

    private static Decision decision(CanonicalReader from) {
        String id = from.text(ID);
        String body = from.text(TEXT);
        Decision.Kind kind = choice(from, Decision.Kind.values());
        LocalDate day = day(from);
        String contest = from.text(ID);
        return new Decision(
                id,
                body,
                kind,
                day,
                contest.isEmpty() ? null : new ContestId(contest),
                DefinitionBytes.list(from, () -> station(from)));
    }

    private static <T> T choice(CanonicalReader from, T[] values) {
        return values[from.octetBelow(values.length, values[0].getClass().getSimpleName())];
    }

    static SourceId sourceId(CanonicalReader from) {
        return new SourceId(custodian(from), from.count(SourceId.NUMBER_MOST, "source number"));
    }

    static MachineId machine(CanonicalReader from) {
        return new MachineId(from.text(ID));
    }

    static StationCode station(CanonicalReader from) {
        return new StationCode(from.text(ID));
    }

    static CustodianId custodian(CanonicalReader from) {
        return new CustodianId(from.text(ID));
    }

    static @Nullable CustodianId optionalCustodian(CanonicalReader from) {
        String id = from.text(ID);
        return id.isEmpty() ? null : new CustodianId(id);
    }

    static Hash hash(CanonicalReader from) {
        return new Hash(from.raw(Hash.SIZE));
    }

    static @Nullable Instant time(CanonicalReader from) {
        long seconds = from.number();
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds - 1);
    }

    private static LocalDate day(CanonicalReader from) {
        return LocalDate.ofEpochDay(from.count(EntryWriter.DAYS_MOST, "day"));
    }
}
