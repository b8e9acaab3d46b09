package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.HeldLog;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.formats.TestFolder;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.LogLine;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.StationKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of machines: what goes in and becomes public, and what is refused. */
class MachineLogsImportTest {
    private static final Ed25519Secret MACHINE = Ed25519Secret.ofSeed(new byte[32]);

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void toyElection() {
        folder = TestFolder.withKey(base, MACHINE);
    }

    private static byte[] logOf(String election, String station, String machine, String... what) {
        StationKey key = new StationKey(
                new StationCode(station), new MachineId(machine), KeyAlgorithm.ED25519, MACHINE.verifyKey());
        StringBuilder text = new StringBuilder();
        Hash before = LogLine.NONE;
        for (int i = 0; i < what.length; i++) {
            OffsetDateTime at = OffsetDateTime.parse("2030-05-12T06:00Z");
            boolean isOfVoter = what[i].equals("counted");
            LogLine line = LogLine.signed(election, key, MACHINE, i + 1L, at, isOfVoter, what[i], before);
            text.append(line.text()).append('\n');
            before = line.hash();
        }
        return PublishedLog.bytes(election, key, text.toString());
    }

    private static byte[] log(String... what) {
        return logOf("toy-2030", "0101.01", "M", what);
    }

    private void run(String custodian, byte[]... logs) {
        Path[] files = new Path[logs.length];
        for (int i = 0; i < logs.length; i++) {
            files[i] = folder.file("log" + i + ".log", logs[i]);
        }
        folder.run("machine-logs", null, custodian.isEmpty() ? Map.of() : Map.of("custodian", custodian), files);
    }

    private List<HeldLog> held() {
        Dossier dossier = Dossier.of(folder.open().blocks());
        return dossier.records(dossier.frame().register().find(new StationCode("0101.01")))
                .machineLogs();
    }

    @Test
    void aLogBecomesPublicAndStandsOnRecordOfItsStation() {
        byte[] log = log("initialised", "loaded", "opened", "counted");
        run("mission", log);
        run("mission", log);
        HeldLog only = held().getFirst();
        assertEquals(1, held().size(), "the same log of the same body counts once");
        assertEquals(Sha256.of(log), only.file());
        assertArrayEquals(log, folder.open().blob(only.file()));
        assertEquals(4, only.facts().proven());
        assertEquals(1, only.facts().counted());
        assertEquals(SignatureVerdict.PROVEN, Dossier.of(folder.open().blocks()).verdictOf(only));
    }

    @Test
    void logsOfOneMachineKnowEachOtherWithinAndAcrossImports() {
        byte[] log = log("initialised", "loaded", "opened", "counted");
        run("mission", log, log("initialised", "loaded"));
        run("coalition", log, log("initialised", "transmitted"));
        assertEquals(List.of(0, 0, 0, 2), held().stream().map(HeldLog::parting).toList());
    }

    @Test
    void aFalseLogIsEvidenceToo() {
        byte[] log = log("initialised", "loaded", "opened", "counted");
        run(
                "mission",
                new String(log, StandardCharsets.UTF_8)
                        .replace(" opened ", " loaded ")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(2, held().getFirst().facts().proven());
        assertEquals(SignatureVerdict.FALSE, Dossier.of(folder.open().blocks()).verdictOf(held().getFirst()));
    }

    @Test
    void whatIsNoneIsRefused() {
        byte[] log = log("initialised");
        folder.refused("TEMPLATE-132", () -> run("", log));
        folder.refused("TEMPLATE-104", () -> run("nobody", log));
        folder.refused(
                "SHEET-108", () -> run("mission", "cotejo machine log 1\nnames\n".getBytes(StandardCharsets.UTF_8)));
        folder.refused("TEMPLATE-138", () -> run("mission", logOf("toy-2031", "0101.01", "M", "initialised")));
        folder.refused("TEMPLATE-139", () -> run("mission", logOf("toy-2030", "0101.01", "N", "initialised")));
        folder.refused("TEMPLATE-102", () -> run("mission", logOf("toy-2030", "9999.99", "M", "initialised")));
        folder.refused("SHEET-108", () -> run("mission", log, new byte[] {(byte) 0xff}));
    }
}
