package org.cotejo.folder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Texts;
import org.cotejo.base.Where;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.RegisterWalk;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryWriter;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.entry.ListingBytes;
import org.cotejo.entry.SheetBytes;
import org.cotejo.sheet.SignedSheet;

/**
 * One delivery of a custodian on its way into a folder: lets the definition grow by what the delivery brings where nobody
 * stated one, lists places and stations that are new, and writes the figures of each station. It refuses a station that
 * stands twice. The caller owns the {@link FolderWriter} and commits it. Not safe for use by several threads.
 */
public final class Delivery {
    /**
     * What a delivery brought.
     *
     * @param rows stations with figures
     * @param newStations stations that were listed for the first time
     * @param quarantined stations that the imported register does not know
     * @param restoredCodes codes whose lost leading zeros were restored from the register
     */
    public record Summary(SourceId source, int rows, int newStations, int quarantined, int restoredCodes) {}

    private static final int AS_GIVEN = -1;
    private static final int UNSEEN = -1;

    private final FolderWriter writer;
    private final Frame frame;
    private final int figures;
    private final SourceId source;
    private final byte[] custodian;
    private final byte[] sourceBytes;
    private final int sourceIndex;
    private final CanonicalWriter single = new CanonicalWriter();
    private final RegisterWalk walk = new RegisterWalk();
    private final BitSet seen = new BitSet();
    private final Set<String> seenUnknown = new HashSet<>();
    private int rows;
    private int newStations;
    private int restoredCodes;

    private Delivery(FolderWriter writer, Frame frame, SourceId source, int figures) {
        this.figures = figures;
        this.writer = writer;
        this.frame = frame;
        this.source = source;
        this.sourceIndex = frame.sourceIndex(source);
        this.custodian = source.custodian().value().getBytes(StandardCharsets.UTF_8);
        FiguresBytes.writeSource(single, custodian, source.number());
        this.sourceBytes = single.toBytes();
    }

    /**
     * Opens the source in the folder, after the definition has grown by its custodian, side, contest and candidates as far as
     * needed; {@code frame} is the folder's and grows along.
     */
    public static Delivery begin(FolderWriter writer, Frame frame, DeliveryTerms terms, Where where) {
        ElectionDefinition before = frame.definition().orElse(null);
        ElectionDefinition grown = DefinitionGrowth.grown(before, terms, where);
        if (before == null || !isSame(before, grown)) {
            add(writer, frame, new Entry.DefinitionStated(grown));
        }
        SourceId source = frame.nextSource(terms.custodian());
        add(
                writer,
                frame,
                new Entry.SourceOpened(new Source(
                        source,
                        terms.kind(),
                        DefinitionGrowth.contestOf(grown, terms, where).id(),
                        terms.provenance(),
                        terms.figures(),
                        terms.publishedAt(),
                        terms.isPart(),
                        terms.file())));
        return new Delivery(writer, frame, source, terms.figures().size());
    }

    /** Whether both are stated by the same bytes. */
    private static boolean isSame(ElectionDefinition a, ElectionDefinition b) {
        return Arrays.equals(
                EntryWriter.bytes(new Entry.DefinitionStated(a)), EntryWriter.bytes(new Entry.DefinitionStated(b)));
    }

    /** Goes on with a source that was opened before, as where a log is taken that ended amid a delivery when it was taken first. */
    public static Delivery resume(FolderWriter writer, Frame frame, SourceId source) {
        Source opened = frame.sources().get(frame.sourceIndex(source));
        return new Delivery(writer, frame, source, opened.figures().size());
    }

    /** What the source is called in the folder. */
    public SourceId source() {
        return source;
    }

    /** The number of the place with these names from the widest inward, listed if it is new; empty names are passed over. */
    public int place(List<String> names, Where where) {
        int place = PlaceTree.COUNTRY;
        for (String raw : names) {
            String name = Texts.tidy(raw);
            if (name.isEmpty()) {
                continue;
            }
            if (name.length() > Names.NAME_MOST || !Texts.isClean(name)) {
                throw DeliveryProblem.PLACE.at(where, name);
            }
            int inner = frame.places().find(place, name);
            if (inner < 0) {
                inner = frame.places().size();
                add(writer, frame, new Entry.PlaceListed(inner, place, name));
            }
            place = inner;
        }
        return place;
    }

    /** Adds rows that were made ready, in their order; {@code file} is what the user calls it, lines are those of the rows. */
    public void add(DeliveryRows ready, String file) {
        int[] placeNumbers = new int[ready.placeNames().size()];
        Arrays.fill(placeNumbers, UNSEEN);
        byte[] bytes = ready.bytes().array();
        for (int row = 0; row < ready.size(); row++) {
            int named = ready.place(row);
            if (named >= 0 && placeNumbers[named] == UNSEEN) {
                placeNumbers[named] = place(ready.placeNames().get(named), new Where(file, ready.line(row), ""));
            }
            int place = named < 0 ? PlaceTree.COUNTRY : placeNumbers[named];
            int codeAt = ready.codeAt(row);
            int restored = admit(bytes, codeAt, ready.codeLength(row), place, file, ready.line(row));
            write(bytes, ready.start(row), ready.end(row), codeAt, ready.codeLength(row), restored);
        }
    }

    /** As {@link #station(byte[], int, int, int, StationFigures.Paper, StationFigures.Way, int[], Where)}, with the code as text. */
    public void station(
            String code, int place, StationFigures.Paper paper, StationFigures.Way way, int[] cells, Where where) {
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        station(bytes, 0, bytes.length, place, paper, way, cells, where);
    }

    /**
     * Adds the figures of one station.
     *
     * @param code UTF-8 bytes of the station's code at {@code offset}
     * @param place from {@link #place}; {@link PlaceTree#COUNTRY} where the delivery gives no places
     * @param cells in the order of the figures, packed as {@link org.cotejo.tally.Cells} says
     * @param where the row, for a refusal
     */
    public void station(
            byte[] code,
            int offset,
            int length,
            int place,
            StationFigures.Paper paper,
            StationFigures.Way way,
            int[] cells,
            Where where) {
        int restored = admit(code, offset, length, place, where.file(), where.line());
        FiguresBytes.writeStation(single.reset(), paper, way, code, offset, length, cells, figures);
        write(single.array(), 0, single.size(), FiguresBytes.codeOffset(length), length, restored);
    }

    /** Adds a signed sheet for the station that it names, whose figures are those of this delivery. */
    public void sheet(SignedSheet sheet, StationFigures.Way way, Where where) {
        byte[] code = sheet.sheet().station().value().getBytes(StandardCharsets.UTF_8);
        byte[] signed = sheet.signed();
        sheet(code, way, signed, signed.length, sheet.signature(), where);
    }

    /**
     * Adds a signed sheet by its bytes. A code that lost zeros is not restored: the sheet was signed with the code that stands in
     * it.
     *
     * @param code UTF-8 bytes of the code of the station that it is delivered for
     */
    public void sheet(
            byte[] code, StationFigures.Way way, byte[] signed, int signedLength, byte[] signature, Where where) {
        int station = walk.find(frame.register(), code, 0, code.length);
        if (station < 0 && !frame.isRegisterImported()) {
            station = admitUnknown(code, 0, code.length, PlaceTree.COUNTRY, where);
        }
        if (station >= 0 ? seen.get(station) : !seenUnknown.add(new String(code, StandardCharsets.UTF_8))) {
            throw DeliveryProblem.TWICE.at(where, new String(code, StandardCharsets.UTF_8));
        }
        if (station >= 0) {
            seen.set(station);
        }
        rows++;
        CanonicalWriter entry = writer.begin();
        SheetBytes.writeSource(entry, custodian, source.number());
        SheetBytes.writeStation(entry, way, code, figures, signed, signedLength, signature);
        writer.end();
    }

    /** Whether a station stands in this delivery already, which takes each one once. */
    public boolean has(String code) {
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        int station = walk.find(frame.register(), bytes, 0, bytes.length);
        return station >= 0 ? seen.get(station) : seenUnknown.contains(code);
    }

    /**
     * Marks the station as seen, after listing it if it is new; refuses one that stands twice. Returns the station whose code is
     * to be written instead of the given one, which lost leading zeros, or {@link #AS_GIVEN}.
     */
    private int admit(byte[] code, int offset, int length, int place, String file, long line) {
        int station = walk.find(frame.register(), code, offset, length);
        int restored = AS_GIVEN;
        if (station < 0) {
            station = admitUnknown(code, offset, length, place, new Where(file, line, ""));
            if (station < 0) {
                return AS_GIVEN;
            }
            boolean isAsGiven = !frame.isRegisterImported() || frame.register().isCode(station, code, offset, length);
            restored = isAsGiven ? AS_GIVEN : station;
        }
        if (seen.get(station)) {
            throw DeliveryProblem.TWICE.at(
                    new Where(file, line, ""), frame.register().codeText(station));
        }
        seen.set(station);
        if (place != PlaceTree.COUNTRY && place != frame.register().place(station)) {
            byte[] listed = frame.register().codeText(station).getBytes(StandardCharsets.UTF_8);
            list(listed, 0, listed.length, place);
        }
        return restored;
    }

    /** The station that a code stands for which the register does not have as it is, or -1 if it stays unknown. */
    private int admitUnknown(byte[] code, int offset, int length, int place, Where where) {
        if (!Names.isPlainId(code, offset, length)) {
            checkCode(code, offset, length, where);
        }
        if (!frame.isRegisterImported()) {
            newStations++;
            list(code, offset, length, place);
            walk.listed(frame.register().size() - 1);
            return frame.register().size() - 1;
        }
        String text = new String(code, offset, length, StandardCharsets.UTF_8);
        int restored = frame.register().findWithoutZeros(new StationCode(text));
        if (restored == Register.AMBIGUOUS) {
            throw DeliveryProblem.AMBIGUOUS.at(where, text);
        }
        if (restored >= 0) {
            restoredCodes++;
        } else if (!seenUnknown.add(text)) {
            throw DeliveryProblem.TWICE.at(where, text);
        }
        return restored;
    }

    /** Refuses a code that no station can have. */
    private static void checkCode(byte[] code, int offset, int length, Where where) {
        String text = new String(code, offset, length, StandardCharsets.UTF_8);
        String fault = isText(text, code, offset, length) ? Names.idFault(text) : "it is not UTF-8";
        if (!fault.isEmpty()) {
            throw DeliveryProblem.STATION.at(where, text, fault);
        }
    }

    /** Whether the bytes are the text's; bytes that are not UTF-8 were replaced in it, and nobody could read them back. */
    private static boolean isText(String text, byte[] code, int offset, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(bytes, 0, bytes.length, code, offset, offset + length);
    }

    private void list(byte[] code, int offset, int length, int place) {
        ListingBytes.write(writer.begin(), custodian, source.number(), code, offset, length, place, Register.UNKNOWN);
        writer.end();
        frame.list(sourceIndex, code, offset, length, place, Register.UNKNOWN);
    }

    private void write(byte[] bytes, int start, int end, int codeAt, int codeLength, int restored) {
        rows++;
        if (restored == AS_GIVEN) {
            writer.append(sourceBytes, bytes, start, end - start);
            return;
        }
        byte[] code = frame.register().codeText(restored).getBytes(StandardCharsets.UTF_8);
        int afterCode = codeAt + codeLength;
        writer.begin()
                .raw(sourceBytes, 0, sourceBytes.length)
                .raw(bytes, start, FiguresBytes.BEFORE_CODE)
                .bytes(code)
                .raw(bytes, afterCode, end - afterCode);
        writer.end();
    }

    private static void add(FolderWriter writer, Frame frame, Entry entry) {
        frame.apply(entry);
        writer.append(entry);
    }

    /** What came in; refuses a delivery without a station. */
    public Summary finish(Where where) {
        if (rows == 0) {
            throw DeliveryProblem.EMPTY.at(where);
        }
        return new Summary(source, rows, newStations, seenUnknown.size(), restoredCodes);
    }
}
