package org.cotejo.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The peer's SQL: reading the three files with the types given, and one query that puts each station in one of the
 * eight states and sums per state.
 *
 * <p>The three sources are called a, b (the sides' copies) and n (what was announced), in tables of these names.
 */
final class PeerSql {
    /** Each file has the table at its own place in this list. */
    static final List<String> TABLES = List.of("a", "b", "n");

    static final List<String> FILES = List.of("side-a.csv", "side-b.csv", "authority.csv");

    private final int candidates;

    PeerSql(int candidates) {
        this.candidates = candidates;
    }

    /** A table function that reads one file; nothing is guessed, so DuckDB reads the file once. */
    String read(Path file) {
        String columns = "'STATE':'VARCHAR','MUNICIPALITY':'VARCHAR','PARISH':'VARCHAR','STATION':'VARCHAR',"
                + "'REGISTERED':'INTEGER','VALID':'INTEGER','NULL':'INTEGER','BLANK':'INTEGER',"
                + IntStream.rangeClosed(1, candidates)
                        .mapToObj(i -> "'C" + i + "':'INTEGER'")
                        .collect(Collectors.joining(","));
        return "read_csv('%s', columns={%s}, header=true, delim=',', quote='\"', escape='\"', auto_detect=false)"
                .formatted(file.toString().replace("'", "''"), columns);
    }

    /**
     * One row per state that occurs: its name, stations, registers, stations announced, the countable copies' figures,
     * the announced figures (candidates, null, blank each).
     */
    String reconcile() {
        return """
                SELECT state, count(*), sum(coalesce(a_registered, b_registered, n_registered)), count(n_sum), %s, %s
                FROM (SELECT *, CASE
                        WHEN a_counts AND b_counts AND NOT %s THEN 'conflicting'
                        WHEN n_sum IS NULL THEN CASE
                          WHEN a_counts AND b_counts THEN 'agreed'
                          WHEN a_counts OR b_counts THEN 'one_side'
                          ELSE 'set_aside' END
                        WHEN a_counts THEN CASE WHEN %s THEN 'confirmed' ELSE 'contradicted' END
                        WHEN b_counts THEN CASE WHEN %s THEN 'confirmed' ELSE 'contradicted' END
                        ELSE 'announced_only' END AS state
                  FROM (SELECT *, %s AS a_counts, %s AS b_counts
                    FROM (%s) FULL JOIN (%s) USING (STATION) FULL JOIN (%s) USING (STATION)))
                GROUP BY state""".formatted(
                        each("sum(CASE WHEN a_counts THEN a_%1$s WHEN b_counts THEN b_%1$s END)", ", "),
                        each("sum(n_%s)", ", "),
                        same("a", "b"),
                        same("a", "n"),
                        same("b", "n"),
                        counts("a", "b"),
                        counts("b", "a"),
                        source("a"),
                        source("b"),
                        source("n"));
    }

    /** The figures under names of their source; their sum is null if a cell is unreadable, or no row came. */
    private String source(String table) {
        return "SELECT STATION, REGISTERED AS %1$s_registered, VALID + %2$s AS %1$s_sum, %3$s FROM %1$s"
                .formatted(table, each("\"%s\"", " + "), each("\"%1$s\" AS " + table + "_%1$s", ", "));
    }

    /** Readable, and not an opening report: all zero counts only where another source says zero too. */
    private static String counts(String own, String other) {
        return "coalesce(%1$s_sum > 0 OR (%1$s_sum = 0 AND (%2$s_sum = 0 OR n_sum = 0)), false)".formatted(own, other);
    }

    private String same(String one, String other) {
        return "(" + each(one + "_%1$s = " + other + "_%1$s", " AND ") + ")";
    }

    /** The template once for each figure, in the order of Outcome: candidates, null, blank. */
    private String each(String template, String between) {
        return IntStream.rangeClosed(1, candidates + 2)
                .mapToObj(i -> i <= candidates ? "C" + i : i == candidates + 1 ? "NULL" : "BLANK")
                .map(template::formatted)
                .collect(Collectors.joining(between));
    }
}
