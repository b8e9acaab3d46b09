package org.cotejo.formats.venezuela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.cotejo.entry.Entry;
import org.cotejo.formats.TestFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QR texts of sheets: the grammar exactly, since nothing in them could show that a figure is wrong. */
class VeQrTest {
    private static final String QR =
            "010111043.01.1.0001!112,5,4,1,9,1,1,0,2,2,0,0,15,3,1,0,1,1,0,1,0,0,0,0,0,0,0,0,0,1,0,0,0,8,10,160,1,6!0!0";

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new TestFolder(base);
    }

    private void run(String text) {
        folder.run("ve-qr", folder.file("qr.txt", text));
    }

    @Test
    void cardsNullsAndVoids() {
        run("\ufeff" + QR.replace("!0!0", "!3!2") + "\r\n\r\n");
        assertEquals(
                "[112, 5, 4, 1, 9, 1, 1, 0, 2, 2, 0, 0, 15, 3, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 8, 10, 160, 1, 6, 3, 2]",
                folder.cells("010111043.01"));
        assertEquals(
                "[option 38, null, blank]",
                folder.sources().getFirst().figures().subList(37, 40).toString());
        assertEquals(2, folder.entries(Entry.AnnouncementMade.class).size());
    }

    @Test
    void theHolderCanBeNamed() {
        folder.run("ve-qr", null, Map.of("custodian", "mision", "side", "observers"), folder.file("qr.txt", QR));
        assertEquals("mision/1", folder.sources().getFirst().id().toString());
        assertEquals(
                "observers",
                folder.frame()
                        .definition()
                        .orElseThrow()
                        .sideOf(folder.sources().getFirst().id().custodian())
                        .value());
        folder.refused("VE-105", () -> folder.run("ve-qr", null, Map.of("side", "a b"), folder.file("q.txt", QR)));
        folder.refused("IMPORT-104", () -> folder.run("ve-qr", null, Map.of("sid", "a"), folder.file("q.txt", QR)));
        folder.refused(
                "DELIVERY-102", () -> folder.run("ve-qr", null, Map.of("side", "authority"), folder.file("q.txt", QR)));
    }

    @Test
    void aTruncatedListIsNotZippedSilently() {
        Problem problem = folder.refused(
                "VE-103", () -> run(QR + "\n" + QR.replace(",6!", "!").replace("43.01", "43.02")));
        assertEquals(2, problem.where().line());
        assertTrue(problem.sentence().en().contains("37 numbers"));
        folder.refused("VE-103", () -> run(QR.replace(",6!", ",6,0!")));
    }

    @Test
    void everythingElseIsRefused() {
        for (String text : List.of(
                "010111043.01.2.0001",
                "010111043.01.1.0002",
                "10111043.01.1.0001",
                "010111043.1.1.0001",
                "01011104x.01.1.0001",
                "x010111043.01.1.0001",
                "010111043.01.1.0001.",
                " 010111043.01. 1.0001")) {
            folder.refused("VE-102", () -> run(QR.replace("010111043.01.1.0001", text)));
        }
        folder.refused("VE-102", () -> run(QR + "!0"));
        folder.refused("VE-102", () -> run(QR.replace("!0!0", "!0")));
        folder.refused("VE-102", () -> run("0176Acta0096.jpg," + QR));
        folder.refused("VE-104", () -> run(QR.replace("112", "1x2")));
        folder.refused("VE-104", () -> run(QR.replace("112", "-12")));
        folder.refused("VE-104", () -> run(QR.replace("112", "")));
        folder.refused("VE-104", () -> run(QR.replace("112", "1234567")));
        folder.refused("VE-104", () -> run(QR.replace("112", "\u0661")));
        folder.refused("VE-104", () -> run(QR.replace("!0!0", "!0! 0")));
        assertEquals(
                2,
                folder.refused("DELIVERY-101", () -> run(QR + "\n" + QR))
                        .where()
                        .line());
        folder.refused("DELIVERY-109", () -> run("\n\n"));
        folder.refused("TEXT-101", () -> run("%PDF-1.4"));
        folder.refused("VE-102", () -> run("QRBU:1:1 VRQR:1.5 VRCH:20220829"));
    }

    @Test
    void anyDamageIsARefusalOrThirtyEightNumbers() {
        Random random = new Random(20240728);
        for (int i = 0; i < 30_000; i++) {
            byte[] damaged = QR.getBytes(StandardCharsets.US_ASCII);
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(0x20, 0x7f);
            }
            String text = new String(damaged, StandardCharsets.US_ASCII);
            try {
                QrText read = QrText.read(text, Where.file("f"));
                assertEquals(40, read.cells().length);
                assertTrue(text.startsWith(read.station() + ".1.0001!"), text);
            } catch (RefusedException e) {
                assertTrue(e.problem().code().startsWith("VE-"));
            }
        }
    }

    @Test
    void aTableOfAnotherElectionIsNoVeCsv() {
        Problem problem = folder.refused(
                "VE-101", () -> folder.run("ve-csv", folder.file("x.csv", "EDO,MUN,PAR,CENTRO,MESA\n1,1,1,1,1\n")));
        assertTrue(problem.sentence().en().contains("lacks VOTOS_VALIDOS"));
        assertThrows(RefusedException.class, () -> folder.run("ve-csv", folder.file("x.csv", QR)));
    }

    @Test
    void aFolderWithADefinitionOfItsOwnKeepsIt() {
        folder.csv(
                "{\"custodian\": \"convzla\", \"side\": \"opposition\", \"contest\": \"presidente\", \"station\": [\"m\"], \"votes\": {\"EG\": \"a\"}}",
                "m,a\n010111043.01,1\n");
        folder.refused("DELIVERY-105", () -> run(QR));
        assertEquals(0, folder.entries(Entry.AnnouncementMade.class).size());
    }

    @Test
    void leadingZerosThatASpreadsheetLostAreRestored() {
        String header =
                "COD_EDO,EDO,COD_MUN,MUN,COD_PAR,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA,URL\n";
        folder.run(
                "ve-csv",
                folder.file("v.csv", header + "1,E,1,M,1,P,10111043,1,10,0,1,1,1,1,1,1,1,1,1,1,https://x/a.jpg\n"));
        assertEquals("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 10, 0]", folder.cells("010111043.01"));
        folder.refused(
                "TEXT-116",
                () -> folder.run(
                        "ve-csv",
                        folder.file("v.csv", header + "1,E,1,M,1,P,1010111043,1,10,0,1,1,1,1,1,1,1,1,1,1,u\n")));
    }
}
