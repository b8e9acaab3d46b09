package org.cotejo.custody;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.base.Texts;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;

/**
 * Which boxes there are, and how many ballots each can hold at most, from a source other than its own sheet (docs/formats/audit.md,
 * section 4). It lists every station of the register, whether a result was claimed for it or not.
 *
 * @param boxes in the order of their station codes as UTF-16 units, each once
 */
public record BallotManifest(List<Box> boxes) {
    private static final List<String> HEADER = List.of("station", "ballots_at_most", "basis", "place");

    /** Longest place in characters: twelve names with their separators. */
    static final int PLACE_MOST = 2_600;

    /** Where a bound comes from; never from the sheet that is audited. */
    public enum Basis {
        /** Voters registered at the station. */
        REGISTER,
        /** Voters who signed the poll book, counted by somebody else than those who made the sheet. */
        POLL_BOOK;

        /** As it stands in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The box of one station.
     *
     * @param ballotsAtMost so many ballots it can hold
     * @param place the places around it, the widest first, with {@code " / "} between them; empty if it is in none
     */
    public record Box(StationCode station, int ballotsAtMost, Basis basis, String place) {
        public Box {
            Check.that(ballotsAtMost >= 0 && ballotsAtMost <= Cell.MOST, "%d ballots", ballotsAtMost);
            Check.that(place.length() <= PLACE_MOST && Texts.isClean(place), "place '%s'", place);
        }
    }

    public BallotManifest {
        boxes = List.copyOf(boxes);
        for (int i = 1; i < boxes.size(); i++) {
            Check.that(
                    boxes.get(i - 1).station.compareTo(boxes.get(i).station) < 0,
                    "station %s is out of order",
                    boxes.get(i).station);
        }
    }

    /** A manifest of boxes in any order. */
    public static BallotManifest of(List<Box> boxes) {
        return new BallotManifest(
                boxes.stream().sorted(Comparator.comparing(Box::station)).toList());
    }

    /** The index of a station's box, or -1. */
    public int find(StationCode station) {
        return Math.max(
                -1,
                Collections.binarySearch(
                        boxes, new Box(station, 0, Basis.REGISTER, ""), Comparator.comparing(Box::station)));
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(boxes.size() * 60 + 100);
        AuditLines.row(text, HEADER);
        for (Box box : boxes) {
            AuditLines.field(text, box.station.value());
            text.append(',')
                    .append(box.ballotsAtMost)
                    .append(',')
                    .append(box.basis.key())
                    .append(',');
            AuditLines.field(text, box.place);
            text.append('\n');
        }
        return AuditLines.bytes(text);
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<BallotManifest> read(byte[] bytes) {
        return AuditLines.read(bytes, BallotManifest::parse, BallotManifest::bytes);
    }

    private static BallotManifest parse(AuditLines lines) {
        lines.line(String.join(",", HEADER));
        List<Box> boxes = new ArrayList<>();
        while (lines.hasMore()) {
            List<String> fields = lines.row(HEADER.size());
            boxes.add(new Box(
                    new StationCode(fields.getFirst()),
                    (int) AuditLines.number("ballots_at_most", fields.get(1), Cell.MOST),
                    basis(fields.get(2)),
                    fields.get(3)));
        }
        return new BallotManifest(boxes);
    }

    private static Basis basis(String key) {
        for (Basis basis : Basis.values()) {
            if (basis.key().equals(key)) {
                return basis;
            }
        }
        throw AuditLines.bad("register or poll_book", "register o poll_book");
    }
}
