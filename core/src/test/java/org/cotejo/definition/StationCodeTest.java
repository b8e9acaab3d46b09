package org.cotejo.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of stations, ids, and the leading zeros that spreadsheets drop. */
class StationCodeTest {
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![\\p{L}\\p{Nd}])0+(?=\\p{Nd})");

    @ParameterizedTest
    @CsvSource({
        "010101001.01.0001, 10101001.1.1",
        "0, 0",
        "00, 0",
        "100, 100",
        "0a, 0a",
        "00a, 0a",
        "a01, a01",
        "A-007, A-7",
        "0.0.0, 0.0.0",
        "000.010, 0.10",
        "٠١, ٠١",
        "0٣, ٣",
        "x_01, x_1",
        "12-0034-005, 12-34-5"
    })
    void leadingZerosOfEachPartAreTakenAway(String code, String expected) {
        assertEquals(expected, new StationCode(code).withoutZeros());
    }

    @Property(tries = 5_000)
    void takingZerosAwayIsWhatTheRegularExpressionSays(@ForAll("codes") String code) {
        String stripped = new StationCode(code).withoutZeros();
        assertEquals(LEADING_ZEROS.matcher(code).replaceAll(""), stripped);
        assertEquals(stripped, new StationCode(stripped).withoutZeros());
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("0", "0", "0", "1", "9", "a", ".", "-", "_", "ñ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "a\\b",
                "a\u0000",
                "a\u202eb",
                "a\u2003b",
                "e\u0301",
                "\ud835",
                "\ta",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void whatIsNoIdIsRefusedWithAReason(String id) {
        assertTrue(!Names.idFault(id).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new StationCode(id));
        assertThrows(IllegalArgumentException.class, () -> new CandidateId(id));
        assertThrows(IllegalArgumentException.class, () -> new ContestId(id));
        assertThrows(IllegalArgumentException.class, () -> new CustodianId(id));
        assertThrows(IllegalArgumentException.class, () -> new SideId(id));
    }

    /** "1\u00a02" and "12" or "1 2" look the same on a page. */
    @Test
    void aNoBreakSpaceIsWhiteSpaceInAnId() {
        assertEquals(
                List.of(),
                Stream.of("1\u00a02", "\u00a012", "1\u202f2", "1\u20072")
                        .filter(id -> Names.idFault(id).isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ñ",
                "\ud835\udc9c",
                "01.02-03_x",
                "{0}",
                "a'b\"c",
                "123456789012345678901234567890123456789012345678901234567890"
            })
    void anIdMayHoldAnyLettersOfTheWorld(String id) {
        assertEquals("", Names.idFault(id));
        assertEquals(id, new StationCode(id).toString());
    }
}
