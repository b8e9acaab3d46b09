package org.cotejo.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.reconcile.CopyView;
import org.cotejo.reconcile.StationView;
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

    private static final List<String> COUNTS = List.of("null", "blank", "valid", "registered", "voters", "ballots");

    private final Race race;
    private final Map<SourceId, String> logs = new HashMap<>();

    CopiesCsv(Race race) {
        this.race = race;
        for (TakenPublication taken : race.election().dossier().frame().taken()) {
            taken.sources()
                    .forEach(source -> logs.put(source.here(), taken.origin().value()));
        }
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
        try {
            race.election().reconciliation().forEachStation(race.index(), station -> {
                for (CopyView copy : station.copies()) {
                    write(line, station, copy, to);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(CsvLine line, StationView station, CopyView copy, Writer to) {
        Source source = copy.source();
        var published = source.publishedAt();
        var machine = copy.machine();
        line.text(station.code().value())
                .text(source.id().custodian().value())
                .text(copy.custodian().side().value())
                .number(source.id().number())
                .text(word(source.kind()))
                .text(word(source.provenance()))
                .text(published == null ? "" : published.toString())
                .text(logs.getOrDefault(source.id(), ""))
                .text(word(copy.paper()))
                .text(copy.way() == StationFigures.Way.UNSTATED ? "" : word(copy.way()))
                .text(word(copy.standing()))
                .text(word(copy.signature()))
                .text(machine == null ? "" : machine.value())
                .text(StationsCsv.isCommitted(race.election().dossier().frame(), station.station()));
        for (int cell : copy.packed()) {
            switch (cell) {
                case CopyView.NOT_CARRIED -> line.empty();
                case Cells.BLANK -> line.text("blank");
                case Cells.ILLEGIBLE -> line.text("illegible");
                default -> line.number(cell);
            }
        }
        try {
            to.write(line.take());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
