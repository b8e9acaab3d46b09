package org.cotejo.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.StationCode;
import org.junit.jupiter.api.Test;

/** A note says which picture it is of, and nothing in it or in the picture can be changed unseen. */
class CaptureNoteTest {
    private static final byte[] PICTURE = "the bytes of a picture".getBytes(StandardCharsets.UTF_8);
    private static final Ed25519Secret TICKET =
            Ed25519Secret.ofSeed(Sha256.of(new byte[] {1}).bytes());
    private static final CaptureNote NOTE = CaptureNote.signedBy(
            TICKET, "demo-2030", new StationCode("0101.ñ"), PICTURE, Instant.parse("2030-05-12T19:41:07Z"));

    private static String code(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem().code();
    }

    private static String code(String text) {
        return code(CaptureNote.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text() {
        return new String(NOTE.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void itIsReadBackToTheSameBytesAndHolds() {
        CaptureNote read = CaptureNote.parse(NOTE.bytes()).orThrow();
        assertArrayEquals(NOTE.bytes(), read.bytes());
        assertEquals(NOTE.id(), read.id());
        assertEquals("demo-2030", read.election());
        assertEquals(new StationCode("0101.ñ"), read.station());
        assertEquals(TICKET.verifyKey(), read.ticket());
        assertTrue(read.fault(PICTURE).isEmpty());
    }

    @Test
    void ofTheTimeOnlyTheHourIsKept() {
        assertTrue(text().contains("\nhour 2030-05-12T19:00Z\n"), text());
        assertEquals(Instant.parse("2030-05-12T19:00:00Z"), NOTE.hour());
    }

    @Test
    void theAlgorithmStandsInsideTheSignedBytes() {
        assertTrue(text().indexOf("algorithm ED25519") < text().indexOf("signature "));
        assertEquals("CAPT-101", code(text().replace("ED25519", "ED25518")));
    }

    @Test
    void anotherPictureIsFound() {
        byte[] other = PICTURE.clone();
        other[3] ^= 1;
        assertEquals("CAPT-102", NOTE.fault(other).orElseThrow().code());
        assertEquals(
                "CAPT-102",
                NOTE.fault(Arrays.copyOf(PICTURE, PICTURE.length - 1))
                        .orElseThrow()
                        .code());
        assertEquals("CAPT-102", NOTE.fault(new byte[0]).orElseThrow().code());
    }

    @Property(tries = 500)
    void anyChangedByteOfANoteIsRefusedOrRefuted(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] bytes = NOTE.bytes();
        bytes[at % bytes.length] ^= (byte) by;
        switch (CaptureNote.parse(bytes)) {
            case Result.Refused<CaptureNote>(Problem problem) ->
                assertTrue(problem.code().equals("CAPT-101") || problem.code().equals("KEY-101"), problem::code);
            case Result.Ok<CaptureNote>(CaptureNote changed) ->
                assertEquals("CAPT-103", changed.fault(PICTURE).orElseThrow().code());
        }
    }

    @Property(tries = 300)
    void garbageIsRefusedAndNeverThrows(@ForAll byte[] garbage) {
        code(CaptureNote.parse(garbage));
        CaptureNote.endIn(garbage);
    }

    @Test
    void otherFormsOfOneNoteAreRefused() {
        for (String other : List.of(
                "",
                text() + "\n",
                text().stripTrailing(),
                text().replace("\n", "\r\n"),
                text().replace("hour 2030-05-12T19:00Z", "hour 2030-05-12T19:30Z"),
                text().replace("hour 2030-05-12T19:00Z", "hour 2030-02-31T19:00Z"),
                text().replace("station 0101.ñ", "station "),
                text().replace("station 0101.ñ", "station a/b"),
                text().replace("station 0101.ñ", "station " + "x".repeat(61)),
                text().replace(" " + PICTURE.length + "\n", " 0\n"),
                text().replace(" " + PICTURE.length + "\n", " 9999999\n"),
                text().replace("election", "Election"),
                text().toUpperCase(java.util.Locale.ROOT))) {
            assertEquals("CAPT-101", code(other), other);
        }
        String weak = text().replaceAll("ticket [0-9a-f]{64}", "ticket " + "0".repeat(64));
        assertEquals("KEY-101", code(weak));
    }

    @Test
    void anEnvelopeComesApartWhereTheNoteEnds() {
        byte[] envelope = NOTE.envelope(PICTURE);
        int end = CaptureNote.endIn(envelope).orElseThrow();
        assertArrayEquals(NOTE.bytes(), Arrays.copyOf(envelope, end));
        assertArrayEquals(PICTURE, Arrays.copyOfRange(envelope, end, envelope.length));
        assertTrue(CaptureNote.endIn(Arrays.copyOf(envelope, 100)).isEmpty());
        assertTrue(CaptureNote.endIn(new byte[5_000]).isEmpty());
        assertTrue(CaptureNote.endIn(new byte[0]).isEmpty());
    }

    @Test
    void aNoteThatCanNotBeReadBackIsNotMade() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CaptureNote.signedBy(TICKET, "a b", new StationCode("1"), PICTURE, Instant.EPOCH));
        assertThrows(
                IllegalArgumentException.class,
                () -> CaptureNote.signedBy(TICKET, "a", new StationCode("1"), new byte[0], Instant.EPOCH));
    }

    @Test
    void twoTicketsOfOneDeviceHaveNothingInCommon() {
        TicketSet set = TicketSet.fresh("demo-2030", 3, 2, new java.security.SecureRandom());
        CaptureNote one =
                CaptureNote.signedBy(set.left().getFirst(), "demo-2030", new StationCode("1"), PICTURE, NOTE.hour());
        CaptureNote two =
                CaptureNote.signedBy(set.left().getLast(), "demo-2030", new StationCode("1"), PICTURE, NOTE.hour());
        assertNotEquals(one.ticket(), two.ticket());
        assertFalse(new String(one.bytes(), StandardCharsets.UTF_8).contains("set"));
    }
}
