package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.ticket.CaptureNote;
import org.cotejo.ticket.TicketSet;
import org.cotejo.tlog.Policy;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.junit.jupiter.api.Test;

/** A picture on its way from a device over a real connection into the public record, and the receipt on its way back. */
class CaptureTest extends CaptureRoad {
    @Test
    void fromTheDeviceToAProofInTheSendersHand() throws IOException {
        String receipt = signed(1);
        assertTrue(kept().isEmpty(), "nothing leaves the device unasked");
        assertEquals(Exit.PROVEN, run("send", device, "--to", url()), () -> out);
        assertTrue(new CaptureQueue(device).waiting().isEmpty());
        assertEquals(List.of(receipt), Files.readAllLines(device.resolve("receipts.txt")));
        assertEquals(List.of(receipt + ".came", receipt + ".note", receipt + ".picture"), kept());

        Path proof = tmp.resolve("acta.tlog-proof");
        assertEquals(Exit.UNCHECKED, run("receipt", receipt, "--to", url(), "--into", proof), () -> out);
        assertEquals(Exit.PROVEN, importAll(), () -> out);
        assertTrue(out.contains("1 captures stated"), out);
        assertEquals(List.of(receipt + ".came", receipt + ".note", receipt + ".root"), kept());
        assertEquals(Exit.UNCHECKED, run("receipt", receipt, "--to", url(), "--into", proof), "not published yet");
        Path site = sides.publish(sides.a, "a", sides.one);
        assertEquals(Exit.PROVEN, run("receipt", receipt, "--to", url(), "--into", proof), () -> out);
        assertEquals(Exit.PROVEN, log("check-proof", proof, "--policy", sides.policy("a")), () -> out);
        assertTrue(
                out.contains("PROVEN")
                        && out.contains(stated().getFirst().root().hex()),
                out);
        Path byRoot = tmp.resolve("by-root.tlog-proof");
        String root = stated().getFirst().root().hex();
        assertEquals(Exit.PROVEN, log("prove", site, "--root", root, "--with-entry", "--into", byRoot), () -> out);
        assertEquals(Files.readString(proof), Files.readString(byRoot));
        assertEquals(Exit.BAD_INPUT, log("prove", site, "--root", "0".repeat(64)), () -> out);
        assertEquals(Exit.BAD_INPUT, log("prove", site), () -> out);
        assertEquals(Exit.BAD_INPUT, run("receipt", "0".repeat(64), "--to", url(), "--into", proof), () -> out);
        assertTrue(out.contains("CAPT-113"), out);
    }

    /** What is public of a capture is custodian and root, and the station only when the body says so. */
    @Test
    void noTicketNoHourAndNoReceiptNumberIsPublic() throws IOException {
        String receipt = signed(2);
        CaptureNote note = CaptureNote.parse(
                        Arrays.copyOf(waiting(), CaptureNote.endIn(waiting()).orElseThrow()))
                .orThrow();
        run("send", device, "--to", url());
        assertEquals(Exit.PROVEN, importAll(), () -> out);
        CommittedPicture picture = stated().getFirst();
        assertEquals(null, picture.station());
        assertEquals(null, picture.copy());
        Path site = sides.publish(sides.a, "a", sides.one);
        String ticket = java.util.HexFormat.of().formatHex(note.ticket().bytes());
        byte[] raw = note.ticket().bytes();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret :
                        List.of(receipt, ticket, note.picture().hex(), new String(raw, StandardCharsets.ISO_8859_1))) {
                    assertFalse(bytes.contains(secret), file::toString);
                }
            }
        }
        signed(3);
        run("send", device, "--to", url());
        assertEquals(Exit.PROVEN, importAll("--stations", "yes"), () -> out);
        assertEquals(
                List.of(new StationCode(station)),
                stated().stream()
                        .map(CommittedPicture::station)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void aChangedByteInTheQueueIsNeitherSentNorTaken() throws IOException {
        signed(4);
        Path file = new CaptureQueue(device).waiting().getFirst();
        byte[] whole = waiting();
        for (int at : new int[] {30, 90, 200, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertEquals(Exit.REFUTED, run("send", device, "--to", url()), () -> out);
            assertTrue(out.contains("CAPT-10") || out.contains("KEY-101"), out);
            assertTrue(post(changed).startsWith("422 "), "changed at " + at);
        }
        assertTrue(kept().isEmpty(), "nothing of what is refused is kept");
        Files.write(file, whole);
        assertEquals(Exit.PROVEN, run("send", device, "--to", url()), () -> out);
        assertEquals(3, kept().size());
    }

    @Test
    void theSameCaptureAgainIsTheSameAndATicketSignsNoSecondOne() throws IOException {
        signed(5);
        byte[] first = waiting();
        TicketSet set = TicketSet.parse(Files.readAllBytes(tmp.resolve("tickets/hand-out/set-1.tickets")))
                .orThrow();
        byte[] other = Files.readAllBytes(picture(6));
        CaptureNote second = CaptureNote.signedBy(
                set.left().getFirst(), set.election(), new StationCode(station), other, clock.instant());
        String stored = post(first);
        assertTrue(stored.startsWith("200 stored "), stored);
        assertEquals(stored, post(first));
        assertTrue(post(second.envelope(other)).startsWith("422 CAPT-108"));
        intake = inbox();
        assertEquals(stored, post(first), "an intake that was started anew remembers");
        assertTrue(post(second.envelope(other)).startsWith("422 CAPT-108"));
        assertEquals(3, kept().size());
    }

    @Test
    void strangersOtherElectionsAndStationsThatThereAreNotAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(picture(7));
        String election = TwoSides.frame(sides.a).definition().orElseThrow().id();
        TicketSet stranger = TicketSet.fresh(election, 1, 1, new java.security.SecureRandom());
        TicketSet own =
                TicketSet.parse(Files.readAllBytes(device.resolve("tickets"))).orThrow();
        CaptureNote unknown = CaptureNote.signedBy(
                stranger.left().getFirst(), election, new StationCode(station), bytes, clock.instant());
        CaptureNote nowhere = CaptureNote.signedBy(
                own.left().getFirst(), election, new StationCode("nowhere"), bytes, clock.instant());
        CaptureNote elsewhere =
                CaptureNote.signedBy(own.left().getFirst(), "other", new StationCode(station), bytes, clock.instant());
        assertTrue(post(unknown.envelope(bytes)).startsWith("422 CAPT-106"));
        assertTrue(post(nowhere.envelope(bytes)).startsWith("422 CAPT-105"));
        assertTrue(post(elsewhere.envelope(bytes)).startsWith("422 CAPT-104"));
        assertTrue(post(unknown.bytes()).startsWith("422 CAPT-102"));
        assertTrue(post(new byte[] {1, 2, 3}).startsWith("422 CAPT-101"));
        assertTrue(post(new byte[CaptureInbox.BODY_MOST + 1]).startsWith("413 "));
        assertEquals(404, status(Request.get("/receipts/" + unknown.id().hex())));
        assertEquals(404, status(Request.get("/receipts/../x")));
        assertEquals(405, status(Request.get("/captures")));
        assertTrue(kept().isEmpty());
    }

    private int status(Request request) {
        return ((Reply.Bytes) intake.answer(request)).status();
    }

    @Test
    void anIntakeThatIsFullSaysSo() throws IOException {
        Frame frame = TwoSides.frame(sides.a);
        intake = new CaptureInbox(
                frame.definition().orElseThrow().id(),
                frame.register(),
                new TicketFile(list),
                CaptureFiles.in(inbox),
                new Receipts(null),
                clock,
                1);
        signed(8);
        run("send", device, "--to", url());
        signed(9);
        byte[] second = waiting();
        assertTrue(post(second).startsWith("507 "), "full");
        assertEquals(3, kept().size());
    }

    /** The device is taken at 21:40; the witness's picture of 20:00 is in the record, the thief's of 22:00 never is. */
    @Test
    void whatCameBeforeTheRevocationStaysValidByItsPlaceInTheLog() throws IOException {
        String receipt = signed(10);
        run("send", device, "--to", url());
        assertEquals(Exit.PROVEN, importAll(), () -> out);
        Path site = sides.publish(sides.a, "a", sides.one);
        Path proof = tmp.resolve("before.tlog-proof");
        assertEquals(Exit.PROVEN, run("receipt", receipt, "--to", url(), "--into", proof), () -> out);

        String late = signed(11);
        byte[] held = waiting();
        clock.now = Instant.parse("2030-03-01T21:50:00Z");
        assertEquals(Exit.PROVEN, run("revoke", list, "--set", 1, "--from", "2030-03-01T21:40:00Z"), () -> out);
        assertTrue(post(held).startsWith("422 CAPT-107"), "the running intake knows at once");
        assertFalse(kept().contains(late + ".note"));

        assertEquals(Exit.PROVEN, importAll(), () -> out);
        assertTrue(out.contains("0 captures stated, 1 were before, 0 left out"), out);
        sides.publish(sides.a, "a", sides.one);
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("a"))).orThrow();
        Verification verification = Verifier.verify(
                        new DiskFiles(site), new Verifier.Trust(policy, null, true), Progress.NONE)
                .verification();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertEquals(Exit.PROVEN, log("check-proof", proof, "--policy", sides.policy("a")), () -> out);
        assertEquals(Exit.PROVEN, run("receipt", receipt, "--to", url(), "--into", proof), () -> out);
        assertEquals(Exit.BAD_INPUT, run("revoke", list, "--set", 9), () -> out);
        assertTrue(out.contains("CAPT-111"), out);
    }

    @Test
    void aRevocationFromAnEarlierTimeKeepsOutWhatWasNotStatedYet() throws IOException {
        String first = signed(12);
        run("send", device, "--to", url());
        clock.now = clock.now.plusSeconds(7_200);
        String later = signed(13);
        run("send", device, "--to", url());
        run("revoke", list, "--set", 1, "--from", "2030-03-01T20:00:00Z");
        assertEquals(Exit.PROVEN, importAll(), () -> out);
        assertTrue(out.contains("CAPT-107") && out.contains("1 captures stated, 0 were before, 1 left out"), out);
        assertTrue(kept().contains(first + ".root") && kept().contains(later + ".picture"), () -> out);
    }

    @Test
    void anImportThatWasCutOffStatesTheSameRootWhenItIsRunAgain() throws IOException {
        String receipt = signed(14);
        run("send", device, "--to", url());
        assertEquals(Exit.PROVEN, importAll(), () -> out);
        Hash root = stated().getFirst().root();
        CaptureFiles files = CaptureFiles.in(inbox);
        assertEquals(root, files.root(Hash.ofHex(receipt)).orElseThrow());
        importAll();
        importAll();
        assertEquals(1, stated().size());
        assertEquals(root, stated().getFirst().root());
    }

    /** On the night only the root is stated; a person covers later, and the public copy has that root. */
    @Test
    void thePublicCopyMadeLaterHasTheRootThatWasStatedOnTheNight() throws IOException {
        signed(15);
        run("send", device, "--to", url());
        importAll("--stations", "yes");
        Path sealed;
        try (Stream<Path> files = Files.list(tmp.resolve("kept"))) {
            sealed = files.findFirst().orElseThrow();
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sealed)));
        Path look = tmp.resolve("look");
        assertEquals(Exit.PROVEN, redact("suggest", sealed, "--private", look), () -> out);
        assertEquals(
                Exit.PROVEN,
                redact("picture", sealed, "--cover", "10,10,30,30", "--into", tmp.resolve("open"), "--private", look),
                () -> out);
        Hash root = stated().getFirst().root();
        assertTrue(out.contains(root.hex()), out);
        Path proof = tmp.resolve("open").resolve(root.hex().substring(0, 16) + ".proof");
        org.cotejo.formats.Importers.of("pictures")
                .orElseThrow()
                .run(new org.cotejo.formats.importer.ImportRequest(
                        List.of(proof),
                        null,
                        sides.a,
                        java.util.Map.of("custodian", body, "copy", "public"),
                        org.cotejo.formats.importer.Progress.NONE));
        Path site = sides.publish(sides.a, "a", sides.one);
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("a"))).orThrow();
        Verification verification = Verifier.verify(
                        new DiskFiles(site), new Verifier.Trust(policy, null, true), Progress.NONE)
                .verification();
        assertEquals(Answer.PROVEN, verification.verdict(), verification.problems()::toString);
        assertTrue(stated().getFirst().copy() != null);
        Path shown = tmp.resolve("for-the-court.txt");
        assertEquals(Exit.PROVEN, redact("open", sealed, "--file", "--field", "1", "--into", shown), () -> out);
        Path png = proof.resolveSibling(root.hex().substring(0, 16) + ".png");
        assertEquals(Exit.PROVEN, redact("check", png, proof, "--root", root.hex(), "--disclosure", shown), () -> out);
        assertTrue(out.contains("other = capture "), out);
        assertEquals(
                Exit.BAD_INPUT,
                redact(
                        "picture",
                        sealed,
                        "--cover",
                        "1,1,2,2",
                        "--fields",
                        look.resolve("blocks.txt"),
                        "--into",
                        tmp.resolve("o2"),
                        "--private",
                        look));
    }
}
