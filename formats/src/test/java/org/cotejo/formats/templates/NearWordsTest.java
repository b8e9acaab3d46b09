package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearWordsTest {
    @Test
    void nearWordsAreTheNearest() {
        assertEquals(
                "010111043.01, 010111053.01, 010111043.02",
                NearWords.to(
                        "10111043.01",
                        List.of("230101001.01", "010111053.01", "010111043.02", "010111043.01").stream()));
        assertEquals("-", NearWords.to("x", List.<String>of().stream()));
    }

    @Test
    void theWordItselfIsNearest() {
        assertEquals("b, a, c", NearWords.to("b", Stream.of("a", "b", "c", "dddd")));
    }

    @Test
    void aTextFarTooLongIsCutAndStillAnswered() {
        assertEquals("ab, a", NearWords.to("x".repeat(100_000), Stream.of("ab", "a")));
    }
}
