package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.reconcile.CopyView;
import org.cotejo.reconcile.Standing;
import org.cotejo.reconcile.StationState;
import org.cotejo.reconcile.StationView;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;

/** One station of a page: its state, every copy beside every other and the announced result, and what is on record. */
final class StationCard {
    private static final int HASH_SHOWN = 12;

    /** More who say the same are counted, not named. */
    private static final int NAMES_MOST = 2;

    private static final List<Figure.Count> COUNTS = List.of(
            Figure.Count.NULL,
            Figure.Count.BLANK,
            Figure.Count.VALID,
            Figure.Count.REGISTERED,
            Figure.Count.VOTERS,
            Figure.Count.BALLOTS);

    private final Race race;
    private final StationView view;
    private final List<CopyView> copies;
    private final List<Integer> slots;

    StationCard(Race race, StationView view) {
        this.race = race;
        this.view = view;
        this.copies = view.copies();
        this.slots = slots(race, copies);
    }

    /** The figures that any copy carries; candidates always. */
    private static List<Integer> slots(Race race, List<CopyView> copies) {
        List<Integer> slots = new ArrayList<>(race.byVotes());
        int candidates = slots.size();
        for (int slot = candidates; slot < candidates + COUNTS.size(); slot++) {
            int figure = slot;
            if (copies.stream().anyMatch(copy -> copy.packed().get(figure) != CopyView.NOT_CARRIED)) {
                slots.add(slot);
            }
        }
        return slots;
    }

    String code() {
        return view.code().value();
    }

    String anchor() {
        return Address.anchor(code());
    }

    String link() {
        return "#" + Address.encoded(anchor());
    }

    StationState state() {
        return view.state();
    }

    /** Voters of its register; {@link Words#NONE} if nobody knows them. */
    String registered(Words words) {
        return view.registered() == Register.UNKNOWN ? Words.NONE : words.number(view.registered());
    }

    /** Votes of a candidate as far as the copies agree; {@link Words#NONE} if the station is not known. */
    String votes(Words words, int candidate) {
        return race.result().isCarried(view.station(), candidate)
                ? words.number(race.result().votes(view.station(), candidate))
                : Words.NONE;
    }

    int contradictions() {
        return (int) view.findings().stream()
                .filter(finding -> finding.kind().weight() == org.cotejo.base.Weight.CONTRADICTION)
                .count();
    }

    /** Whether it was listed before the definition was frozen. */
    boolean isInCommittedDefinition() {
        return view.isInCommittedDefinition();
    }

    /** Whether any copy is a signed sheet, so that the table says of each what checking it gave. */
    boolean hasSigned() {
        return copies.stream().anyMatch(copy -> copy.signature() != SignatureVerdict.UNSIGNED);
    }

    /** What checking the signature of a copy gave, and which machine it names. */
    String signature(Words words, CopyView copy) {
        String verdict = words.in(copy.signature().sentence());
        return copy.machine() == null
                ? verdict
                : words.say("copy.machine", copy.machine().value(), verdict);
    }

    /** Colour of what checking gave: proven, refuted, or could not be checked. */
    String signatureStyle(CopyView copy) {
        return switch (copy.signature()) {
            case PROVEN -> "v-proven";
            case FALSE, OTHER_STATION, OTHER_ELECTION -> "v-refuted";
            case LATE_KEY, UNCHECKED -> "v-unchecked";
            case UNSIGNED -> "v-none";
        };
    }

    List<CopyView> copies() {
        return copies;
    }

    boolean isAnnounced(CopyView copy) {
        return copy.standing() == Standing.ANNOUNCED || copy.standing() == Standing.OTHER_ANNOUNCER;
    }

    /** Whether it takes part in the verdict. */
    boolean decides(CopyView copy) {
        return copy.standing() == Standing.ANNOUNCED || copy.standing() == Standing.COUNTS;
    }

    String side(CopyView copy) {
        return race.election().sideName(copy.custodian().side());
    }

    /** How the announced figures came in, where somebody says so; which paper, where it is not the final sheet. */
    String remark(Words words, CopyView copy) {
        if (copy.paper() == StationFigures.Paper.OPENING_REPORT) {
            return words.say("paper.OPENING_REPORT");
        }
        return copy.way() == StationFigures.Way.UNSTATED
                ? ""
                : words.say("way." + copy.way().name());
    }

    String hash(CopyView copy) {
        return shortened(copy.source().file());
    }

    static String shortened(Hash hash) {
        return hash.toString().substring(0, HASH_SHOWN);
    }

    /** The figures to show as rows: candidates by votes, then the counts. */
    List<Integer> slots() {
        return slots;
    }

    String label(Words words, int slot) {
        int count = slot - race.byVotes().size();
        return count < 0
                ? race.name(slot)
                : words.say("figure." + COUNTS.get(count).name());
    }

    boolean isCandidate(int slot) {
        return slot < race.byVotes().size();
    }

    /** What stands in the cell: a number, or a word for a cell that is empty, illegible or not carried. */
    String cell(Words words, CopyView copy, int slot) {
        int packed = copy.packed().get(slot);
        return switch (packed) {
            case CopyView.NOT_CARRIED -> "";
            case Cells.BLANK -> words.say("cell.blank");
            case Cells.ILLEGIBLE -> words.say("cell.illegible");
            default -> words.number(packed);
        };
    }

    boolean differs(CopyView copy, int slot) {
        return copy.differs().get(slot);
    }

    /** Whether fewer of the copies that take part say this than say otherwise: where to look first, never a verdict. */
    boolean isOfFew(CopyView copy, int slot) {
        int own = copy.packed().get(slot);
        int same = 0;
        int other = 0;
        for (CopyView each : copies) {
            int cell = each.packed().get(slot);
            if (decides(each) && cell >= 0) {
                same += cell == own ? 1 : 0;
                other += cell == own ? 0 : 1;
            }
        }
        return same <= other;
    }

    /** Each figure in which the copies that take part differ, with who says what: the table's marks in words. */
    List<String> differences(Words words) {
        List<String> lines = new ArrayList<>();
        for (int slot : slots) {
            Map<Integer, List<String>> sayers = new TreeMap<>();
            for (CopyView copy : copies) {
                int cell = copy.packed().get(slot);
                if (decides(copy) && cell >= 0) {
                    sayers.computeIfAbsent(cell, _ -> new ArrayList<>())
                            .add(copy.custodian().name());
                }
            }
            boolean isOfVotes = slot <= race.byVotes().size() + 1;
            if (sayers.size() > 1 && isOfVotes) {
                List<String> parts = new ArrayList<>();
                sayers.forEach((cell, names) -> parts.add(words.say("difference.value", cell, names(words, names))));
                lines.add(words.say("difference.line", label(words, slot), String.join(" ≠ ", parts)));
            }
        }
        return lines;
    }

    private static String names(Words words, List<String> names) {
        return names.size() <= NAMES_MOST ? String.join(", ", names) : words.count("difference.copies", names.size());
    }

    List<Finding> findings() {
        return view.findings();
    }

    RecordLines records() {
        return new RecordLines(race.election(), view.station());
    }
}
