package org.cotejo.formats.venezuela;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.Provenance;
import org.cotejo.definition.CandidateId;
import org.cotejo.formats.csv.CsvImport;
import org.cotejo.formats.csv.CsvMap;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.tally.Figure;

/**
 * {@code ve-csv}: the two files of the Comando ConVzla, V1 with registered voters and V2 without, told apart by their header.
 * A station's code is centre and table with the zeros that the files lost, as in the QR of its sheet.
 */
public final class VeCsv implements Importer {
    private static final String REGISTERED = "RE";
    private static final List<String> PLACES = List.of("EDO", "MUN", "PAR");

    @Override
    public String name() {
        return "ve-csv";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "Venezuela 2024: RESULTADOS_2024_CSV_V1.csv and _V2.csv; brings the definition and both bulletins",
                "Venezuela 2024: RESULTADOS_2024_CSV_V1.csv y _V2.csv; trae la definición y los dos boletines");
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, VeCsv::read);
    }

    private static void read(InputFile file, ImportSession session) {
        RowFile rows = RowFile.open(file.name(), file.bytes(), RowTerms.PLAIN);
        CsvMap map = map(rows.has(REGISTERED));
        refuseOther(rows, map);
        VeFrame.bring(session, Where.file(file.name()));
        CsvImport.deliver(file, map, session);
    }

    private static void refuseOther(RowFile rows, CsvMap map) {
        List<String> expected = new ArrayList<>(map.places());
        map.station().forEach(part -> expected.add(part.column()));
        expected.addAll(map.counts().values());
        VeFrame.candidates().forEach(id -> expected.add(id.value()));
        for (String column : expected) {
            if (!rows.has(column)) {
                throw VeProblem.HEADER.at(Where.file(rows.name()), column, String.join(",", expected));
            }
        }
    }

    private static CsvMap map(boolean hasRegistered) {
        Map<Figure.Count, String> counts = new EnumMap<>(Figure.Count.class);
        counts.put(Figure.Count.VALID, "VOTOS_VALIDOS");
        counts.put(Figure.Count.NULL, "VOTOS_NULOS");
        if (hasRegistered) {
            counts.put(Figure.Count.REGISTERED, REGISTERED);
        }
        Map<CandidateId, List<String>> votes = new LinkedHashMap<>();
        VeFrame.candidates().forEach(id -> votes.put(id, List.of(id.value())));
        return new CsvMap(
                VeFrame.CONVZLA,
                VeFrame.OPPOSITION,
                false,
                Provenance.PUBLISHED,
                null,
                VeFrame.CONTEST,
                RowTerms.PLAIN,
                List.of(new CsvMap.CodePart("CENTRO", 9), new CsvMap.CodePart("MESA", 2)),
                PLACES,
                VeFrame.LEVELS,
                new CsvMap.Votes.Columns(votes),
                counts,
                Map.of(),
                null,
                false,
                null,
                null);
    }
}
