package org.cotejo.formats.venezuela;

import java.util.List;
import java.util.Map;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.Names;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.SideId;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.TextLines;

/** {@code ve-qr}: texts read from the QR codes of sheets, one a line: votes by card, which the published files do not have. */
public final class VeQr implements Importer {
    @Override
    public String name() {
        return "ve-qr";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "Venezuela 2024: texts of the QR codes of sheets, one a line; brings the definition and both bulletins",
                "Venezuela 2024: textos de los QR de las actas, uno por línea; trae la definición y los dos boletines");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                "custodian",
                new Sentence(
                        "who holds the sheets; convzla if not given", "quién tiene las actas; convzla si no se indica"),
                "side",
                new Sentence(
                        "the custodian's side; opposition if not given",
                        "la parte del custodio; opposition si no se indica"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, VeQr::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Where whole = Where.file(file.name());
        String custodian = id(session, "custodian", VeFrame.CONVZLA.value());
        String side = id(session, "side", VeFrame.OPPOSITION.value());
        List<String> lines = TextLines.of(file.name(), file.bytes());
        VeFrame.bring(session, whole);
        Delivery delivery = Delivery.begin(
                session.writer(),
                session.frame(),
                new DeliveryTerms(
                        new CustodianId(custodian),
                        new SideId(side),
                        Source.Kind.COPIES,
                        VeFrame.CONTEST,
                        Provenance.PUBLISHED,
                        QrText.figures(),
                        null,
                        true,
                        VeFrame.LEVELS,
                        session.keep(file)),
                whole);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                Where where = new Where(file.name(), i + 1L, "");
                QrText qr = QrText.read(line, where);
                session.rowRead();
                delivery.station(
                        qr.station(),
                        PlaceTree.COUNTRY,
                        StationFigures.Paper.FINAL,
                        StationFigures.Way.UNSTATED,
                        qr.cells(),
                        where);
            }
        }
        session.count(delivery.finish(whole));
    }

    private static String id(ImportSession session, String option, String otherwise) {
        String id = session.option(option, otherwise);
        if (!Names.idFault(id).isEmpty()) {
            throw VeProblem.OPTION.at(Where.field(option), id);
        }
        return id;
    }
}
