package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.HeldLog;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.junit.jupiter.api.Test;

/** A machine's log as it is handed out: what it says, what is proven of it, and what is no log. */
class PublishedLogTest {
    private static final Ed25519Secret MACHINE = Ed25519Secret.ofSeed(new byte[32]);
    private static final StationKey KEY =
            new StationKey(new StationCode("S1"), new MachineId("M1"), KeyAlgorithm.ED25519, MACHINE.verifyKey());
    private static final List<String> DAY = List.of(
            "initialised",
            "started software=" + "ab".repeat(32),
            "loaded",
            "opened",
            "released",
            "confirmed",
            "receipt-failed reason=jam",
            "receipt-again",
            "receipt-printed",
            "counted",
            "released",
            "confirmed",
            "receipt-printed",
            "spoiled",
            "confirmed",
            "withdrawn",
            "release-cancelled",
            "closing-begun poll-book=2 counted=1 copies=2",
            "copy-begun copy=1 printing=1",
            "copy-printed copy=1",
            "copy-printed copy=1",
            "copy-printed copy=2",
            "closed",
            "copy-printed copy=3",
            "transmitted");

    private static String lines(List<String> what) {
        StringBuilder text = new StringBuilder();
        Hash before = LogLine.NONE;
        for (int i = 0; i < what.size(); i++) {
            LogLine line = LogLine.signed(
                    "demo-1",
                    KEY,
                    MACHINE,
                    i + 1L,
                    OffsetDateTime.parse("2027-07-25T06:07-04:00"),
                    what.get(i).matches("release.*|confirmed|receipt.*|counted|spoiled|withdrawn"),
                    what.get(i),
                    before);
            text.append(line.text()).append('\n');
            before = line.hash();
        }
        return text.toString();
    }

    private static byte[] log(List<String> what) {
        return PublishedLog.bytes("demo-1", KEY, lines(what));
    }

    private static PublishedLog read(byte[] bytes) {
        return PublishedLog.read(bytes).orThrow();
    }

    private static void refused(String text) {
        Result<PublishedLog> read = PublishedLog.read(text.getBytes(StandardCharsets.UTF_8));
        Result.Refused<?> refused = assertInstanceOf(Result.Refused.class, read, text);
        assertEquals("SHEET-108", refused.problem().code());
    }

    @Test
    void aDayIsSummedUpFromItsLines() {
        OffsetDateTime minute = OffsetDateTime.parse("2027-07-25T06:07-04:00");
        LogFacts.Closing closing = new LogFacts.Closing(minute, 2, 1, 2, 2, true);
        LogFacts facts = read(log(DAY)).facts(KEY);
        assertEquals(new LogFacts(25, 25, minute, closing, 1, 1, 1, 1, 1), facts);
        assertTrue(facts.isWhole() && facts.isConsistent());
    }

    @Test
    void withoutAKeyNothingIsProvenAndNothingIsSaid() {
        assertEquals(
                new LogFacts(25, 0, null, null, 0, 0, 0, 0, 0), read(log(DAY)).facts(null));
    }

    @Property(tries = 60)
    void whatIsChangedTakenOutOrDoubledEndsWhatIsProven(@ForAll @IntRange(min = 0, max = 24) int at, @ForAll int how) {
        List<String> lines = new ArrayList<>(Arrays.asList(lines(DAY).split("\n", -1)));
        lines.removeLast();
        int expected = at;
        switch (Math.floorMod(how, 3)) {
            case 0 -> lines.remove(at);
            case 1 -> {
                lines.add(at, lines.get(at));
                expected = at + 1;
            }
            default -> lines.set(at, lines.get(at).replace("2027-07-25", "2027-07-26"));
        }
        byte[] bytes = PublishedLog.bytes("demo-1", KEY, String.join("\n", lines) + "\n");
        assertEquals(expected, read(bytes).facts(KEY).proven(), at + " " + how);
    }

    @Test
    void whatNoMachineWritesIsNoLog() {
        String log = new String(log(DAY), StandardCharsets.UTF_8);
        for (List<String> change : List.of(
                List.of("log 1", "log 2"),
                List.of("station S1", "station S 1"),
                List.of("machine M1\n", ""),
                List.of(" initialised ", " somebody "),
                List.of("=jam ", "=the_printer_of_ana "),
                List.of("T06:07-04:00 opened", "T06-04:00 opened"),
                List.of("T06-04:00 counted", "T06:07-04:00 counted"),
                List.of("2027-07-25T06:07-04:00 loaded", "2027-02-29T06:07-04:00 loaded"),
                List.of("-04:00 loaded", "-04:07 loaded"),
                List.of("-04:00 loaded", "+00:00 loaded"),
                List.of("copies=2", "copies=02"))) {
            assertTrue(log.contains(change.getFirst()), change.getFirst());
            refused(log.replace(change.getFirst(), change.getLast()));
        }
        refused(log + "\n");
        refused(log.stripTrailing());
        refused("");
        refused(log + "names of voters\n");
        refused(log.substring(0, log.indexOf("1 2027")));
    }

    @Test
    void aTimeAtGreenwichIsWrittenInOneWay() {
        LogLine line = LogLine.signed(
                "e", KEY, MACHINE, 1, OffsetDateTime.parse("2027-07-25T06:07Z"), true, "counted", LogLine.NONE);
        assertEquals("2027-07-25T06Z", line.time());
        assertEquals(line, LogLine.read(line.text()));
    }

    @Test
    void aLogThatGoesOnFromAnotherPartsFromItNowhere() {
        PublishedLog whole = read(log(DAY));
        PublishedLog shorter = read(log(DAY.subList(0, 9)));
        List<String> other = new ArrayList<>(DAY.subList(0, 9));
        other.set(8, "withdrawn");
        PublishedLog fork = read(log(other));
        assertEquals(0, PublishedLog.parting(whole, 25, shorter, 9));
        assertEquals(0, PublishedLog.parting(shorter, 9, whole, 25));
        assertEquals(9, PublishedLog.parting(fork, 9, whole, 25));
        assertEquals(0, PublishedLog.parting(fork, 9, whole, 8), "a line that is not proven is nobody's");
        List<HeldLog.Earlier> before =
                List.of(new HeldLog.Earlier(shorter, 8), new HeldLog.Earlier(whole, 25), new HeldLog.Earlier(fork, 9));
        Hash file = Sha256.of(new byte[1]);
        assertEquals(
                9, HeldLog.of(new CustodianId("c"), file, fork, KEY, before).parting());
        assertEquals(
                0, HeldLog.of(new CustodianId("c"), file, fork, null, before).parting());
    }
}
