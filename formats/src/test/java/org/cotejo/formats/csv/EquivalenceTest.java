package org.cotejo.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.formats.TestFolder;
import org.cotejo.formats.Xlsx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sheets give the same figures, whatever shape of table they come in. */
class EquivalenceTest {
    private static final String[] CANDIDATES = {"Ana", "Luis", "Eva"};

    @TempDir
    private Path base;

    private static String wideMap(String more) {
        return "{\"custodian\": \"x\", \"side\": \"y\", \"station\": [{\"column\": \"mesa\", \"pad\": 6}], \"null\": \"nulos\","
                + " \"places\": [\"edo\"], \"votes\": {\"Ana\": \"Ana\", \"Luis\": \"Luis\", \"Eva\": \"Eva\"}" + more
                + "}";
    }

    private static List<String[]> rows(long seed) {
        Random random = new Random(seed);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String[] row = new String[6];
            row[0] = "Edo " + (i / 10);
            row[1] = Integer.toString(100 + i);
            for (int cell = 2; cell < 6; cell++) {
                int kind = random.nextInt(20);
                row[cell] = kind == 0 ? "" : kind == 1 ? "Ilegible" : Integer.toString(random.nextInt(3_000));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String wide(List<String[]> rows, String delimiter, String quote) {
        StringBuilder text =
                new StringBuilder(String.join(delimiter, List.of("edo", "mesa", "nulos", "Ana", "Luis", "Eva")) + "\n");
        for (String[] row : rows) {
            text.append(quote)
                    .append(String.join(quote + delimiter + quote, row))
                    .append(quote)
                    .append('\n');
        }
        return text.toString();
    }

    private List<String> figures(String name, String map, byte[] table, String file) {
        Path path = base.resolve(name);
        path.toFile().mkdirs();
        TestFolder folder = new TestFolder(path);
        folder.run("csv", folder.file("MAP.json", map), Map.of(), folder.file(file, table));
        return folder.figures().stream().map(f -> f.station() + " " + f.cells()).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void wideTablesOfEveryShape() {
        for (long seed = 0; seed < 3; seed++) {
            List<String[]> rows = rows(seed);
            List<String> expected = figures("a" + seed, wideMap(""), utf8(wide(rows, ",", "")), "t.csv");
            assertEquals(40, expected.size());
            assertEquals(expected, figures("b" + seed, wideMap(""), utf8(wide(rows, ";", "\"")), "t.csv"));
            assertEquals(
                    expected,
                    figures("c" + seed, wideMap(""), utf8(wide(rows, "\t", "").replace("\n", "\r\n")), "t.tsv"));
            assertEquals(
                    expected,
                    figures("d" + seed, wideMap(""), utf8(wide(rows, "|", "").replace("\n", "\r")), "t.txt"));
            assertEquals(
                    expected,
                    figures(
                            "e" + seed,
                            wideMap(""),
                            ("\ufeff" + wide(rows, ",", "")).getBytes(StandardCharsets.UTF_16LE),
                            "t"));
            String marked = wide(rows, ";", "").replaceAll("(;)([12])([0-9]{3})(?=[;\n])", "$1$2.$3");
            assertEquals(expected, figures("f" + seed, wideMap(""), utf8(marked), "t.csv"));
            String decimals = wide(rows, ";", "").replaceAll("(?<=;[0-9]{1,4};[0-9]{1,4})(?=;)", ",00");
            assertEquals(expected, figures("g" + seed, wideMap(""), utf8(decimals), "t.csv"));
        }
    }

    @Test
    void aWorkbook() {
        List<String[]> rows = rows(7);
        List<String> expected = figures("csv", wideMap(""), utf8(wide(rows, ",", "")), "t.csv");
        StringBuilder sheet = new StringBuilder(Xlsx.row(1, "edo", "mesa", "nulos", "Ana", "Luis", "Eva"));
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).clone();
            for (int cell = 1; cell < cells.length; cell++) {
                cells[cell] =
                        cells[cell].matches("[0-9]+") ? "#" + cells[cell] + (i % 2 == 0 ? ".0" : "") : cells[cell];
            }
            sheet.append(Xlsx.row(i + 2, cells));
        }
        assertEquals(
                expected,
                figures("xlsx", wideMap(""), new Xlsx().sheet(sheet.toString()).bytes(), "t.xlsx"));
    }

    @Test
    void oneRowACandidate() {
        List<String[]> rows = rows(9);
        List<String> expected = figures("wide", wideMap(""), utf8(wide(rows, ",", "")), "t.csv");
        StringBuilder table = new StringBuilder("edo,mesa,nulos,quien,votos\n");
        for (int candidate = 0; candidate < CANDIDATES.length; candidate++) {
            for (String[] row : rows) {
                table.append(String.join(",", row[0], row[1], row[2], CANDIDATES[candidate], row[3 + candidate]))
                        .append('\n');
            }
        }
        String map = wideMap("")
                .replaceFirst(
                        "\"votes\": .*}", "\"votes\": {\"candidate_column\": \"quien\", \"votes_column\": \"votos\"}}");
        assertEquals(expected, figures("long", map, utf8(table.toString()), "t.csv"));
    }

    @Test
    void aCandidateSplitOverColumnsOrRowsLeftOutByWhere() {
        List<String[]> rows = rows(11);
        List<String> expected = figures("wide", wideMap(""), utf8(wide(rows, ",", "")), "t.csv");
        String other = wide(rows, ",", "").replaceAll("(?m)$", ",1").replaceFirst("Eva,1", "Eva,cargo");
        StringBuilder table = new StringBuilder();
        other.strip()
                .lines()
                .forEach(line -> table.append(line)
                        .append('\n')
                        .append(line.startsWith("Edo") ? line.replaceFirst(",1$", ",2") + "\n" : ""));
        assertEquals(
                expected,
                figures(
                        "where",
                        wideMap(", \"where\": {\"cargo\": \"1\"}"),
                        utf8(table.toString().replace("\n,1\n", "\n")),
                        "t.csv"));
        String map = wideMap("").replace("\"Eva\": \"Eva\"", "\"Eva\": [\"Eva\", \"vacía\"]");
        String split = wide(rows, ",", "").replaceAll("(?m)(?<=.)$", ",").replaceFirst("Eva,", "Eva,vacía");
        assertEquals(expected, figures("split", map, utf8(split), "t.csv"));
    }
}
