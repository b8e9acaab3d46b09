package org.cotejo.sim;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;
import org.cotejo.tally.TallyRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of each lie is what the entries hold, whatever the seed and the number of copies. */
class LiesTest {
    /** Copies of each sheet, by seed. */
    private static final int[] COPIES = {1, 2, 3, 6};

    @TempDir
    private Path temp;

    /** Runs a check on countries where one lie is told, and on countries where all are. */
    private void each(Lie lie, Consumer<Told> check) {
        List<Lie> all = new ArrayList<>(Told.liesOnPaper());
        if (lie != Lie.TOTAL_WITHOUT_DETAIL) {
            all.remove(Lie.TOTAL_WITHOUT_DETAIL);
        }
        for (int seed = 0; seed < COPIES.length; seed++) {
            int stations = 60 + 20 * seed;
            check.accept(Told.of(
                    new CountryPlan(stations, COPIES[seed], seed, List.of(lie)), temp.resolve(lie + "-" + seed)));
            check.accept(
                    Told.of(new CountryPlan(stations, COPIES[seed], seed, all), temp.resolve(lie + "-all-" + seed)));
        }
    }

    private void eachStation(Lie lie, Check check) {
        each(lie, told -> {
            List<StationCode> about = told.about(lie);
            assertFalse(about.isEmpty());
            about.forEach(station -> check.at(told, station));
        });
    }

    /** A check of one station that a lie is about. */
    private interface Check {
        void at(Told told, StationCode station);
    }

    private static Told.Row copy(Told told, StationCode station, Holder holder) {
        return told.copy(station, holder).orElseThrow();
    }

    private static Told.Row announced(Told told, StationCode station) {
        return told.announced(station).getFirst();
    }

    private static void isWholeDeed(Told told, Lie lie) {
        List<Truth.Deed> deeds =
                told.truth.told().stream().filter(deed -> deed.lie() == lie).toList();
        assertEquals(List.of(new Truth.Deed(lie, null, lie.codes().getFirst())), deeds);
    }

    @Test
    void alteredTransmission() {
        eachStation(Lie.ALTERED_TRANSMISSION, (told, station) -> {
            assertNotEquals(
                    copy(told, station, Holder.FIRST).votes(),
                    announced(told, station).votes());
            assertEquals(List.of(), announced(told, station).broken());
        });
    }

    @Test
    void totalWithoutDetail() {
        each(Lie.TOTAL_WITHOUT_DETAIL, told -> {
            isWholeDeed(told, Lie.TOTAL_WITHOUT_DETAIL);
            assertTrue(told.rows.values().stream()
                    .flatMap(List::stream)
                    .allMatch(row -> row.isCopy() && !row.isBy(Holder.AUTHORITY)));
        });
    }

    @Test
    void totalsFromPercentages() {
        each(Lie.TOTALS_FROM_PERCENTAGES, told -> {
            isWholeDeed(told, Lie.TOTALS_FROM_PERCENTAGES);
            List<Long> votes = told.announcedVotes();
            long valid = votes.stream().mapToLong(Long::longValue).sum();
            assertEquals(
                    valid, told.announcement().figures().get(Ballot.CANDIDATES).count());
            for (int i = 0; i < votes.size(); i++) {
                var percentage = told.announcement().figures().get(i).percentage();
                long thousandths =
                        requireNonNull(percentage).printed().unscaledValue().longValueExact();
                assertEquals((valid * thousandths + 500) / 1_000, votes.get(i));
            }
        });
    }

    @Test
    void impossibleTotal() {
        each(Lie.IMPOSSIBLE_TOTAL, told -> {
            isWholeDeed(told, Lie.IMPOSSIBLE_TOTAL);
            Ballot ballot = Ballot.of(seed(told));
            long first = told.announcedVotes().get(ballot.first());
            assertTrue(first < told.announcedVotes().get(ballot.second()));
            long known = 0;
            for (StationCode station : told.registered.keySet()) {
                known += told.copy(station, Holder.FIRST)
                        .map(row -> row.votes().get(ballot.first()))
                        .orElse(0);
            }
            assertTrue(known > first, known + " on sheets, " + first + " announced");
        });
    }

    private static long seed(Told told) {
        return Long.parseLong(told.definition().id().substring("sim-".length()));
    }

    @Test
    void loadedByHand() {
        each(Lie.LOADED_BY_HAND, told -> {
            List<StationCode> about = told.about(Lie.LOADED_BY_HAND);
            Set<StationCode> notTransmitted = new HashSet<>();
            told.incidents.stream()
                    .filter(incident -> incident.kind() == Incident.Kind.NOT_TRANSMITTED)
                    .forEach(incident -> notTransmitted.add(incident.station()));
            assertEquals((about.size() + 1) / 2, notTransmitted.size());
            assertTrue(about.containsAll(notTransmitted));
            for (StationCode station : told.registered.keySet()) {
                boolean isByHand = announcedWay(told, station) == StationFigures.Way.BY_HAND;
                assertEquals(about.contains(station), isByHand);
            }
            about.forEach(station -> assertNotEquals(
                    copy(told, station, Holder.FIRST).votes(),
                    announced(told, station).votes()));
        });
    }

    private static StationFigures.Way announcedWay(Told told, StationCode station) {
        List<Told.Row> announced = told.announced(station);
        return announced.isEmpty()
                ? StationFigures.Way.UNSTATED
                : announced.getFirst().figures().way();
    }

    @Test
    void sheetOfAnotherTable() {
        eachStation(Lie.SHEET_OF_ANOTHER_TABLE, (told, station) -> {
            Told.Row wrong = copy(told, station, Holder.SECOND);
            assertNotEquals(copy(told, station, Holder.FIRST).votes(), wrong.votes());
            List<StationCode> same = told.registered.keySet().stream()
                    .filter(other -> told.copy(other, Holder.SECOND)
                            .filter(row ->
                                    row.figures().cells().equals(wrong.figures().cells()))
                            .isPresent())
                    .toList();
            assertEquals(2, same.size(), "the sheet and the one it was taken from");
        });
    }

    @Test
    void openingReportAsFinal() {
        eachStation(Lie.OPENING_REPORT_AS_FINAL, (told, station) -> {
            Told.Row zero = copy(told, station, Holder.SECOND);
            assertEquals(Collections.nCopies(Ballot.ANNOUNCED_FIGURES, 0), zero.votes());
            assertEquals(StationFigures.Paper.FINAL, zero.figures().paper());
            assertTrue(copy(told, station, Holder.FIRST).number(Figure.Count.VALID) > 0);
        });
    }

    @Test
    void selectiveAbsence() {
        each(Lie.SELECTIVE_ABSENCE, told -> {
            List<StationCode> about = told.about(Lie.SELECTIVE_ABSENCE);
            for (StationCode station : told.registered.keySet()) {
                assertEquals(about.contains(station), told.announced(station).isEmpty());
            }
            about.forEach(station -> assertFalse(told.copies(station).isEmpty()));
        });
    }

    @Test
    void oneSideTwice() {
        each(Lie.ONE_SIDE_TWICE, told -> {
            List<StationCode> about = told.about(Lie.ONE_SIDE_TWICE);
            assertTrue(about.size() >= 2);
            int alone = 0;
            for (StationCode station : about) {
                Told.Row one = copy(told, station, Holder.SECOND);
                assertEquals(
                        one.votes(), copy(told, station, Holder.SECOND_AGAIN).votes());
                List<Told.Row> copies = told.copies(station).stream()
                        .filter(row -> !row.isBy(Holder.LEAK))
                        .toList();
                alone += copies.size() == 2 ? 1 : 0;
                told.copy(station, Holder.FIRST).ifPresent(row -> assertNotEquals(one.votes(), row.votes()));
            }
            assertEquals((about.size() + 1) / 2, alone);
        });
    }

    @Test
    void moreVotesThanRegistered() {
        eachStation(Lie.MORE_VOTES_THAN_REGISTERED, (told, station) -> {
            for (Told.Row row : told.copies(station)) {
                if (!row.isBy(Holder.LEAK) && !row.isBy(Holder.OBSERVERS)) {
                    assertEquals(List.of(TallyRule.AT_MOST_REGISTERED), row.broken());
                    assertEquals(announced(told, station).votes(), row.votes());
                }
            }
        });
    }

    @Test
    void tripleMatch() {
        each(Lie.TRIPLE_MATCH, told -> {
            Set<String> codes = new HashSet<>();
            for (Truth.Deed deed : told.truth.told()) {
                if (deed.lie() == Lie.TRIPLE_MATCH) {
                    List<TallyRule> broken = copy(told, requireNonNull(deed.station()), Holder.FIRST)
                            .broken();
                    assertEquals(
                            List.of(deed.code()),
                            broken.stream().map(TallyRule::code).toList());
                    codes.add(deed.code());
                }
            }
            assertEquals(Set.of("TALLY-103", "TALLY-104"), codes);
        });
    }

    @Test
    void phantomStation() {
        eachStation(Lie.PHANTOM_STATION, (told, station) -> {
            assertFalse(told.registered.containsKey(station));
            assertEquals(1, told.rows(station).size());
            assertTrue(told.rows(station).getFirst().isBy(Holder.SECOND));
            assertEquals(List.of(), told.rows(station).getFirst().broken());
        });
    }

    @Test
    void rewrittenAfterCopies() {
        eachStation(Lie.REWRITTEN_AFTER_COPIES, (told, station) -> {
            List<Told.Row> versions = told.announced(station);
            assertEquals(2, versions.size());
            assertEquals(
                    copy(told, station, Holder.FIRST).votes(),
                    versions.getFirst().votes());
            assertNotEquals(versions.getFirst().votes(), versions.getLast().votes());
            Instant given =
                    requireNonNull(copy(told, station, Holder.FIRST).source().publishedAt());
            assertTrue(requireNonNull(versions.getLast().source().publishedAt()).isAfter(given));
        });
    }

    @Test
    void threeOriginalsDiffer() {
        eachStation(Lie.THREE_ORIGINALS_DIFFER, (told, station) -> {
            Set<List<Integer>> different = new HashSet<>();
            Set<String> sides = new HashSet<>();
            for (Told.Row row : told.copies(station)) {
                if (!row.isBy(Holder.LEAK)) {
                    different.add(row.votes());
                    sides.add(told.definition()
                            .sideOf(row.source().id().custodian())
                            .value());
                }
            }
            assertTrue(sides.size() >= 3);
            assertEquals(sides.size(), different.size());
        });
    }

    @Test
    void cancelledAudits() {
        each(Lie.CANCELLED_AUDITS, told -> {
            isWholeDeed(told, Lie.CANCELLED_AUDITS);
            long cancelled = told.audits.values().stream()
                    .filter(audit -> audit.state() == AuditDue.State.CANCELLED)
                    .count();
            assertEquals(3, cancelled);
        });
    }

    @Test
    void swappedCandidateMap() {
        each(Lie.SWAPPED_CANDIDATE_MAP, told -> {
            isWholeDeed(told, Lie.SWAPPED_CANDIDATE_MAP);
            Ballot ballot = Ballot.of(seed(told));
            int read = 0;
            for (StationCode station : told.registered.keySet()) {
                var observed = told.copy(station, Holder.OBSERVERS);
                var first = told.copy(station, Holder.FIRST);
                if (observed.isPresent()
                        && first.isPresent()
                        && !told.about(Lie.THREE_ORIGINALS_DIFFER).contains(station)) {
                    List<Integer> votes = new ArrayList<>(observed.get().votes());
                    Collections.swap(votes, ballot.first(), ballot.second());
                    assertEquals(first.get().votes(), votes);
                    read++;
                }
            }
            assertTrue(read > told.registered.size() * 3 / 4, "only " + read);
        });
    }

    @Test
    void unlawfulDump() {
        each(Lie.UNLAWFUL_DUMP, told -> {
            isWholeDeed(told, Lie.UNLAWFUL_DUMP);
            int leaked = 0;
            for (StationCode station : told.registered.keySet()) {
                var row = told.copy(station, Holder.LEAK);
                if (row.isPresent()) {
                    assertEquals(Provenance.UNLAWFUL, row.get().source().provenance());
                    assertFalse(told.announced(station).stream()
                            .anyMatch(a -> a.votes().equals(row.get().votes())));
                    leaked++;
                }
            }
            assertEquals((told.registered.size() + 4) / 5, leaked);
        });
    }
}
