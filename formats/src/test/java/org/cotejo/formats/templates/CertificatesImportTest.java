package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.formats.TestFolder;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of certificates of counts: what goes in, and what is refused with its line. */
class CertificatesImportTest {
    private static final Ed25519Secret MACHINE = Ed25519Secret.ofSeed(
            Sha256.of("machine".getBytes(StandardCharsets.UTF_8)).bytes());
    private static final LocalDateTime CLOSING = LocalDateTime.of(2030, 5, 12, 18, 0);

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void toyElection() {
        folder = TestFolder.withKey(base, MACHINE);
    }

    private static String certificate(String station, String contest, List<Integer> votes) {
        SignedSheet beside = SignedSheet.signedBy(
                MACHINE,
                new Sheet(
                        KeyAlgorithm.ED25519,
                        "toy-2030",
                        new SpokenHash("0000" + " 0000".repeat(9)),
                        new StationCode(station),
                        new ContestId(contest),
                        1,
                        1,
                        Sheet.Paper.FINAL,
                        new MachineId("M"),
                        new SheetHours(CLOSING.minusHours(12), CLOSING, ZoneOffset.UTC),
                        votes,
                        Map.of(Figure.Count.BALLOTS, 6)));
        return CountCertificate.signedBy(MACHINE, beside, CLOSING.plusHours(1), ZoneOffset.UTC, votes, 0, 0)
                .text();
    }

    private void run(Map<String, String> options, String... lines) {
        folder.run("certificates", null, options, folder.file("certificates.txt", String.join("\n", lines) + "\n"));
    }

    private void refused(String code, String... lines) {
        folder.refused(code, () -> run(Map.of("custodian", "mission"), lines));
    }

    @Test
    void certificatesStandOnRecordOfTheirStationWithTheirHolder() {
        String text = certificate("0101.01", "president", List.of(1, 2, 3));
        run(Map.of(), "# a count", "custodian=mission", "", text, text);
        Dossier dossier = Dossier.of(folder.open().blocks());
        List<HeldCertificate> held = dossier.records(dossier.frame().register().find(new StationCode("0101.01")))
                .certificates();
        assertEquals(1, held.size(), "a line that stands twice counts once");
        assertEquals("mission", held.getFirst().holder().value());
        assertEquals(text, held.getFirst().certificate().text());
        assertEquals(SignatureVerdict.PROVEN, dossier.verdictOf(held.getFirst().certificate()), "its key is listed");
    }

    @Test
    void aFalseCertificateIsEvidenceToo() {
        String text = certificate("0101.01", "president", List.of(1, 2, 3));
        run(Map.of("custodian", "mission"), text.replace("/1:1 2:2 ", "/1:2 2:1 "));
        Dossier dossier = Dossier.of(folder.open().blocks());
        HeldCertificate held = dossier.records(dossier.frame().register().find(new StationCode("0101.01")))
                .certificates()
                .getFirst();
        assertTrue(dossier.verdictOf(held.certificate()) != SignatureVerdict.PROVEN);
    }

    @Test
    void whatIsNoneIsRefusedWithItsLine() {
        String text = certificate("0101.01", "president", List.of(1, 2, 3));
        folder.refused("TEMPLATE-132", () -> run(Map.of(), text));
        refused("TEMPLATE-137", "# nothing");
        refused("SHEET-107", text, text + "0");
        refused("SHEET-107", "COTEJO1/ED25519/");
        refused("TEMPLATE-134", certificate("0101.01", "president", List.of(1, 2)));
        refused("TEMPLATE-102", certificate("9999.99", "president", List.of(1, 2, 3)));
        refused("TEMPLATE-106", certificate("0101.01", "mayor", List.of(1, 2, 3)));
    }
}
