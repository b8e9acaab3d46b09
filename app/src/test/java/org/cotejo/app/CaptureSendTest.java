package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.ticket.CaptureNote;
import org.junit.jupiter.api.Test;

/** What a device sends and what stays in its queue, and who may hand out tickets. */
class CaptureSendTest extends CaptureRoad {
    @Test
    void aDeviceWithoutTicketsSignsNothingMore() throws IOException {
        for (int i = 0; i < 3; i++) {
            signed(20 + i);
        }
        assertEquals(Exit.BAD_INPUT, run("send", device, picture(30), "--station", station));
        assertTrue(out.contains("CAPT-110"), out);
        assertEquals(3, new CaptureQueue(device).waiting().size());
        Path large = Files.write(tmp.resolve("large.png"), new byte[CaptureNote.PICTURE_MOST + 1]);
        Files.copy(tmp.resolve("tickets/hand-out/set-2.tickets"), tmp.resolve("other-tickets"));
        Path other = Files.createDirectory(tmp.resolve("other"));
        Files.copy(tmp.resolve("tickets/hand-out/set-2.tickets"), other.resolve("tickets"));
        assertEquals(Exit.BAD_INPUT, run("send", other, large, "--station", station));
        assertTrue(out.contains("CAPT-112"), out);
        assertEquals(Exit.BAD_INPUT, run("send", other, "--to", "ftp://x/"));
        assertEquals(Exit.BAD_INPUT, run("send", other));
    }

    @Test
    void anIntakeThatNobodyAnswersLeavesEverythingInTheQueue() throws IOException {
        signed(40);
        String gone = url();
        server.close();
        assertEquals(Exit.MACHINE_FAILED, run("send", device, "--to", gone, "--tries", 1), () -> out);
        assertEquals(1, new CaptureQueue(device).waiting().size());
    }

    @Test
    void ticketsOfAnotherBodyAreRefused() {
        assertEquals(
                Exit.BAD_INPUT,
                run(
                        "tickets",
                        sides.a.path(),
                        "--custodian",
                        sides.other,
                        "--count",
                        1,
                        "--into",
                        tmp.resolve("tickets")));
        assertTrue(out.contains("APP-229"), out);
        assertEquals(
                Exit.BAD_INPUT,
                run("tickets", sides.a.path(), "--custodian", "nobody", "--count", 1, "--into", tmp.resolve("t2")));
        assertEquals(
                Exit.PROVEN,
                run("tickets", sides.a.path(), "--custodian", body, "--count", 1, "--into", tmp.resolve("tickets")),
                () -> out);
        assertTrue(Files.exists(tmp.resolve("tickets/hand-out/set-3.tickets")));
    }

    @Test
    void aCaptureThatIsRefusedKeepsNoOtherFromBeingSent() throws IOException {
        assertEquals(Exit.PROVEN, run("send", device, picture(50), "--station", "nowhere"), () -> out);
        signed(51);
        signed(52);
        assertEquals(Exit.REFUTED, run("send", device, "--to", url()), () -> out);
        assertTrue(out.contains("CAPT-105"), out);
        assertEquals(1, new CaptureQueue(device).waiting().size(), "it waits on for a person to look");
        assertEquals(6, kept().size());
    }

    @Test
    void aCustodianThatIsNoIdIsRefusedInWords() {
        for (String id : List.of("two words", "", "nobody")) {
            assertEquals(
                    Exit.BAD_INPUT,
                    run("tickets", sides.a.path(), "--custodian", id, "--count", 1, "--into", tmp.resolve("t3")),
                    () -> out);
            assertTrue(out.contains("--custodian") && out.contains(body), out);
        }
    }
}
