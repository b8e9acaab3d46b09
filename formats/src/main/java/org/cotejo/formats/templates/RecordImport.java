package org.cotejo.formats.templates;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Files in which each row is one record: keys, incidents, denials, custody, roster, calendar, corrections, retractions,
 * commitments.
 *
 * @param required columns that must be there
 * @param optional columns that may be there
 * @param entry the entry of one row
 */
record RecordImport(
        String name, Sentence what, List<String> required, List<String> optional, Function<RecordRow, Entry> entry)
        implements Importer {

    static List<Importer> all() {
        return List.of(
                keys(),
                incidents(),
                denials(),
                custody(),
                roster(),
                calendar(),
                corrections(),
                retractions(),
                commitments());
    }

    private static RecordImport keys() {
        return new RecordImport(
                "keys",
                new Sentence(
                        "public keys of the stations' machines, to be stated before the definition is frozen",
                        "claves públicas de las máquinas de las mesas, antes de congelar la definición"),
                List.of("station", "machine", "algorithm", "key"),
                List.of(),
                row -> new Entry.StationKeyStated(row.key("station", "machine", "algorithm", "key")));
    }

    private static RecordImport retractions() {
        return new RecordImport(
                "retractions",
                new Sentence(
                        "deliveries that take back what they brought for a station",
                        "entregas que retiran lo que trajeron de una mesa"),
                List.of("station", "delivery", "reason"),
                List.of(),
                row -> new Entry.CopyRetracted(new Retraction(
                        row.station("station"), row.source("delivery"), row.word("reason", Retraction.Reason.class))));
    }

    private static RecordImport commitments() {
        return new RecordImport(
                "commitments",
                new Sentence(
                        "hashes that audits commit to before their draw",
                        "hashes a los que se comprometen las auditorías antes de su sorteo"),
                List.of("audit", "kind", "day", "hash"),
                List.of(),
                row -> new Entry.AuditCommitted(new Commitment(
                        Words.shortName(row.required("audit"), row.where("audit")),
                        row.word("kind", Commitment.Kind.class),
                        row.day("day"),
                        row.hash("hash"))));
    }

    private static RecordImport incidents() {
        return new RecordImport(
                "incidents",
                new Sentence("what happened at stations, by codes", "lo que ocurrió en las mesas, por códigos"),
                List.of("station", "kind", "reporter"),
                List.of("hour"),
                row -> new Entry.IncidentReported(new Incident(
                        row.station("station"),
                        row.word("kind", Incident.Kind.class),
                        row.custodian("reporter"),
                        row.hourIfAny("hour"))));
    }

    private static RecordImport denials() {
        return new RecordImport(
                "denials",
                new Sentence(
                        "what was denied at stations, such as a copy of the sheet",
                        "lo que se negó en las mesas, como la copia del acta"),
                List.of("station", "kind", "denied", "form"),
                List.of("hour", "statement"),
                row -> new Entry.DenialStated(new Denial(
                        row.station("station"),
                        row.word("kind", Denial.Kind.class),
                        row.custodian("denied"),
                        row.word("form", Denial.Form.class),
                        row.hourIfAny("hour"),
                        row.hashIfAny("statement"))));
    }

    private static RecordImport custody() {
        return new RecordImport(
                "custody",
                new Sentence(
                        "boxes, original sheets and poll books: seals, hand-overs, where they are",
                        "cajas, actas originales y cuadernos: precintos, entregas, dónde están"),
                List.of("station", "item", "step"),
                List.of("from", "to", "seal", "hour"),
                row -> {
                    CustodyEvent.Step step = row.word("step", CustodyEvent.Step.class);
                    @Nullable CustodianId from = row.custodianIfAny("from");
                    @Nullable CustodianId to = row.custodianIfAny("to");
                    if (step == CustodyEvent.Step.HANDED_OVER && (from == null || to == null)) {
                        throw TemplateProblem.HANDED_OVER.at(row.where("step"));
                    }
                    return new Entry.CustodyStepped(new CustodyEvent(
                            row.station("station"),
                            row.word("item", CustodyEvent.Item.class),
                            step,
                            from,
                            to,
                            row.seal("seal"),
                            row.hourIfAny("hour")));
                });
    }

    private static RecordImport roster() {
        return new RecordImport(
                "roster",
                new Sentence(
                        "coverage plan: the stations where a body means to have a witness or observer",
                        "plan de cobertura: las mesas donde un cuerpo prevé testigo u observador"),
                List.of("station", "body", "accredited"),
                List.of(),
                row -> new Entry.RosterPlanned(
                        new RosterPlace(row.station("station"), row.custodian("body"), row.yes("accredited"))));
    }

    private static RecordImport calendar() {
        return new RecordImport(
                "calendar",
                new Sentence(
                        "audits that the law or the calendar demands, and what became of them",
                        "auditorías que exige la ley o el calendario, y qué fue de ellas"),
                List.of("id", "title", "due", "state"),
                List.of("law", "done_on"),
                row -> {
                    AuditDue.State state = row.word("state", AuditDue.State.class);
                    @Nullable LocalDate doneOn = row.dayIfAny("done_on");
                    if ((state == AuditDue.State.DONE) != (doneOn != null)) {
                        throw TemplateProblem.DONE_ON.at(row.where("done_on"));
                    }
                    return new Entry.AuditScheduled(new AuditDue(
                            Words.shortName(row.required("id"), row.where("id")),
                            Words.name(row.required("title"), row.where("title")),
                            Words.title(row.text("law"), row.where("law")),
                            row.day("due"),
                            state,
                            doneOn));
                });
    }

    private static RecordImport corrections() {
        return new RecordImport(
                "corrections",
                new Sentence(
                        "legal corrections of sheets: which delivery holds the original, which the corrected figures",
                        "correcciones legales de actas: qué entrega tiene el original y cuál las cifras corregidas"),
                List.of("station", "original", "corrected", "reason"),
                List.of(),
                row -> {
                    SourceId original = row.source("original");
                    SourceId corrected = row.source("corrected");
                    if (original.equals(corrected)) {
                        throw TemplateProblem.SAME_SOURCE.at(row.where("corrected"));
                    }
                    return new Entry.CorrectionMade(new Correction(
                            row.station("station"), original, corrected, row.word("reason", Correction.Reason.class)));
                });
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, this::read);
    }

    private void read(InputFile file, ImportSession session) {
        Known known = Known.of(session, Where.file(file.name()));
        RecordFile records = RecordFile.open(file, session).with(required, optional);
        session.keep(file);
        records.forEachRecord(known, row -> {
            session.add(entry.apply(row), row.row().where());
            session.count(name, 1);
        });
    }
}
