package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cotejo.base.Progress;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of data/ hold what the pages show, copy by copy, and say of which entries they speak. */
class DataFilesTest {
    @TempDir
    private Path folder;

    private ReportInput written(ReportInput input) {
        ReportSite.write(input, folder.resolve("site"), Progress.NONE).orThrow();
        return input;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("site/data/" + file));
    }

    private String page(String path) throws IOException {
        return WrittenSite.text(Files.readString(folder.resolve("site").resolve(path)));
    }

    @Test
    void everyCopyIsALineAndThoseThatCountGiveTheTotals() throws IOException {
        ReportInput input = written(new PaperCountry(300).copies(5).published().input());
        Dossier dossier = input.reconciliation().dossier();
        ContestResult result = input.contests().getFirst().result();
        List<String> lines = lines("copies-1.csv");
        List<String> columns = List.of(lines.getFirst().split(","));
        int rows = 0;
        for (int station = 0; station < result.listed(); station++) {
            for (int row = dossier.firstRow(0, station); row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
                rows++;
            }
        }
        assertEquals(rows, lines.size() - 1);
        Map<String, String> firstThatCounts = new HashMap<>();
        String first = result.contest().candidates().getFirst().id().value();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(columns.size(), cells.length, line);
            if (cells[columns.indexOf("standing")].equals("counts")) {
                firstThatCounts.putIfAbsent(cells[0], cells[columns.indexOf(first)]);
            }
        }
        long sum = 0;
        for (int station = 0; station < result.listed(); station++) {
            StationState state = result.state(station);
            if (state.isKnown()) {
                sum += Long.parseLong(
                        firstThatCounts.get(dossier.frame().register().codeText(station)));
            }
        }
        assertEquals(result.totals().candidate(0).orElseThrow(), sum);
    }

    @Test
    void whatChecksOfSignaturesGaveAndWhichStationsCameLateStandInTheFiles() throws IOException {
        written(SignedCountry.input());
        List<String> copies = lines("copies-1.csv");
        List<String> columns = List.of(copies.getFirst().split(","));
        TreeSet<String> verdicts = new TreeSet<>();
        TreeSet<String> committed = new TreeSet<>();
        copies.stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            verdicts.add(cells[columns.indexOf("signature")]);
            committed.add(cells[columns.indexOf("in_committed_definition")]);
        });
        assertTrue(verdicts.containsAll(List.of("proven", "false", "unchecked")), verdicts::toString);
        assertTrue(committed.contains("no") && committed.contains("yes"), committed::toString);
        List<String> findings = lines("findings.csv");
        assertTrue(findings.getFirst().endsWith(",in_committed_definition"));
        assertTrue(
                findings.stream().anyMatch(line -> line.startsWith("REG-") && line.endsWith(",no")),
                findings::toString);
    }

    @Test
    void anAnnouncedFigureThatNobodyGaveIsEmptyAndNotZero() throws IOException {
        ReportInput input = written(new PaperCountry(300).copies(5).published().input());
        ContestResult result = input.contests().getFirst().result();
        List<String> lines = lines("stations-1.csv");
        List<String> columns = List.of(lines.getFirst().split(","));
        for (int figure = 0; figure < result.figures(); figure++) {
            String name = columns.get(columns.size() - result.figures() + figure);
            for (int station = 0; station < result.listed(); station++) {
                String cell = lines.get(station + 1).split(",", -1)[columns.indexOf(name)];
                assertEquals(
                        result.isAnnounced(station) && result.isAnnouncedCarried(station, figure),
                        !cell.isEmpty(),
                        name);
            }
        }
    }

    @Test
    void everyPageSaysOfWhichEntriesItSpeaksInItsLanguage() throws IOException {
        ReportInput input = written(new PaperCountry(60).input());
        long entries = input.reconciliation().dossier().frame().chronicle().entries();
        assertTrue(entries > 0);
        for (Language language : Language.values()) {
            Words words = Words.of(language);
            String says = words.count("foot.folder", entries);
            for (String path : List.of("index.html", "method.html", "c1/p0.html", "data.html")) {
                assertTrue(page(language.code() + "/" + path).contains(says), path + " does not say: " + says);
            }
            assertTrue(page("index.html").contains(says));
            assertTrue(page(language.code() + "/index.html").contains(words.say("verify.title")));
        }
    }

    @Test
    void theFeedIsAsItsSchemaSaysAndTheKindsAreThoseOfTheSchema() throws IOException {
        ReportInput input = written(new PaperCountry(60).input());
        long entries = input.reconciliation().dossier().frame().chronicle().entries();
        String feed = String.join("\n", lines("feed.json"));
        assertTrue(feed.startsWith("{\"format\":\"cotejo feed 1\",\"election\":"), feed);
        assertTrue(feed.contains("\"log\":null,\"entries\":" + entries + ",\"older_publications\":0"), feed);
        String schema = String.join("\n", lines("feed.schema.json"));
        List<String> kinds = new ArrayList<>();
        for (int kind = 1; kind <= org.cotejo.entry.KindName.count(); kind++) {
            kinds.add(org.cotejo.entry.KindName.of(kind));
        }
        kinds.sort(String::compareTo);
        assertTrue(schema.contains("[\"" + String.join("\", \"", kinds) + "\"]"), kinds::toString);
        String atom = String.join("\n", lines("feed.xml"));
        assertEquals(1, atom.split("<entry>", -1).length - 1);
        assertTrue(
                Pattern.compile("<updated>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z</updated>")
                        .matcher(atom)
                        .find(),
                atom);
    }
}
