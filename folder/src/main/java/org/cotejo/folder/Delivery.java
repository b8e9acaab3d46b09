package org.cotejo.folder;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Texts;
import org.cotejo.base.Where;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.FiguresBytes;

/**
 * One delivery of a custodian on its way into a folder: lets the definition grow by what the delivery brings where nobody
 * stated one, lists places and stations that are new, and writes the figures of each station. It refuses a station that
 * stands twice. The caller owns the {@link FolderWriter} and commits it. Not safe for use by several threads.
 */
public final class Delivery {
    private final FolderWriter writer;
    private final Frame frame;
    private final DeliveryTerms terms;
    private final SourceId source;
    private final byte[] custodian;
    private final BitSet seen = new BitSet();
    private final Set<String> seenUnknown = new HashSet<>();
    private int rows;
    private int newStations;
    private int restoredCodes;

    private Delivery(FolderWriter writer, Frame frame, DeliveryTerms terms) {
        this.writer = writer;
        this.frame = frame;
        this.terms = terms;
        this.source = frame.nextSource(terms.custodian());
        this.custodian = terms.custodian().value().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Opens the source in the folder, after the definition has grown by its custodian, side, contest and candidates as far as
     * needed; {@code frame} is the folder's and grows along.
     */
    public static Delivery begin(FolderWriter writer, Frame frame, DeliveryTerms terms, Where where) {
        ElectionDefinition grown = DefinitionGrowth.grown(frame.definition().orElse(null), terms, where);
        Delivery delivery = new Delivery(writer, frame, terms);
        if (!frame.definition().equals(java.util.Optional.of(grown))) {
            delivery.add(new Entry.DefinitionStated(grown));
        }
        delivery.add(new Entry.SourceOpened(new Source(
                delivery.source,
                terms.kind(),
                DefinitionGrowth.contestOf(grown, terms, where).id(),
                terms.provenance(),
                terms.figures(),
                terms.publishedAt(),
                terms.isPart(),
                terms.file())));
        return delivery;
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
                add(new Entry.PlaceListed(inner, place, name));
            }
            place = inner;
        }
        return place;
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
        int station = find(code, offset, length);
        if (station < 0) {
            unknown(new String(code, offset, length, StandardCharsets.UTF_8), place, paper, way, cells, where);
            return;
        }
        if (seen.get(station)) {
            throw DeliveryProblem.TWICE.at(where, frame.register().codeText(station));
        }
        seen.set(station);
        if (place != PlaceTree.COUNTRY && place != frame.register().place(station)) {
            add(new Entry.StationListed(source, frame.register().code(station), place, Register.UNKNOWN));
        }
        write(code, offset, length, paper, way, cells);
    }

    /** Most files list the stations in the same order, so the next index is tried before the table. */
    private int find(byte[] code, int offset, int length) {
        int next = seen.length();
        return frame.register().isCode(next, code, offset, length)
                ? next
                : frame.register().find(code, offset, length);
    }

    private void unknown(
            String text,
            int place,
            StationFigures.Paper paper,
            StationFigures.Way way,
            int[] cells,
            Where where) {
        String fault = Names.idFault(text);
        if (!fault.isEmpty()) {
            throw DeliveryProblem.STATION.at(where, text, fault);
        }
        StationCode code = new StationCode(text);
        if (frame.isRegisterImported()) {
            int restored = frame.register().findWithoutZeros(code);
            if (restored == -2) {
                throw DeliveryProblem.AMBIGUOUS.at(where, text);
            }
            if (restored >= 0) {
                restoredCodes++;
                station(frame.register().codeText(restored), place, paper, way, cells, where);
                return;
            }
            if (!seenUnknown.add(text)) {
                throw DeliveryProblem.TWICE.at(where, text);
            }
        } else {
            seen.set(frame.register().size());
            add(new Entry.StationListed(source, code, place, Register.UNKNOWN));
            newStations++;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length, paper, way, cells);
    }

    private void write(
            byte[] code, int offset, int length, StationFigures.Paper paper, StationFigures.Way way, int[] cells) {
        FiguresBytes.write(
                writer.begin(),
                custodian,
                source.number(),
                paper,
                way,
                code,
                offset,
                length,
                cells,
                terms.figures().size());
        writer.end();
        rows++;
    }

    private void add(Entry entry) {
        frame.apply(entry);
        writer.append(entry);
    }

    /** What came in; refuses a delivery without a station. */
    public DeliverySummary finish(Where where) {
        if (rows == 0) {
            throw DeliveryProblem.EMPTY.at(where);
        }
        return new DeliverySummary(source, rows, newStations, seenUnknown.size(), restoredCodes);
    }
}
