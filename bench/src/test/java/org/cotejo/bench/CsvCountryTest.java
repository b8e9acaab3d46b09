package org.cotejo.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvCountryTest {
    private static final List<String> FILES = List.of("side-a.csv", "side-b.csv", "authority.csv", "truth.json");

    @TempDir
    Path folder;

    @Test
    void sameOptionsGiveTheSameBytes() throws IOException {
        Path one = write("one", "--stations", "3000", "--seed", "7");
        Path two = write("two", "--stations", "3000", "--seed", "7");
        for (String file : FILES) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)), file);
        }
    }

    @Test
    void shufflingChangesTheOrderOfRowsAndNothingElse() throws IOException {
        Path sorted = write("sorted", "--stations", "2000");
        Path shuffled = write("shuffled", "--stations", "2000", "--order", "shuffled");
        assertEquals(Files.readString(sorted.resolve("truth.json")), Files.readString(shuffled.resolve("truth.json")));
        List<String> rows = Files.readAllLines(sorted.resolve("side-a.csv"));
        List<String> moved = Files.readAllLines(shuffled.resolve("side-a.csv"));
        assertFalse(rows.equals(moved));
        assertEquals(rows.stream().sorted().toList(), moved.stream().sorted().toList());
    }

    @Test
    void everyStationHasACodeOfItsOwnAndEveryParishANameOfItsOwn() throws IOException {
        Path country = write("codes", "--stations", "60000");
        Set<String> codes = new HashSet<>();
        Set<String> parishes = new HashSet<>();
        Set<String> places = new HashSet<>();
        int rows = 0;
        try (Stream<String> lines = Files.lines(country.resolve("side-a.csv"))) {
            for (String line : lines.skip(1).toList()) {
                List<String> cells = List.of(line.split(",", -1));
                String code = cells.get(3);
                assertTrue(code.matches("\\d{9}\\.\\d{2}"), code);
                codes.add(code);
                parishes.add(code.substring(0, 6));
                places.add(String.join(",", cells.subList(0, 3)));
                rows++;
            }
        }
        assertEquals(rows, codes.size());
        assertEquals(parishes.size(), places.size());
        assertTrue(rows > 59_500 && rows < 59_900, () -> "0.5 % should be missing");
    }

    @Test
    void duckDbFindsWhatTheGeneratorExpects() throws IOException, SQLException {
        Path country = write("truth", "--stations", "100000", "--candidates", "4", "--order", "shuffled");
        String truth = Files.readString(country.resolve("truth.json"));
        String data = country.toString();
        String into = folder.resolve("database").toString();
        assertEquals(truth, compare("--data", data, "--memory", "--candidates", "4"));
        assertEquals(truth, compare("--data", data, "--into", into, "--candidates", "4"));
        assertEquals(truth, compare("--reuse", "--into", into, "--candidates", "4"));
    }

    @Test
    void moreSidesMakeMoreFiles() throws IOException {
        Path country = write("sides", "--stations", "500", "--copies", "5");
        for (String side : List.of("a", "b", "c", "d")) {
            assertTrue(Files.exists(country.resolve("side-" + side + ".csv")), side);
            assertTrue(Files.readString(country.resolve("side-" + side + ".map.json"))
                    .contains("\"side\": \"" + side + "\""));
        }
        assertTrue(Files.readString(country.resolve("authority.map.json")).contains("\"announced\": true"));
    }

    @Test
    void wrongOptionsAreNamed() {
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> CountryOptions.parse(new String[] {"--copies", "1", "--out", "x"}));
        assertEquals("--copies: expected 2 to 21, not 1", wrong.getMessage());
    }

    private Path write(String name, String... options) throws IOException {
        Path out = folder.resolve(name);
        String[] all = Stream.concat(Stream.of(options), Stream.of("--out", out.toString()))
                .toArray(String[]::new);
        CsvCountry.write(CountryOptions.parse(all));
        return out;
    }

    private static String compare(String... options) throws IOException, SQLException {
        return DuckPeer.compare(PeerOptions.parse(options), new Phases()).json();
    }
}
