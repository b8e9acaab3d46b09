package org.cotejo.reconcile;

import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.FindingCode;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.sheet.KeyAlgorithm;

/** {@link FindingExamples} of signed sheets, the keys of machines, and copies that were taken back. */
final class SheetExamples {
    private static final String FIGURES = "A B null registered";
    private static final String VOTERS = "A B null voters ballots";
    private static final String TRUE_SHEET = "S1 M1: 1 2 3 100";

    private SheetExamples() {}

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party", "union")
                .announcer("cne")
                .register("cne", "S1=100", "S2=100")
                .key("S1", "M1")
                .key("S2", "M2");
    }

    private static ElectionInBytes sheets(String... rows) {
        return election().frozen().sheets("party", FIGURES, rows);
    }

    private static ElectionInBytes withVoters(String row) {
        return election().frozen().sheets("party", VOTERS, row);
    }

    private static FindingExamples.Example example(
            FindingCode code, ElectionInBytes shows, ElectionInBytes doesNot, String... values) {
        return new FindingExamples.Example(code, shows, List.of(values), doesNot);
    }

    static Stream<FindingExamples.Example> all() {
        return Stream.of(
                example(
                        DossierFinding.SIGNATURE_FALSE,
                        sheets("S1 M1 forged: 1 2 3 100"),
                        sheets(TRUE_SHEET),
                        "party",
                        "M1"),
                example(
                        DossierFinding.OTHER_STATION,
                        sheets("S2 M2 for=S1: 1 2 3 100"),
                        sheets("S2 M2: 1 2 3 100"),
                        "party",
                        "S2"),
                example(
                        DossierFinding.OTHER_ELECTION,
                        election().sheets("party", FIGURES, "S1 M1 election=other: 1 2 3 100"),
                        sheets(TRUE_SHEET),
                        "party",
                        "other/president/" + "0".repeat(40)),
                example(
                        DossierFinding.SIGNED_TWICE,
                        sheets(TRUE_SHEET).sheets("union", FIGURES, "S1 M1 again: 1 2 3 100"),
                        sheets(TRUE_SHEET).sheets("union", FIGURES, TRUE_SHEET),
                        "M1"),
                example(DossierFinding.NO_KEY, sheets("S1 M9: 1 2 3 100"), sheets(TRUE_SHEET), "M9"),
                example(
                        DossierFinding.LATE_KEY,
                        sheets(TRUE_SHEET).key("S1", "M9"),
                        election().key("S1", "M9").frozen(),
                        "M9"),
                example(
                        DossierFinding.SECOND_KEY,
                        election().key("S1", "M1", KeyAlgorithm.ED25519, "M7"),
                        election().key("S1", "M1").key("S1", "M7"),
                        "M1"),
                example(
                        DossierFinding.REHEARSAL_KEYS,
                        election().key("S1", "M7", KeyAlgorithm.ED25519_DEMO, "M7"),
                        election().id("sim-1").key("S1", "M7", KeyAlgorithm.ED25519_DEMO, "M7"),
                        "1"),
                example(
                        ReconcileFinding.RECEIPTS_DIFFER,
                        sheets(TRUE_SHEET)
                                .sheets("union", FIGURES, TRUE_SHEET)
                                .certificate("party", "S1 M1: 1 1 3 0")
                                .certificate("union", "S1 M1: 1 1 3 0"),
                        sheets(TRUE_SHEET).certificate("party", "S1 M1: 1 2 3 0"),
                        "party, union",
                        "B 2/1"),
                example(
                        ReconcileFinding.CERTIFICATE_FALSE,
                        sheets(TRUE_SHEET).certificate("party", "S1 M1 forged: 1 1 3 0"),
                        sheets(TRUE_SHEET).certificate("party", "S1 M9: 1 1 3 0"),
                        "party",
                        "M1"),
                example(
                        ReconcileFinding.MACHINE_LOG_FALSE,
                        election().frozen().machineLog("party", "S1 M1 proven=41"),
                        election().frozen().machineLog("party", "S1 M1").machineLog("party", "S1 M9 proven=41"),
                        "party",
                        "M1",
                        "42",
                        "100"),
                example(
                        ReconcileFinding.MACHINE_LOG_DIFFERS,
                        withVoters("S1 M1: 1 2 3 7 6")
                                .sheets("union", VOTERS, "S1 M1: 1 2 3 7 6")
                                .copies("cne", VOTERS, "S2: 9 9 9 9 9")
                                .machineLog("party", "S1 M1 minute=1")
                                .machineLog("union", "S1 M1 minute=1"),
                        withVoters("S1 M1: 1 2 3 6 6")
                                .copies("union", VOTERS, "S1: 1 2 3 6 6")
                                .machineLog("party", "S1 M1"),
                        "M1",
                        "party, union",
                        "VOT 7/6, CLOSED 2024-07-28T22:00Z/2024-07-28T22:01Z"),
                example(
                        ReconcileFinding.MACHINE_LOGS_PART,
                        election().machineLog("party", "S1 M1").machineLog("union", "S1 M1 parting=7"),
                        election().machineLog("party", "S1 M1").machineLog("union", "S1 M1 proven=7"),
                        "union",
                        "M1",
                        "7"),
                example(
                        ReconcileFinding.MACHINE_LOG_DENIES_ITSELF,
                        election().machineLog("party", "S1 M1 counted=5 stated=6 printed=1"),
                        election().machineLog("party", "S1 M1 counted=5 stated=5 copies=1 printed=2"),
                        "party",
                        "M1",
                        "5",
                        "6",
                        "1",
                        "2"),
                example(
                        ReconcileFinding.RETRACTED,
                        sheets(TRUE_SHEET).retracted("S1", "party/1"),
                        sheets(TRUE_SHEET).retracted("S2", "party/1"),
                        "party"));
    }
}
