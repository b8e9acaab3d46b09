package org.cotejo.formats.templates;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.TextLines;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.tally.Figure;

/**
 * {@code certificates.txt}: signed certificates of hand counts of receipts, one a line, as {@code cotejo station count} writes them.
 * Whether signatures are true is found when the folder is reconciled: a false certificate is evidence too.
 */
final class CertificatesImport implements Importer {
    private static final String CUSTODIAN = "custodian";

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "signed certificates of hand counts of receipts, one a line",
                "constancias firmadas de conteos de comprobantes, una por línea");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                CUSTODIAN,
                new Sentence(
                        "who holds the certificates, a custodian of the definition; needed",
                        "quién tiene las constancias, un custodio de la definición; obligatorio"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, CertificatesImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Where whole = Where.file(file.name());
        Known known = Known.of(session, whole);
        List<String> lines = TextLines.of(file.name(), file.bytes());
        CustodianId custodian = custodian(file, session, known, lines);
        session.keep(file);
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Where where = new Where(file.name(), i + 1L, "");
            if (line.isEmpty() || line.charAt(0) == '#' || line.startsWith(CUSTODIAN + "=")) {
                continue;
            }
            session.rowRead();
            CountCertificate certificate = certificate(line, where);
            check(certificate, known, where);
            if (texts.add(line)) {
                session.add(new Entry.CertificateGiven(new HeldCertificate(custodian, certificate)), where);
                session.count("certificates", 1);
            } else {
                session.count("repeated", 1);
            }
        }
        if (texts.isEmpty()) {
            throw TemplateProblem.NO_CERTIFICATES.at(whole);
        }
    }

    private static CustodianId custodian(InputFile file, ImportSession session, Known known, List<String> lines) {
        String given = session.option(CUSTODIAN, "");
        if (!given.isEmpty()) {
            return known.custodian(given, Where.field(CUSTODIAN));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(CUSTODIAN + "=")) {
                return known.custodian(
                        line.substring(CUSTODIAN.length() + 1), new Where(file.name(), i + 1L, CUSTODIAN));
            }
        }
        throw TemplateProblem.WHOSE_SHEETS.at(Where.file(file.name()));
    }

    private static CountCertificate certificate(String line, Where where) {
        return switch (CountCertificate.read(line)) {
            case Result.Ok<CountCertificate>(CountCertificate certificate) -> certificate;
            case Result.Refused<CountCertificate>(Problem problem) ->
                throw new RefusedException(new Problem(problem.code(), where, problem.sentence()));
        };
    }

    /** A station that is not listed, and a contest with other positions, are mistakes of whoever brings the file. */
    private static void check(CountCertificate certificate, Known known, Where where) {
        known.station(certificate.station().value(), where);
        Contest contest = known.contest(certificate.contest().value(), where);
        int positions = Figure.positions(contest).size();
        if (certificate.votes().size() != positions) {
            throw TemplateProblem.POSITIONS.at(where, certificate.votes().size(), contest.id(), positions);
        }
    }
}
