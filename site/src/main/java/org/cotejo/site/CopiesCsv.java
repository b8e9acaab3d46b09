package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.reconcile.CopyView;
import org.cotejo.reconcile.CopyWalk;
import org.cotejo.reconcile.Standing;
import org.cotejo.tally.Cells;

/** Every copy and every announced row of one contest as a line of a CSV file. Written as it is made: there are millions. */
final class CopiesCsv {
    /** The columns before the figures; the rest follow in the order of a copy's slots. */
    static final List<String> BESIDE = List.of(
            "station",
            "custodian",
            "side",
            "delivery",
            "kind",
            "provenance",
            "published_at",
            "log",
            "paper",
            "way",
            "standing",
            "signature",
            "machine",
            "in_committed_definition");

    private static final Map<StationFigures.Paper, byte[]> PAPERS = words(StationFigures.Paper.class);
    private static final Map<StationFigures.Way, byte[]> WAYS = words(StationFigures.Way.class);
    private static final Map<Standing, byte[]> STANDINGS = words(Standing.class);
    private static final Map<SignatureVerdict, byte[]> VERDICTS = words(SignatureVerdict.class);

    private static final byte[] BLANK = "blank".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ILLEGIBLE = "illegible".getBytes(StandardCharsets.UTF_8);
    private static final List<String> COUNTS = List.of("null", "blank", "valid", "registered", "voters", "ballots");

    private final Race race;
    private final Frame frame;
    private final List<byte[]> cellsOfSources;

    CopiesCsv(Race race) {
        this.race = race;
        this.frame = race.election().dossier().frame();
        Map<SourceId, String> logs = new HashMap<>();
        for (TakenPublication taken : frame.taken()) {
            taken.sources()
                    .forEach(source -> logs.put(source.here(), taken.origin().value()));
        }
        this.cellsOfSources = frame.sources().stream()
                .map(source -> ofSource(source, logs.getOrDefault(source.id(), "")))
                .toList();
    }

    static String name(Race race) {
        return "copies-" + (race.index() + 1) + ".csv";
    }

    /** From the root of the site. */
    static String path(Race race) {
        return "data/" + name(race);
    }

    /** Names of the columns, in order. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(BESIDE);
        for (Candidate candidate : race.contest().candidates()) {
            columns.add(candidate.id().value());
        }
        columns.addAll(COUNTS);
        return columns;
    }

    void write(OutputStream to) throws IOException {
        to.write(CsvLine.header(columns()));
        Stretches.write(race.result().listed(), this::lines, to);
    }

    private void lines(int from, int to, CsvLine line) {
        CopyWalk copies = race.election().reconciliation().copies(race.index(), from, to);
        int station = -1;
        byte[] cellsOfStation = StationsCsv.NEITHER;
        byte[] cellOfMachine = StationsCsv.NEITHER;
        byte[] isCommitted = StationsCsv.NEITHER;
        int figuresFrom = 0;
        int figuresTo = 0;
        while (copies.next()) {
            if (copies.station() != station) {
                station = copies.station();
                cellsOfStation =
                        new CsvLine().text(frame.register().codeText(station)).cells();
                isCommitted = StationsCsv.isCommitted(frame, station);
            }
            if (!copies.isLikeLast()) {
                String machine = copies.machine();
                cellOfMachine = machine == null
                        ? StationsCsv.NEITHER
                        : new CsvLine().text(machine).cells();
            }
            line.made(cellsOfStation)
                    .made(cellsOfSources.get(copies.source()))
                    .made(said(PAPERS, copies.paper()))
                    .made(copies.way() == StationFigures.Way.UNSTATED ? StationsCsv.NEITHER : said(WAYS, copies.way()))
                    .made(said(STANDINGS, copies.standing()))
                    .made(said(VERDICTS, copies.signature()))
                    .made(cellOfMachine)
                    .made(isCommitted);
            if (copies.isLikeLast()) {
                line.again(figuresFrom, figuresTo);
            } else {
                figuresFrom = line.size();
                figures(copies, line);
                figuresTo = line.size();
            }
            line.end();
        }
    }

    private static void figures(CopyWalk copy, CsvLine line) {
        for (int slot = 0; slot < copy.slots(); slot++) {
            int cell = copy.cell(slot);
            switch (cell) {
                case CopyView.NOT_CARRIED -> line.empty();
                case Cells.BLANK -> line.made(BLANK);
                case Cells.ILLEGIBLE -> line.made(ILLEGIBLE);
                default -> line.number(cell);
            }
        }
    }

    /** The cells that are the same for all copies of a source. */
    private byte[] ofSource(Source source, String log) {
        var published = source.publishedAt();
        return new CsvLine()
                .text(source.id().custodian().value())
                .text(race.election()
                        .dossier()
                        .definition()
                        .sideOf(source.id().custodian())
                        .value())
                .number(source.id().number())
                .text(word(source.kind()))
                .text(word(source.provenance()))
                .text(published == null ? "" : published.toString())
                .text(log)
                .cells();
    }

    private static <E extends Enum<E>> Map<E, byte[]> words(Class<E> kind) {
        Map<E, byte[]> words = new EnumMap<>(kind);
        EnumSet.allOf(kind).forEach(one -> words.put(one, word(one).getBytes(StandardCharsets.UTF_8)));
        return words;
    }

    private static <E extends Enum<E>> byte[] said(Map<E, byte[]> words, E one) {
        return Objects.requireNonNull(words.get(one));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
