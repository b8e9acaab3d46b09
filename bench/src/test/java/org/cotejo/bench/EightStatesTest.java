package org.cotejo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One station per rule of the contract: the generator's expectation and the peer's SQL must both find its state. */
class EightStatesTest {
    /** Figures are C1 C2 null blank; "?" is an unreadable cell, "" a row that is not there. */
    private record Case(State expected, String a, String b, String announced) {}

    private static final List<Case> CASES = List.of(
            new Case(State.CONFIRMED, "10 5 1 0", "10 5 1 0", "10 5 1 0"),
            new Case(State.CONFIRMED, "", "10 5 1 0", "10 5 1 0"),
            new Case(State.CONTRADICTED, "10 5 1 0", "10 5 1 0", "5 10 1 0"),
            new Case(State.CONTRADICTED, "10 5 1 0", "", "10 5 2 0"),
            new Case(State.CONTRADICTED, "", "10 5 1 0", "10 5 1 3"),
            new Case(State.AGREED, "10 5 1 0", "10 5 1 0", ""),
            new Case(State.ONE_SIDE, "10 5 1 0", "", ""),
            new Case(State.ONE_SIDE, "10 5 ? 0", "10 5 1 0", ""),
            new Case(State.CONFLICTING, "10 5 1 0", "11 4 1 0", "10 5 1 0"),
            new Case(State.CONFLICTING, "10 5 1 0", "10 5 1 1", ""),
            new Case(State.ANNOUNCED_ONLY, "", "", "10 5 1 0"),
            new Case(State.ANNOUNCED_ONLY, "? 5 1 0", "", "10 5 1 0"),
            new Case(State.SET_ASIDE, "10 5 1 ?", "10 ? 1 0", ""),
            // All zero is an opening report, unless another source says zero too.
            new Case(State.SET_ASIDE, "0 0 0 0", "", ""),
            new Case(State.ANNOUNCED_ONLY, "0 0 0 0", "", "10 5 1 0"),
            new Case(State.CONFIRMED, "0 0 0 0", "10 5 1 0", "10 5 1 0"),
            new Case(State.CONFIRMED, "0 0 0 0", "", "0 0 0 0"),
            new Case(State.AGREED, "0 0 0 0", "0 0 0 0", ""),
            new Case(State.CONFLICTING, "0 0 0 0", "10 5 1 0", "0 0 0 0"),
            new Case(State.CONTRADICTED, "0 0 0 0", "0 0 0 0", "10 5 1 0"));

    @TempDir
    Path folder;

    @Test
    void eachStationIsInItsStateForTheGenerator() {
        for (Case station : CASES) {
            Truth truth = new Truth(2);
            add(truth, station);
            assertEquals(1, truth.outcome().stations(station.expected), station::toString);
        }
    }

    @Test
    void eachStationIsInItsStateForThePeer() throws IOException, SQLException {
        for (Case station : CASES) {
            write(List.of(station));
            assertEquals(1, peer().stations(station.expected), station::toString);
        }
    }

    @Test
    void bothSayTheSameOfAllTogether() throws IOException, SQLException {
        Truth truth = new Truth(2);
        CASES.forEach(station -> add(truth, station));
        write(CASES);
        assertEquals(truth.outcome().json(), peer().json());
    }

    @Test
    void nothingKnownHasNoLeader() {
        Truth truth = new Truth(2);
        add(truth, new Case(State.ANNOUNCED_ONLY, "", "", "10 5 1 0"));
        String json = truth.outcome().json();
        assertEquals(
                "{\"leader\":null,\"runner_up\":null,\"lead\":0,\"missing_registered_at_most\":100,\"can_flip\":\"yes\"}",
                json.substring(json.indexOf("\"bounds\":") + 9, json.indexOf("\"bounds_strict\""))
                        .strip()
                        .replaceAll(",$", ""));
    }

    @Test
    void leadGreaterThanTheMissingRegisterCannotFlip() {
        Outcome outcome = new Outcome(3);
        outcome.add(State.CONFIRMED, 1, 500, new long[] {100, 90, 201, 0, 0});
        outcome.add(State.MISSING, 1, 100, new long[5]);
        assertBounds(outcome, "\"leader\":\"C3\",\"runner_up\":\"C1\",\"lead\":101", "no");
        outcome.add(State.MISSING, 1, 1, new long[5]);
        assertBounds(outcome, "\"leader\":\"C3\",\"runner_up\":\"C1\",\"lead\":101", "yes");
    }

    private static void assertBounds(Outcome outcome, String lead, String canFlip) {
        String json = outcome.json();
        String bounds = json.substring(json.indexOf("\"bounds\":"), json.indexOf("\"bounds_strict\""));
        assertTrue(bounds.contains(lead) && bounds.contains("\"can_flip\":\"" + canFlip + '"'), bounds);
    }

    private Outcome peer() throws IOException, SQLException {
        String[] options = {"--data", folder.toString(), "--memory", "--candidates", "2"};
        return DuckPeer.compare(PeerOptions.parse(options), new Phases());
    }

    private void write(List<Case> stations) throws IOException {
        write("side-a.csv", stations.stream().map(Case::a).toList());
        write("side-b.csv", stations.stream().map(Case::b).toList());
        write("authority.csv", stations.stream().map(Case::announced).toList());
    }

    private void write(String file, List<String> rows) throws IOException {
        StringBuilder csv = new StringBuilder("STATE,MUNICIPALITY,PARISH,STATION,REGISTERED,VALID,NULL,BLANK,C1,C2\n");
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                List<String> cells = List.of(rows.get(i).replace("?", "").split(" ", -1));
                int valid = cells.stream()
                        .limit(2)
                        .mapToInt(EightStatesTest::readable)
                        .sum();
                csv.append("S,M,P,0101010%02d.01,100,%d,%s,%s,%s,%s\n"
                        .formatted(i, valid, cells.get(2), cells.get(3), cells.get(0), cells.get(1)));
            }
        }
        Files.writeString(folder.resolve(file), csv);
    }

    private static int readable(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    private static void add(Truth truth, Case station) {
        List<Figures> copies = new ArrayList<>();
        for (String copy : List.of(station.a, station.b)) {
            Figures figures = figures(copy);
            if (figures != null) {
                copies.add(figures);
            }
        }
        truth.station(100, copies, figures(station.announced));
    }

    private static @Nullable Figures figures(String row) {
        if (row.isEmpty()) {
            return null;
        }
        Figures figures = new Figures(2);
        List<String> cells = List.of(row.split(" ", -1));
        for (int i = 0; i < cells.size(); i++) {
            figures.cells[i] = cells.get(i).equals("?") ? Figures.UNREADABLE : Integer.parseInt(cells.get(i));
        }
        return figures;
    }
}
