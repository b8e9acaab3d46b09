package org.cotejo.site;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Workers;
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

    private static final Map<Enum<?>, String> WORDS = words();

    private static final List<String> COUNTS = List.of("null", "blank", "valid", "registered", "voters", "ballots");

    /** Lines are made side by side, for so many stations each, and written in their order. */
    private static final int STATIONS_A_PART = 1 << 10;

    private static final int PARTS_AT_ONCE = 4 * Workers.THREADS;

    private final Race race;
    private final Frame frame;
    private final List<String> cellsOfSources;

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

    void write(Writer to) throws IOException {
        CsvLine line = new CsvLine();
        columns().forEach(line::text);
        to.write(line.take());
        int stations = race.result().listed();
        for (int from = 0; from < stations; from += STATIONS_A_PART * PARTS_AT_ONCE) {
            List<Part> parts = new ArrayList<>();
            for (int part = from; part < stations && parts.size() < PARTS_AT_ONCE; part += STATIONS_A_PART) {
                parts.add(new Part(race.election()
                        .reconciliation()
                        .copies(race.index(), part, Math.min(stations, part + STATIONS_A_PART))));
            }
            Workers.run(parts);
            for (Part part : parts) {
                to.append(part.text);
            }
        }
    }

    /** The lines of a stretch of stations. */
    private final class Part implements Runnable {
        private final CopyWalk copies;
        private final StringBuilder text = new StringBuilder();

        Part(CopyWalk copies) {
            this.copies = copies;
        }

        @Override
        public void run() {
            CsvLine line = new CsvLine();
            while (copies.next()) {
                write(line);
                text.append(line.take());
            }
        }

        private void write(CsvLine line) {
            String machine = copies.machine();
            line.text(frame.register().codeText(copies.station()))
                    .made(cellsOfSources.get(copies.source()))
                    .text(said(copies.paper()))
                    .text(copies.way() == StationFigures.Way.UNSTATED ? "" : said(copies.way()))
                    .text(said(copies.standing()))
                    .text(said(copies.signature()))
                    .text(machine == null ? "" : machine)
                    .text(StationsCsv.isCommitted(frame, copies.station()));
            for (int slot = 0; slot < copies.slots(); slot++) {
                int cell = copies.cell(slot);
                switch (cell) {
                    case CopyView.NOT_CARRIED -> line.empty();
                    case Cells.BLANK -> line.text("blank");
                    case Cells.ILLEGIBLE -> line.text("illegible");
                    default -> line.number(cell);
                }
            }
        }
    }

    /** The cells that are the same for all copies of a source. */
    private String ofSource(Source source, String log) {
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

    private static Map<Enum<?>, String> words() {
        return Stream.of(
                        StationFigures.Paper.values(),
                        StationFigures.Way.values(),
                        Standing.values(),
                        SignatureVerdict.values())
                .flatMap(Stream::<Enum<?>>of)
                .collect(Collectors.toUnmodifiableMap(one -> one, CopiesCsv::word));
    }

    private static String said(Enum<?> one) {
        return Objects.requireNonNull(WORDS.get(one));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
