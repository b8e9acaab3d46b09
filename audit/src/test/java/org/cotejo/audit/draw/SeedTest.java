package org.cotejo.audit.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

class SeedTest {
    private static String verdict(String text) {
        return switch (Seed.of(text)) {
            case Result.Ok<Seed>(Seed seed) -> seed.text();
            case Result.Refused<Seed>(Problem problem) -> problem.code();
        };
    }

    @Test
    void twentyDigitsOfDiceAreASeed() {
        assertEquals("31415926535897932384", verdict("31415926535897932384"));
        assertEquals("00000000000000000000", verdict("00000000000000000000"));
    }

    @Test
    void nineteenDigitsAreTooShortWhateverFollowsThem() {
        assertEquals("DRAW-101", verdict("3141592653589793238"));
        assertEquals("DRAW-101", verdict(""));
        assertEquals("DRAW-101", verdict("3141592653589793238+drand-77=0123456789abcdef0123456789abcdef"));
    }

    @Test
    void beaconsMayFollowTheDice() {
        String both = "31415926535897932384+drand-4512345=9f0c+lottery=2024-07-28:17.4";
        assertEquals(both, verdict(both));
    }

    @Test
    void whatCouldBeWrittenInTwoWaysIsRefused() {
        for (String text : new String[] {
            " 31415926535897932384",
            "31415926535897932384 ",
            "31415926535897932384\n",
            "31415 92653 58979 32384",
            "٣١٤١٥٩٢٦٥٣٥٨٩٧٩٣٢٣٨٤",
            "31415926535897932384+drand",
            "31415926535897932384+Drand=1",
            "31415926535897932384+drand=é",
            "snowman",
            "1".repeat(201),
            "31415926535897932384" + "+a=1".repeat(9)
        }) {
            assertEquals("DRAW-102", verdict(text), text);
        }
    }

    @Test
    void aRefusalNamesWhatWasExpectedInBothLanguages() {
        if (!(Seed.of("123") instanceof Result.Refused<Seed>(Problem problem))) {
            throw new AssertionError("three digits were taken");
        }
        assertEquals(
                "[seed]: DRAW-101: this seed begins with 3 decimal digits; at least 20 were expected, one from each"
                        + " throw of a ten-sided die",
                problem.line("en"));
        assertEquals(true, problem.line("es").contains("se esperaban al menos 20"));
    }

    @Test
    void othersSeedsAreTakenAsTheyAre() {
        assertEquals("1", Seed.ofOthers("1").text());
        assertThrows(IllegalArgumentException.class, () -> Seed.ofOthers(""));
    }
}
