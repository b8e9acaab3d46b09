package org.cotejo.formats.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.CellText;
import org.cotejo.formats.text.Row;
import org.cotejo.tally.Cells;

/**
 * {@code register.csv}: the stations with their places and registered voters. The first register makes every station that it
 * lacks unknown; a later one is set against it, station by station.
 */
final class RegisterImport implements Importer {
    private static final String STATION = "station";
    private static final String REGISTERED = "registered";

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "the register: every station with its places and registered voters",
                "el registro: cada mesa con sus lugares y sus electores inscritos");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                "custodian",
                new Sentence(
                        "whose register it is; the announcer of the definition if not given",
                        "de quién es el registro; el announcer de la definición si no se indica"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, RegisterImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Where whole = Where.file(file.name());
        Known known = Known.of(session, whole);
        List<String> levels = known.definition().levels();
        List<String> required = new ArrayList<>(levels);
        required.add(STATION);
        required.add(REGISTERED);
        RecordFile records = RecordFile.open(file, session).with(required, List.of());
        SourceId id = session.frame().nextSource(custodian(session, known, whole));
        session.add(
                new Entry.SourceOpened(new Source(
                        id,
                        Source.Kind.REGISTER,
                        null,
                        Provenance.OFFICIAL,
                        List.of(),
                        null,
                        false,
                        session.keep(file))),
                whole);
        new Listing(session, records, id, levels).read();
    }

    private static CustodianId custodian(ImportSession session, Known known, Where where) {
        String named = session.option("custodian", "");
        if (!named.isEmpty()) {
            return known.custodian(named, Where.field("custodian"));
        }
        CustodianId announcer = known.definition().announcer();
        if (announcer == null) {
            throw TemplateProblem.WHO_LISTS.at(where);
        }
        return announcer;
    }

    /** The rows of one register on their way into the frame. */
    private static final class Listing {
        private final ImportSession session;
        private final RecordFile records;
        private final SourceId source;
        private final int[] levels;
        private final int stationColumn;
        private final int registeredColumn;
        private final Map<String, Long> lines = new HashMap<>();

        Listing(ImportSession session, RecordFile records, SourceId source, List<String> levels) {
            this.session = session;
            this.records = records;
            this.source = source;
            this.levels = levels.stream().mapToInt(records::column).toArray();
            this.stationColumn = records.column(STATION);
            this.registeredColumn = records.column(REGISTERED);
        }

        void read() {
            records.forEach(this::list);
            if (lines.isEmpty()) {
                throw TemplateProblem.EMPTY.at(records.where());
            }
            session.count("stations", lines.size());
        }

        private void list(Row row) {
            Where where = row.where(stationColumn);
            String code = Words.id(row.code(stationColumn), where);
            Long before = lines.putIfAbsent(code, row.line());
            if (before != null) {
                throw TemplateProblem.STATION_TWICE.at(where, code, before);
            }
            int registered = registered(row);
            int place = place(row);
            Frame frame = session.frame();
            StationCode station = new StationCode(code);
            int known = frame.register().find(station);
            if (known < 0) {
                session.count("new_stations", 1);
            }
            if (known < 0
                    || frame.register().place(known) != place
                    || frame.register().registered(known) != registered) {
                session.add(new Entry.StationListed(source, station, place, registered), where);
            }
        }

        private int registered(Row row) {
            String text = row.text(registeredColumn);
            int cell = CellText.packed(text);
            return switch (cell) {
                case CellText.NONE, Cells.ILLEGIBLE ->
                    throw TemplateProblem.REGISTERED.at(row.where(registeredColumn), TemplateProblem.shown(text));
                case Cells.BLANK -> Register.UNKNOWN;
                default -> cell;
            };
        }

        private int place(Row row) {
            int place = PlaceTree.COUNTRY;
            for (int column : levels) {
                String name = Words.title(row.text(column), row.where(column));
                if (name.isEmpty()) {
                    continue;
                }
                int inner = session.frame().places().find(place, name);
                if (inner < 0) {
                    inner = session.frame().places().size();
                    session.add(new Entry.PlaceListed(inner, place, name), row.where(column));
                }
                place = inner;
            }
            return place;
        }
    }
}
