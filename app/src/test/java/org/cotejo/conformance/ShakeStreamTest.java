package org.cotejo.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** SHAKE128 of nothing, against the example of NIST and however it is read. */
class ShakeStreamTest {
    @Test
    void theExampleOfTheStandardComesOut() {
        String first = "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26";
        assertEquals(first, HexFormat.of().formatHex(new ShakeStream().next(32)));
    }

    @Test
    void theStreamIsTheSameHoweverItIsRead() {
        byte[] whole = new ShakeStream().next(1_000);
        ShakeStream parts = new ShakeStream();
        byte[] joined = new byte[1_000];
        for (int at = 0; at < 1_000; at += 125) {
            System.arraycopy(parts.next(125), 0, joined, at, 125);
        }
        assertArrayEquals(whole, joined);
    }
}
