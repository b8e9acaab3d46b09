package org.cotejo.formats.venezuela;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Where;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportSession;

/**
 * What is known of the election besides its sheets: 10 candidates on 38 cards, 30,026 stations, a roll of 21,321,805. The
 * order of the cards is that of the ballot and of the numbers in the QR (shared/FORMATS.md, section 1.3).
 */
final class VeFrame {
    static final ContestId CONTEST = new ContestId("presidente");
    static final CustodianId CNE = new CustodianId("cne");
    static final CustodianId CONVZLA = new CustodianId("convzla");
    static final SideId OPPOSITION = new SideId("opposition");
    static final SideId AUTHORITY = new SideId("authority");
    static final List<String> LEVELS = List.of("Estado", "Municipio", "Parroquia");

    private static final String ID = "ve-2024-07-28";
    private static final long ROLL = 21_321_805;
    private static final int STATIONS = 30_026;

    private static final List<Candidate> CANDIDATES = List.of(
            candidate("EG", "Edmundo González Urrutia"),
            candidate("NM", "Nicolás Maduro Moros"),
            candidate("LM", "Luis Eduardo Martínez"),
            candidate("JABE", "Javier Bertucci"),
            candidate("JOBR", "José Brito"),
            candidate("AE", "Antonio Ecarri"),
            candidate("CF", "Claudio Fermín"),
            candidate("DC", "Daniel Ceballos"),
            candidate("EM", "Enrique Márquez"),
            candidate("BERA", "Benjamín Rausseo"));

    /** The parties' cards of each candidate in the order of the ballot. */
    private static final String[][] CARDS = {
        {"NM", "PSUV", "PCV", "TUPAMARO", "PPT", "MSV", "PODEMOS", "MEP", "APC", "ORA", "UPV", "EV", "PVV", "PFV"},
        {"LM", "AD", "COPEI", "MR", "BR", "DDP", "UNE"},
        {"JABE", "EL CAMBIO"},
        {"JOBR", "PV", "VU", "UVV", "MPJ"},
        {"AE", "AP", "MOVEV", "CMC", "FV", "ALIANZA DEL LAPIZ", "MIN UNIDAD"},
        {"CF", "SPV"},
        {"DC", "VPA", "AREPA"},
        {"EG", "UNTC", "MPV", "MUD"},
        {"EM", "CENTRADOS"},
        {"BERA", "CONDE"},
    };

    private VeFrame() {}

    private static Candidate candidate(String id, String name) {
        return new Candidate(new CandidateId(id), name);
    }

    static List<CandidateId> candidates() {
        return CANDIDATES.stream().map(Candidate::id).toList();
    }

    static ElectionDefinition definition() {
        List<BallotOption> options = new ArrayList<>();
        for (String[] cards : CARDS) {
            for (int i = 1; i < cards.length; i++) {
                options.add(new BallotOption(options.size() + 1, cards[i], new CandidateId(cards[0])));
            }
        }
        return new ElectionDefinition(
                ID,
                "Venezuela, elección presidencial del 28 de julio de 2024",
                ElectionDefinition.Origin.IMPORTED,
                LEVELS,
                List.of(new Contest(CONTEST, "Presidente de la República", CANDIDATES, options)),
                List.of(new Side(AUTHORITY, "Autoridad electoral"), new Side(OPPOSITION, "Oposición")),
                List.of(
                        new Custodian(CNE, AUTHORITY, "Consejo Nacional Electoral"),
                        new Custodian(CONVZLA, OPPOSITION, "Comando ConVzla")),
                ROLL,
                STATIONS,
                CNE);
    }

    /** States the frame in a folder that has none, and the bulletins in one that has this frame without them. */
    static void bring(ImportSession session, Where where) {
        if (session.frame().definition().isEmpty()) {
            session.add(new Entry.DefinitionStated(definition()), where);
        }
        ElectionDefinition stated = session.frame().definition().orElseThrow();
        boolean isOurs = stated.id().equals(ID)
                && stated.custodian(CNE).isPresent()
                && stated.contest(CONTEST).isPresent()
                && candidates().stream()
                        .allMatch(id -> stated.contest(CONTEST).orElseThrow().indexOf(id) >= 0);
        if (isOurs) {
            VeBulletins.bring(session, where);
        }
    }
}
