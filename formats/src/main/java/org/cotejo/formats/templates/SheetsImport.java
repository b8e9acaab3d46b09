package org.cotejo.formats.templates;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.TextLines;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetParts;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * {@code sheets.txt}: texts of signed sheets, one a line, or their chained parts in any order. Each contest and set of counts is a
 * delivery of its own; where a station stands in a file with several different sheets, each further one is in a further delivery.
 * Whether signatures are true is found when the folder is reconciled: a false sheet is evidence too.
 */
final class SheetsImport implements Importer {
    @Override
    public String name() {
        return "sheets";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "signed sheets, a text of QR 1 or one of its chained parts a line",
                "actas firmadas, un texto del QR 1 o una de sus partes por línea");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                "custodian",
                new Sentence(
                        "who holds the sheets, a custodian of the definition; needed",
                        "quién tiene las actas, un custodio de la definición; obligatorio"),
                "provenance",
                new Sentence(
                        "how the custodian came by them; published if not given",
                        "cómo las obtuvo el custodio; published si no se indica"),
                "published-at",
                new Sentence(
                        "when the custodian made them public, such as 2030-05-12T19:00Z; may be left out",
                        "cuándo las hizo públicas el custodio, como 2030-05-12T19:00Z; puede omitirse"),
                "way",
                new Sentence(
                        "how they reached the custodian: transmitted, by_hand or unstated, which it is if not given",
                        "cómo llegaron al custodio: transmitted, by_hand o unstated, que vale si no se indica"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, (file, session) -> new Reading(file, session).read());
    }

    /** One file on its way into the folder. */
    private static final class Reading {
        /** Which delivery a sheet goes into: of its shape the first that does not have its station yet. */
        private record Shape(Contest contest, List<Figure> figures) {}

        /** Most different sheets of one station and contest in a file; a machine that states two has failed already. */
        private static final int SHEETS_MOST = 50;

        private final InputFile file;
        private final ImportSession session;
        private final Known known;
        private final CustodianId custodian;
        private final Provenance provenance;
        private final StationFigures.Way way;
        private final @Nullable Instant publishedAt;
        private final SheetParts parts = new SheetParts();
        /** Hashes of the texts so far: a code that was scanned twice is one sheet. */
        private final Set<Hash> texts = new HashSet<>();

        private final Map<Shape, List<Delivery>> deliveries = new HashMap<>();

        Reading(InputFile file, ImportSession session) {
            this.file = file;
            this.session = session;
            Where whole = Where.file(file.name());
            this.known = Known.of(session, whole);
            String named = session.option("custodian", "");
            if (named.isEmpty()) {
                throw TemplateProblem.WHOSE_SHEETS.at(whole);
            }
            this.custodian = known.custodian(named, Where.field("custodian"));
            this.provenance =
                    Words.of(Provenance.class, session.option("provenance", "published"), Where.field("provenance"));
            this.way = Words.of(StationFigures.Way.class, session.option("way", "unstated"), Where.field("way"));
            String published = session.option("published-at", "");
            this.publishedAt = published.isEmpty() ? null : Words.second(published, Where.field("published-at"));
        }

        void read() {
            List<String> lines = TextLines.of(file.name(), file.bytes());
            Hash kept = session.keep(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    Where where = new Where(file.name(), i + 1L, "");
                    whole(line, where).ifPresent(text -> take(text, where, kept));
                    session.rowRead();
                }
            }
            parts.missing().ifPresent(problem -> {
                throw new RefusedException(problem.in(file.name()));
            });
            if (deliveries.isEmpty()) {
                throw TemplateProblem.NO_SHEETS.at(Where.file(file.name()));
            }
            deliveries
                    .values()
                    .forEach(levels ->
                            levels.forEach(delivery -> session.count(delivery.finish(Where.file(file.name())))));
        }

        /** The text of a whole sheet: that of the line, or the one of which the line is the last part that was missing. */
        private Optional<String> whole(String line, Where where) {
            return SheetParts.isPart(line) ? at(where, parts.take(line)) : Optional.of(line);
        }

        private static <T> T at(Where where, Result<T> result) {
            return switch (result) {
                case Result.Ok<T>(T value) -> value;
                case Result.Refused<T>(Problem problem) ->
                    throw new RefusedException(new Problem(
                            problem.code(),
                            new Where(
                                    where.file(), where.line(), problem.where().field()),
                            problem.sentence()));
            };
        }

        private void take(String text, Where where, Hash kept) {
            SignedSheet signed = at(where, SheetReader.read(text));
            Sheet sheet = signed.sheet();
            Contest contest = known.contest(sheet.contest().value(), where);
            List<Figure> positions = Figure.positions(contest);
            if (sheet.votes().size() != positions.size()) {
                throw TemplateProblem.POSITIONS.at(where, sheet.votes().size(), contest.id(), positions.size());
            }
            if (!texts.add(Sha256.of(signed.text().getBytes(StandardCharsets.UTF_8)))) {
                session.count("repeated", 1);
                return;
            }
            List<Figure> figures = new ArrayList<>(positions);
            figures.addAll(sheet.counts().keySet());
            delivery(new Shape(contest, figures), sheet.station().value(), where, kept)
                    .sheet(signed, way, where);
        }

        private Delivery delivery(Shape shape, String station, Where where, Hash kept) {
            List<Delivery> levels = deliveries.computeIfAbsent(shape, _ -> new ArrayList<>());
            for (Delivery delivery : levels) {
                if (!delivery.has(station)) {
                    return delivery;
                }
            }
            if (levels.size() == SHEETS_MOST) {
                throw TemplateProblem.MANY_SHEETS.at(where, station, SHEETS_MOST);
            }
            Delivery further = Delivery.begin(
                    session.writer(),
                    session.frame(),
                    new DeliveryTerms(
                            custodian,
                            known.definition().sideOf(custodian),
                            Source.Kind.COPIES,
                            shape.contest().id(),
                            provenance,
                            shape.figures(),
                            publishedAt,
                            true,
                            known.definition().levels(),
                            kept),
                    where);
            levels.add(further);
            return further;
        }
    }
}
