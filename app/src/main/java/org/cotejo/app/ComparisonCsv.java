package org.cotejo.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.exchange.Comparison;
import org.cotejo.exchange.StationRow;

/**
 * Every station of every contest that two publications have, one line a figure in which they may differ: contest, station, verdict,
 * states and what the figures rest on, the figure, and what each says.
 */
final class ComparisonCsv {
    private static final List<String> COLUMNS = List.of(
            "contest",
            "station",
            "verdict",
            "state_a",
            "state_b",
            "basis_a",
            "basis_b",
            "figure",
            "a",
            "b",
            "differs",
            "announced_a",
            "announced_b",
            "announced_differs");

    private ComparisonCsv() {}

    static void write(List<Comparison> contests, Path file) {
        try (BufferedWriter to = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            to.write(line(COLUMNS));
            for (Comparison contest : contests) {
                contest.forEach(row -> write(contest, row, to));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("writing " + file, e.getCause());
        }
    }

    private static void write(Comparison contest, StationRow row, BufferedWriter to) {
        StationRow.Has a = row.a();
        StationRow.Has b = row.b();
        try {
            for (int i = 0; i < contest.figures().size(); i++) {
                to.write(line(List.of(
                        contest.contest().id().value(),
                        row.station().value(),
                        row.verdict().key(),
                        a == null ? "" : a.state().key(),
                        b == null ? "" : b.state().key(),
                        a == null ? "" : a.basis().key(),
                        b == null ? "" : b.basis().key(),
                        contest.figures().get(i),
                        a == null ? "" : figure(a.figures(), i),
                        b == null ? "" : figure(b.figures(), i),
                        row.different().contains(i) ? "yes" : "no",
                        a == null ? "" : figure(a.announced(), i),
                        b == null ? "" : figure(b.announced(), i),
                        row.announcedDifferent().contains(i) ? "yes" : "no")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String figure(List<Integer> figures, int figure) {
        return figures.get(figure) == StationRow.NOT_CARRIED ? "" : Integer.toString(figures.get(figure));
    }

    private static String line(List<String> cells) {
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            String text = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
            boolean needsQuotes = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            safe.add(needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return String.join(",", safe) + "\r\n";
    }
}
