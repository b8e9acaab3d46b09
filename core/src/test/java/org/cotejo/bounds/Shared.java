package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Fraction;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/** Shared test data: the published station tables of Venezuela 2024 and the vectors; tests are skipped where it is absent. */
final class Shared {
    static final List<String> CANDIDATES = List.of("EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA");
    static final int STATIONS = 30_026;
    static final long ROLL = 21_321_805;

    private Shared() {}

    /** A row of a published table; {@code registered} is -1 where the file has no such column. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(int registered, int[] votes) {}

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("cotejo.shared", "../shared")).resolve(name);
        assumeTrue(Files.exists(file), () -> "no shared data at " + file.toAbsolutePath());
        return file;
    }

    /** The first published table: 24,532 stations with their registers. */
    static KnownVotes firstTable() {
        return election(read("V1", StandardCharsets.UTF_8));
    }

    /** The second published table: 25,073 stations without registers. */
    static KnownVotes secondTable() {
        return election(read("V2", StandardCharsets.ISO_8859_1));
    }

    /** The first, then the second, which brings newer rows but no registers. */
    static KnownVotes bothTables() {
        Map<String, Row> rows = read("V1", StandardCharsets.UTF_8);
        read("V2", StandardCharsets.ISO_8859_1)
                .forEach((code, row) ->
                        rows.merge(code, row, (first, second) -> new Row(first.registered(), second.votes())));
        return election(rows);
    }

    private static KnownVotes election(Map<String, Row> rows) {
        SmallElection election =
                SmallElection.of(CANDIDATES.toArray(String[]::new)).roll(ROLL).unlisted(STATIONS - rows.size());
        rows.values().forEach(row -> election.station(StationState.ONE_SIDE, row.registered(), row.votes()));
        return election;
    }

    private static Map<String, Row> read(String version, Charset charset) {
        List<String> lines = lines(file("data/venezuela-2024/RESULTADOS_2024_CSV_" + version + ".csv"), charset);
        String header = lines.getFirst();
        List<String> names = List.of((header.startsWith("\ufeff") ? header.substring(1) : header).split(",", -1));
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int[] votes = new int[CANDIDATES.size() + 2];
            for (int i = 0; i < CANDIDATES.size(); i++) {
                votes[i] = Integer.parseInt(cells[names.indexOf(CANDIDATES.get(i))]);
            }
            votes[CANDIDATES.size()] = Integer.parseInt(cells[names.indexOf("VOTOS_NULOS")]);
            votes[CANDIDATES.size() + 1] = SmallElection.NOT_CARRIED;
            int registered = names.contains("RE") ? Integer.parseInt(cells[names.indexOf("RE")]) : -1;
            String code = cells[names.indexOf("CENTRO")] + "." + cells[names.indexOf("MESA")];
            assertTrue(rows.put(code, new Row(registered, votes)) == null, () -> code + " stands twice");
        }
        return rows;
    }

    private static List<String> lines(Path file, Charset charset) {
        try {
            return Files.readAllLines(file, charset);
        } catch (IOException problem) {
            throw new UncheckedIOException("reading " + file, problem);
        }
    }

    /** The cases of a vector file of the audit folder. */
    static List<Map<String, Object>> vectors(String method) {
        String text = String.join("\n", lines(file("vectors/audit/" + method + ".json"), StandardCharsets.UTF_8));
        return Json.list(Json.object(Json.parse(text)).get("vectors")).stream()
                .map(Json::object)
                .toList();
    }

    /** Whether an exact result is the published decimal, to nine significant digits or 10^-12. */
    static void assertNear(@Nullable Object expected, Fraction got, String what) {
        BigDecimal published = Json.number(expected);
        BigDecimal exact =
                new BigDecimal(got.numerator()).divide(new BigDecimal(got.denominator()), MathContext.DECIMAL128);
        BigDecimal allowed = published.abs().movePointLeft(9).max(new BigDecimal("1e-12"));
        assertTrue(
                exact.subtract(published).abs().compareTo(allowed) <= 0,
                () -> what + ": expected " + published + ", got " + exact);
    }
}
