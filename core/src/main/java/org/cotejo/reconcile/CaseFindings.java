package org.cotejo.reconcile;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cotejo.base.FindingCode;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Incident;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Finding;
import org.cotejo.tally.TallyRule;

/** Names what an examined case shows. What it says does not depend on the order in which the rows came in. */
final class CaseFindings {
    private static final int NEVER = -1;

    private final StationCase c;
    private final List<Finding> found;
    private final boolean announcesStations;
    /** Copies that show the same mistake show it once. */
    private final Set<Finding> broken = new HashSet<>();

    /** Of which usual station it is known that only the sums of its figures can be wrong at those like it, and which row has them. */
    private int quiet = NEVER;

    private int firstAdding = -1;

    /** {@code announcesStations}: whether the announcer of record announced results of any station of the contest. */
    CaseFindings(StationCase stationCase, List<Finding> found, boolean announcesStations) {
        this.c = stationCase;
        this.found = found;
        this.announcesStations = announcesStations;
    }

    /** Adds the findings of the case as it stands; {@code registered} is the station's register. */
    void find(int registered) {
        if (c.size == 0) {
            missing();
            return;
        }
        if (!broken.isEmpty()) {
            broken.clear();
        }
        if (c.isLikeUsual && quiet == c.usualSerial()) {
            if (firstAdding >= 0) {
                arithmetic(firstAdding, registered);
            }
            return;
        }
        int before = found.size();
        byState();
        int mistakes = 0;
        firstAdding = -1;
        int added = -1;
        for (int row = 0; row < c.size; row++) {
            byStanding(row);
            boolean adds = c.standings[row] == Standing.COUNTS
                    || c.standings[row] == Standing.ANNOUNCED
                    || c.standings[row] == Standing.ANNOUNCERS_OWN;
            // Copies that say the same show the same mistakes, and each is shown once: so the first is asked alone.
            if (adds && (added < 0 || !c.isSame(row, added))) {
                mistakes += arithmetic(row, registered);
                firstAdding = firstAdding < 0 ? row : firstAdding;
                added = row;
            }
        }
        if (c.size > 1) {
            versions();
            sameSide();
        } else if (isVersion(0) && c.sources.isSucceeded(c.rows[0])) {
            add(ReconcileFinding.VANISHED, custodian(0));
        }
        quiet = c.isLikeUsual && found.size() == before + mistakes ? c.usualSerial() : NEVER;
    }

    private void missing() {
        if (c.dossier.records(c.station).denials().isEmpty()) {
            add(ReconcileFinding.MISSING);
        }
    }

    private void byState() {
        switch (c.state) {
            case CONTRADICTED -> add(ReconcileFinding.CONTRADICTED, differences(c.announced));
            case CONFLICTING -> conflict();
            case ANNOUNCED_ONLY -> add(ReconcileFinding.ANNOUNCED_ONLY);
            case SET_ASIDE -> add(ReconcileFinding.NONE_COUNTS);
            case MISSING -> missing();
            case CONFIRMED, AGREED, ONE_SIDE -> {
                // nothing to name
            }
        }
        if (c.announced < 0 && announcesStations && c.counting > 0) {
            add(ReconcileFinding.LEFT_OUT, String.valueOf(c.sources.announcer()));
        }
        if (c.announced >= 0 && c.ways[c.announced] == StationFigures.Way.BY_HAND && isByHandOdd()) {
            add(ReconcileFinding.BY_HAND);
        }
    }

    private boolean isByHandOdd() {
        return c.state == StationState.CONTRADICTED
                || c.dossier.records(c.station).incidents().stream()
                        .anyMatch(incident -> incident.kind() == Incident.Kind.NOT_TRANSMITTED);
    }

    private void conflict() {
        Set<String> slotsBetween = new LinkedHashSet<>();
        Set<String> slotsWithin = new LinkedHashSet<>();
        Set<String> sidesWithin = new TreeSet<>();
        Set<Integer> sides = new LinkedHashSet<>();
        boolean allDiffer = true;
        for (int row = 0; row < c.size; row++) {
            if (c.standings[row] != Standing.COUNTS) {
                continue;
            }
            sides.add(c.rows[row].side());
            for (int other = 0; other < row; other++) {
                if (c.standings[other] != Standing.COUNTS) {
                    continue;
                }
                boolean isSameSide = c.rows[row].side() == c.rows[other].side();
                if (c.differ(row, other)) {
                    addDifferences(row, other, isSameSide ? slotsWithin : slotsBetween);
                    if (isSameSide) {
                        sidesWithin.add(side(row));
                    }
                } else if (!isSameSide) {
                    allDiffer = false;
                }
            }
        }
        if (!slotsBetween.isEmpty()) {
            add(ReconcileFinding.CONFLICTING_SIDES, String.join(", ", ordered(slotsBetween)));
        }
        if (!slotsWithin.isEmpty()) {
            add(
                    ReconcileFinding.CONFLICTING_WITHIN,
                    String.join(", ", sidesWithin),
                    String.join(", ", ordered(slotsWithin)));
        }
        if (allDiffer && sides.size() >= 3) {
            add(ReconcileFinding.ALL_DIFFER, Integer.toString(sides.size()));
        }
    }

    private void byStanding(int row) {
        switch (c.standings[row]) {
            case PROVENANCE -> add(ReconcileFinding.NO_PROVENANCE, custodian(row));
            case OPENING_REPORT -> add(ReconcileFinding.OPENING_REPORT, custodian(row));
            case INCOMPLETE -> add(ReconcileFinding.INCOMPLETE, custodian(row), unwritten(row));
            case ANNULLED, QUARANTINED -> {
                Decision decision = c.settingAside();
                add(ReconcileFinding.BY_DECISION, decision == null ? "" : decision.id());
            }
            case OTHER_ANNOUNCER -> otherAnnouncer(row);
            case RETRACTED -> add(ReconcileFinding.RETRACTED, custodian(row));
            case SIGNATURE_FALSE, OTHER_STATION, OTHER_ELECTION -> {
                // named where signatures are checked
            }
            case COUNTS, ANNOUNCED, ANNOUNCERS_OWN, OLDER_VERSION, CORRECTED -> {
                // nothing odd in itself
            }
        }
    }

    private void otherAnnouncer(int row) {
        Set<String> names = new LinkedHashSet<>();
        if (c.announced >= 0) {
            addDifferences(row, c.announced, names);
        }
        for (int copy = 0; copy < c.size; copy++) {
            if (c.standings[copy] == Standing.COUNTS) {
                addDifferences(row, copy, names);
            }
        }
        if (!names.isEmpty()) {
            add(ReconcileFinding.OTHER_ANNOUNCER, custodian(row), String.join(", ", ordered(names)));
        }
    }

    /** Adds what is wrong with the sums of a row and was not added before; returns how much that is. */
    private int arithmetic(int row, int registered) {
        long candidates = 0;
        long least = 0;
        for (int slot = 0; slot < c.candidates; slot++) {
            int cell = c.cell(row, slot);
            candidates = cell < 0 || candidates < 0 ? TallyRule.NONE : candidates + cell;
            least += Math.max(cell, 0);
        }
        int nullVotes = c.cell(row, c.candidates);
        int blank = c.cell(row, c.candidates + 1);
        least += Math.max(nullVotes, 0) + (long) Math.max(blank, 0);
        int own = c.cell(row, c.registeredSlot());
        TallyRule.Numbers numbers = new TallyRule.Numbers(
                candidates,
                number(c.cell(row, c.candidates + 2)),
                number(nullVotes),
                number(blank),
                own >= 0 ? own : registered == Register.UNKNOWN ? TallyRule.NONE : registered,
                number(c.cell(row, c.candidates + 4)),
                number(c.cell(row, c.candidates + 5)),
                least);
        return TallyRule.isAnyBroken(numbers) ? broken(numbers) : 0;
    }

    private int broken(TallyRule.Numbers numbers) {
        int more = 0;
        for (TallyRule rule : RULES) {
            if (rule.isBroken(numbers)) {
                Finding finding = Finding.at(rule, c.contestIndex, c.station, rule.values(numbers));
                if (broken.add(finding)) {
                    found.add(finding);
                    more++;
                }
            }
        }
        return more;
    }

    private static final TallyRule[] RULES = TallyRule.values();

    private static long number(int cell) {
        return cell < 0 ? TallyRule.NONE : cell;
    }

    private boolean isVersion(int row) {
        return c.standings[row] != Standing.PROVENANCE
                && c.standings[row] != Standing.RETRACTED
                && !c.isRefuted(row)
                && c.papers[row] == StationFigures.Paper.FINAL;
    }

    private void versions() {
        for (int row = 0; row < c.size; row++) {
            if (!isVersion(row)) {
                continue;
            }
            if (c.standings[row] == Standing.OLDER_VERSION) {
                int newest = c.newestVersion(row);
                if (c.differ(row, newest) && c.standings[newest] != Standing.RETRACTED) {
                    changed(row, newest);
                }
            } else if (c.sources.isSucceeded(c.rows[row])) {
                add(ReconcileFinding.VANISHED, custodian(row));
            }
        }
    }

    private void changed(int row, int newest) {
        boolean isOnRecord = false;
        for (Correction correction : c.dossier.records(c.station).corrections()) {
            isOnRecord |= correction.original().equals(c.rows[row].source().id());
        }
        if (isOnRecord) {
            return;
        }
        if (c.rows[row].isAnnounced()) {
            add(ReconcileFinding.REANNOUNCED, differencesBetween(row, newest));
        } else {
            add(ReconcileFinding.CHANGED, custodian(row), differencesBetween(row, newest));
        }
    }

    private void sameSide() {
        if (c.counting < 2) {
            return;
        }
        if (c.state == StationState.CONFLICTING) {
            sameSideInConflict();
        } else if (c.sidesCounting() == 1) {
            int row = 0;
            while (c.standings[row] != Standing.COUNTS) {
                row++;
            }
            add(ReconcileFinding.ONE_SIDE_TWICE, Integer.toString(c.counting), side(row));
        }
    }

    /** Groups of copies of one side that do not differ from one of them, where no copy of another side agrees with any. */
    private void sameSideInConflict() {
        Set<BitSet> groups = new LinkedHashSet<>();
        for (int row = 0; row < c.size; row++) {
            BitSet group = agreeing(row, true);
            if (group.cardinality() > 1
                    && group.stream().allMatch(member -> agreeing(member, false).isEmpty())) {
                groups.add(group);
            }
        }
        groups.forEach(group ->
                add(ReconcileFinding.ONE_SIDE_TWICE, Integer.toString(group.cardinality()), side(group.nextSetBit(0))));
    }

    /** The copies that count and do not differ from this one, of its own side or of the others; none if it does not count. */
    private BitSet agreeing(int row, boolean isOfSameSide) {
        BitSet agreeing = new BitSet();
        for (int other = 0; other < c.size && c.standings[row] == Standing.COUNTS; other++) {
            boolean isMeant = c.rows[row].side() == c.rows[other].side() == isOfSameSide;
            agreeing.set(other, isMeant && c.standings[other] == Standing.COUNTS && !c.differ(row, other));
        }
        return agreeing;
    }

    private void add(FindingCode code, String... values) {
        found.add(Finding.at(code, c.contestIndex, c.station, values));
    }

    private String custodian(int row) {
        return c.rows[row].source().id().custodian().value();
    }

    private String side(int row) {
        return c.dossier
                .definition()
                .sideOf(c.rows[row].source().id().custodian())
                .value();
    }

    private String differences(int row) {
        Set<String> names = new LinkedHashSet<>();
        for (int slot = 0; slot < c.merged.length; slot++) {
            int cell = c.cell(row, slot);
            if (cell >= 0 && c.merged[slot] >= 0 && cell != c.merged[slot]) {
                names.add(slotName(slot));
            }
        }
        return String.join(", ", names);
    }

    private String differencesBetween(int row, int other) {
        Set<String> names = new LinkedHashSet<>();
        addDifferences(row, other, names);
        return String.join(", ", names);
    }

    private void addDifferences(int row, int other, Set<String> names) {
        for (int slot = 0; slot < c.merged.length; slot++) {
            int a = c.cell(row, slot);
            int b = c.cell(other, slot);
            if (a >= 0 && b >= 0 && a != b) {
                names.add(slotName(slot));
            }
        }
    }

    private List<String> ordered(Set<String> names) {
        return java.util.stream.IntStream.range(0, c.merged.length)
                .mapToObj(this::slotName)
                .filter(names::contains)
                .toList();
    }

    private String unwritten(int row) {
        Set<String> names = new LinkedHashSet<>();
        for (int slot = 0; slot <= c.candidates + 2; slot++) {
            int cell = c.cell(row, slot);
            if (cell < 0 && cell != StationCase.NOT_CARRIED) {
                names.add(slotName(slot));
            }
        }
        return String.join(", ", names);
    }

    private String slotName(int slot) {
        return slotName(c, slot);
    }

    /** A figure as findings name it: the id of a candidate, or null, blank, valid. */
    static String slotName(StationCase c, int slot) {
        int beyond = slot - c.candidates;
        return switch (beyond) {
            case 0 -> "null";
            case 1 -> "blank";
            case 2 -> "valid";
            default -> c.contest.candidates().get(slot).id().value();
        };
    }
}
