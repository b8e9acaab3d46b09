package org.cotejo.formats.templates;

import java.util.Map;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.HeldLog;
import org.cotejo.definition.CustodianId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.sheet.PublishedLog;

/**
 * Logs of voting machines, a file each, as {@code cotejo station transmit --log-into} hands them out. The file becomes public as it is, so one
 * that holds anything but what machines write is refused; one whose signatures are false is evidence.
 */
final class MachineLogsImport implements Importer {
    private static final String CUSTODIAN = "custodian";

    @Override
    public String name() {
        return "machine-logs";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "signed logs of voting machines, a file each; they become public",
                "bitácoras firmadas de máquinas de votación, un archivo cada una; se hacen públicas");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                CUSTODIAN,
                new Sentence(
                        "who holds the logs, a custodian of the definition; needed",
                        "quién tiene las bitácoras, un custodio de la definición; obligatorio"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, MachineLogsImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Where whole = Where.file(file.name());
        Known known = Known.of(session, whole);
        String given = session.option(CUSTODIAN, "");
        if (given.isEmpty()) {
            throw TemplateProblem.WHOSE_SHEETS.at(whole);
        }
        CustodianId custodian = known.custodian(given, Where.field(CUSTODIAN));
        PublishedLog log = switch (PublishedLog.read(file.bytes())) {
            case Result.Ok<PublishedLog>(PublishedLog read) -> read;
            case Result.Refused<PublishedLog>(Problem problem) ->
                throw new RefusedException(new Problem(problem.code(), whole, problem.sentence()));
        };
        if (!log.election().equals(known.definition().id())) {
            throw TemplateProblem.OTHER_LOG.at(
                    whole,
                    TemplateProblem.shown(log.election()),
                    known.definition().id());
        }
        if (!known.station(log.station().value(), whole).equals(log.station())
                || !session.machineLogs().hasKey(log)) {
            throw TemplateProblem.NO_KEY.at(whole, log.machine(), log.station());
        }
        session.rowsRead(log.lines().size());
        Hash hash = file.hash();
        session.machineLogs()
                .put(custodian, hash, log, () -> InputFile.read(file.path()).bytes())
                .ifPresentOrElse(held -> add(file, held, session, whole), () -> session.count("repeated", 1));
    }

    private static void add(InputFile file, HeldLog held, ImportSession session, Where where) {
        session.keepPublic(file.bytes());
        session.add(new Entry.MachineLogGiven(held), where);
        session.count("machine_logs", 1);
        session.count("lines_proven", held.facts().proven());
        session.count("lines_not_proven", held.facts().lines() - held.facts().proven());
    }
}
