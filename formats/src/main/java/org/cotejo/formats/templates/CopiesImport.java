package org.cotejo.formats.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.Row;
import org.cotejo.tally.Figure;

/**
 * {@code copies.csv}: the figures of copies typed by hand, one row a copy, of any number of custodians of the definition. Each
 * custodian and provenance in a file is a delivery of its own, and only a part of what the custodian holds.
 */
final class CopiesImport implements Importer {
    private static final List<String> REQUIRED = List.of("custodian", "station");
    private static final List<String> OPTIONAL = List.of("provenance", "paper");

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "figures of copies of sheets, a row a copy, a column a candidate",
                "cifras de copias de actas, una fila por copia, una columna por candidato");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                "contest",
                new Sentence(
                        "the contest of the figures; may be left out where there is one",
                        "la contienda de las cifras; puede omitirse si hay una sola"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, CopiesImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Known known = Known.of(session, Where.file(file.name()));
        Contest contest = known.contest(session.option("contest", ""), Where.field("contest"));
        List<String> candidates =
                contest.candidates().stream().map(c -> c.id().value()).toList();
        List<String> counts = Stream.of(Figure.Count.values())
                .map(count -> count.name().toLowerCase(Locale.ROOT))
                .toList();
        List<String> optional = new ArrayList<>(OPTIONAL);
        optional.addAll(candidates);
        optional.addAll(counts);
        RecordFile records = RecordFile.open(file, session).with(REQUIRED, optional);
        List<Figure> figures = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (String column : records.columns()) {
            if (candidates.contains(column)) {
                figures.add(new Figure.OfCandidate(new CandidateId(column)));
                columns.add(records.column(column));
            } else if (counts.contains(column)) {
                figures.add(Figure.Count.valueOf(column.toUpperCase(Locale.ROOT)));
                columns.add(records.column(column));
            }
        }
        if (figures.stream().noneMatch(Figure.OfCandidate.class::isInstance)) {
            throw TemplateProblem.NO_FIGURES.at(
                    records.where(),
                    contest.id(),
                    contest.candidates().stream().map(Candidate::id).toList());
        }
        new Deliveries(session, records, known, contest, figures, session.keep(file))
                .read(columns.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The deliveries that the rows of one file make up, opened as they come. */
    private static final class Deliveries {
        private record Key(CustodianId custodian, Provenance provenance) {}

        private final ImportSession session;
        private final RecordFile records;
        private final Known known;
        private final Contest contest;
        private final List<Figure> figures;
        private final Hash file;
        private final Map<Key, Delivery> deliveries = new HashMap<>();

        Deliveries(
                ImportSession session,
                RecordFile records,
                Known known,
                Contest contest,
                List<Figure> figures,
                Hash file) {
            this.session = session;
            this.records = records;
            this.known = known;
            this.contest = contest;
            this.figures = figures;
            this.file = file;
        }

        void read(int[] columns) {
            int[] cells = new int[columns.length];
            records.forEachRecord(known, record -> {
                Row row = record.row();
                for (int i = 0; i < columns.length; i++) {
                    cells[i] = row.cell(columns[i]);
                }
                record.required("station");
                StationFigures.Paper paper = record.text("paper").isEmpty()
                        ? StationFigures.Paper.FINAL
                        : record.word("paper", StationFigures.Paper.class);
                delivery(record)
                        .station(
                                row.code(records.column("station")),
                                PlaceTree.COUNTRY,
                                paper,
                                StationFigures.Way.UNSTATED,
                                cells,
                                record.where("station"));
            });
            deliveries.values().forEach(delivery -> session.count(delivery.finish(records.where())));
        }

        private Delivery delivery(RecordRow record) {
            Provenance provenance = record.text("provenance").isEmpty()
                    ? Provenance.PUBLISHED
                    : record.word("provenance", Provenance.class);
            Key key = new Key(record.custodian("custodian"), provenance);
            return deliveries.computeIfAbsent(key, _ -> begin(key, record.row().where()));
        }

        private Delivery begin(Key key, Where where) {
            return Delivery.begin(
                    session.writer(),
                    session.frame(),
                    new DeliveryTerms(
                            key.custodian(),
                            known.definition().sideOf(key.custodian()),
                            Source.Kind.COPIES,
                            contest.id(),
                            key.provenance(),
                            figures,
                            null,
                            true,
                            known.definition().levels(),
                            file),
                    where);
        }
    }
}
