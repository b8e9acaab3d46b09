package org.cotejo.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Published vectors and the small tables beside them; tests are skipped where they are not. */
public final class SharedFiles {
    private SharedFiles() {}

    /** One row by the names of the columns. */
    public record Fields(Map<String, String> byColumn) {
        /** The field of a column, which must be there. */
        public String get(String column) {
            return Objects.requireNonNull(byColumn.get(column), column);
        }

        /** The field of a column, or another text where there is no such column. */
        public String getOrDefault(String column, String other) {
            return byColumn.getOrDefault(column, other);
        }
    }

    /** The text of a file of vectors/audit. */
    public static String text(String name) {
        Path file = Path.of(System.getProperty("cotejo.shared", "../shared"), "vectors/audit", name);
        assumeTrue(Files.exists(file), () -> "no shared data at " + file.toAbsolutePath());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a small CSV file without commas in its fields, each by the names of the columns. */
    public static List<Fields> rows(String name) {
        List<String> lines = text(name).lines().toList();
        String[] columns = lines.getFirst().replace("\"", "").split(",", -1);
        List<Fields> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.replace("\"", "").split(",", -1);
            assertEquals(columns.length, fields.length, line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], fields[i]);
            }
            rows.add(new Fields(row));
        }
        return rows;
    }

    /** The number behind a key, the first one in the text after {@code within}. */
    public static double number(String json, String within, String key) {
        Matcher found = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*(-?[0-9.eE+-]+)")
                .matcher(json.substring(after(json, within)));
        assertTrue(found.find(), () -> "no " + key + " in " + within);
        return Double.parseDouble(found.group(1));
    }

    /** The numbers of the list behind a key, the first one after {@code within}. */
    public static List<Double> numbers(String json, String within, String key) {
        Matcher found = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*\\[([^\\]]*)\\]")
                .matcher(json.substring(after(json, within)));
        assertTrue(found.find(), () -> "no " + key + " in " + within);
        List<Double> numbers = new ArrayList<>();
        for (String number : found.group(1).split(",", -1)) {
            numbers.add(Double.parseDouble(number.strip()));
        }
        return numbers;
    }

    private static int after(String json, String within) {
        int at = json.indexOf("\"" + within + "\"");
        assertTrue(at >= 0, within);
        return at;
    }
}
