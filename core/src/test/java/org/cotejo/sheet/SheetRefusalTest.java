package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.definition.SpokenHash;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There is one text for one sheet; everything else is refused with its code and the place. */
class SheetRefusalTest {
    private static final String SIGNATURE = "0".repeat(155);
    private static final String TEXT =
            "COTEJO1/ED25519/VE-2024/0091501234567890123456789012345678901234/10101001.01.0001"
                    + "/PRESIDENT/1 3/FINAL/M-0417/20240728T0600 20240728T1831 -0400/REG:512 VOT:340 BAL:340/1:210 2:101 3:0"
                    + "/NULL:24 BLANK:5/";

    @Test
    void theTextIsThatOfTheSheet() {
        assertEquals(
                TEXT + SIGNATURE, SignedSheet.of(Sheets.SHEET, new byte[64]).text());
        assertEquals(Sheets.SHEET, SheetReader.read(TEXT + SIGNATURE).orThrow().sheet());
    }

    /** Each row puts its second text into the place of the first one, and names the part that is then refused. */
    private static final String WRONG = """
            VE-2024||election
            VE-2024|VE 2024|election
            VE-2024|VE\\2024|election
            VE-2024|VELINEFEED2024|election
            VE-2024|n\u0303|election
            VE-2024|1234567890123456789012345678901234567890123456789012345678901|election
            0091501234567890123456789012345678901234|009150123456789012345678901234567890123|definition
            0091501234567890123456789012345678901234|00915012345678901234567890123456789012345|definition
            0091501234567890123456789012345678901234|009150123456789012345678901234567890123x|definition
            0091501234567890123456789012345678901234|0340282366920938463463374607431768211456|definition
            10101001.01.0001||station
            /PRESIDENT|//|contest
            /PRESIDENT/|/|contest
            /1 3/|/0 3/|number
            /1 3/|/4 3/|number
            /1 3/|/1 1001/|number
            /1 3/|/01 3/|number
            /1 3/|/1  3/|number
            /1 3/|/1/|number
            /1 3/|/1 3 /|number
            /1 3/|/+1 3/|number
            FINAL|final|paper
            FINAL|FINALE|paper
            FINAL||paper
            FINAL|OPENING|hours
            M-0417||machine
            20240728T0600|20230229T0600|hours
            20240728T0600|21000229T0600|hours
            20240728T0600|20240431T0600|hours
            20240728T0600|20240028T0600|hours
            20240728T0600|20241328T0600|hours
            20240728T0600|20240700T0600|hours
            20240728T0600|19691231T2359|hours
            20240728T0600|20240728T2400|hours
            20240728T0600|20240728T0660|hours
            20240728T0600|20240728t0600|hours
            20240728T0600|20240728T600|hours
            20240728T0600|20240728T1832|hours
            20240728T1831 |20240728T1831|hours
            -0400|0400|hours
            -0400|-0401|hours
            -0400|-0460|hours
            -0400|-0000|hours
            -0400|-1215|hours
            -0400|+1415|hours
            -0400|+14000|hours
            -0400|Z|hours
            REG:512 VOT:340 BAL:340||counts
            REG:512 VOT:340 BAL:340|VOT:340 REG:512|counts
            REG:512 VOT:340 BAL:340|REG:512 REG:512|counts
            REG:512 VOT:340 BAL:340|REG:512 |counts
            REG:512 VOT:340 BAL:340| REG:512|counts
            REG:512 VOT:340 BAL:340|REG:512,VOT:340|counts
            REG:512 VOT:340 BAL:340|REG: VOT:340|counts
            REG:512 VOT:340 BAL:340|REG:-1|counts
            REG:512 VOT:340 BAL:340|REG:0512|counts
            REG:512 VOT:340 BAL:340|REG:1000000000|counts
            REG:512 VOT:340 BAL:340|reg:512|counts
            REG:512 VOT:340 BAL:340|VAL:512|counts
            1:210 2:101 3:0||votes
            1:210 2:101 3:0|0:210 1:101|votes
            1:210 2:101 3:0|2:210|votes
            1:210 2:101 3:0|1:210 3:101|votes
            1:210 2:101 3:0|2:101 1:210|votes
            1:210 2:101 3:0|1:210 1:210|votes
            1:210 2:101 3:0|1:210  2:101|votes
            1:210 2:101 3:0|1:210 2:101 |votes
            1:210 2:101 3:0|1:210 2:|votes
            1:210 2:101 3:0|1:210 2|votes
            1:210 2:101 3:0|1:00|votes
            1:210 2:101 3:0|01:5|votes
            1:210 2:101 3:0|1:1000000000|votes
            1:210 2:101 3:0|1:\u0661|votes
            NULL:24 BLANK:5|BLANK:5 NULL:24|others
            NULL:24 BLANK:5|NULL:24 NULL:24|others
            NULL:24 BLANK:5|NULL|others
            NULL:24 BLANK:5/|NULL:24/BLANK:5/|others
            /NULL:24 BLANK:5/|/|others
            """;

    static Stream<String> wrong() {
        return WRONG.lines();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNotInItsOneFormIsRefusedWithItsPart(String row) {
        String[] fields = row.split("[|]", -1);
        String original = fields[0];
        String changed = fields[1].replace("LINEFEED", "\n");
        String part = fields[2];
        assertTrue(TEXT.contains(original), original);
        Problem problem = refusal(TEXT.replace(original, changed) + SIGNATURE);
        assertEquals("SHEET-103", problem.code(), problem::toString);
        assertEquals(part, problem.where().field(), problem::toString);
    }

    @Test
    void theCharacterIsNamedAtWhichAPartGoesWrong() {
        String text = TEXT.replace("2:101", "2:1x1") + SIGNATURE;
        Problem problem = refusal(text);
        int character = text.indexOf("x1") + 1;
        assertTrue(problem.sentence().en().startsWith("character " + character + " is wrong"), problem::toString);
        assertTrue(problem.sentence().es().startsWith("el carácter " + character + " está mal"), problem::toString);
        assertTrue(problem.sentence().es().contains("votos"), problem::toString);
    }

    @Test
    void whatIsLeftOutIsAccepted() {
        for (String others : List.of("/NULL:24/", "/BLANK:5/", "//")) {
            SheetReader.read(TEXT.replace("/NULL:24 BLANK:5/", others) + SIGNATURE)
                    .orThrow();
        }
        for (String counts : List.of("/REG:1/", "/VOT:0/", "/BAL:9/", "/REG:1 BAL:2/", "/VOT:1 BAL:2/")) {
            SheetReader.read(TEXT.replace("/REG:512 VOT:340 BAL:340/", counts) + SIGNATURE)
                    .orThrow();
        }
    }

    @Test
    void anotherMagicIsRefusedAsNoSheetOfThisVersion() {
        for (String text :
                List.of("", "COTEJO1", "COTEJO2/", "cotejo1/ED25519/", " COTEJO1/", "10101001.01.1.0001!1!2!3")) {
            assertEquals("SHEET-101", refusal(text).code(), text);
        }
        assertEquals("SHEET-101", refusal("COTEJO1*1*2*0123ABCD*x").code());
    }

    @Test
    void anotherAlgorithmIsRefusedAsSuch() {
        for (String algorithm : List.of("ED448", "ed25519", "", "ED25519-", "ED25519-DEMO2", "NONE")) {
            assertEquals(
                    "SHEET-102",
                    refusal(TEXT.replace("/ED25519/", "/" + algorithm + "/") + SIGNATURE)
                            .code(),
                    algorithm);
        }
    }

    @Test
    void whatIsNo155DigitsBelow2To512IsRefusedAsASignature() {
        String most =
                "13407807929942597099574024998205846127479365820592393377723561443721764030073546976801874298166903427690031858186486050853753882811946569946433649006084095";
        SheetReader.read(TEXT + most).orThrow();
        for (String signature : List.of(
                "",
                "0".repeat(154),
                "0".repeat(156),
                most.substring(0, 154) + "6",
                "9".repeat(155),
                "x" + "0".repeat(154),
                "-" + "0".repeat(154),
                "0".repeat(154) + "\n",
                " " + "0".repeat(154))) {
            assertEquals("SHEET-104", refusal(TEXT + signature).code(), signature);
        }
    }

    @Test
    void whatIsTooLongOrNotUtf8IsRefused() {
        assertEquals("SHEET-105", refusal("COTEJO1/" + "x".repeat(16_000)).code());
        assertEquals(
                "SHEET-105",
                refusal(TEXT.replace("VE-2024", "VE\ud83d") + SIGNATURE).code());
        byte[] bytes = (TEXT + SIGNATURE).getBytes(StandardCharsets.UTF_8);
        bytes[TEXT.indexOf("VE-2024")] = (byte) 0xc3;
        assertEquals(
                "SHEET-105",
                assertInstanceOf(Result.Refused.class, SheetReader.read(bytes))
                        .problem()
                        .code());
    }

    @Test
    void aTextThatEndsInAnyPartIsRefused() {
        for (int length = 0; length < TEXT.length(); length++) {
            String cut = TEXT.substring(0, length);
            assertTrue(refusal(cut).code().startsWith("SHEET-10"), cut);
            assertTrue(refusal(cut + SIGNATURE).code().startsWith("SHEET-10"), cut);
        }
    }

    @Test
    void aSheetWithValuesThatNoTextHoldsDoesNotExist() {
        assertThrows(IllegalArgumentException.class, () -> Sheets.with(Map.of(Figure.Count.NULL, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sheets.with(Map.of(Figure.Count.REGISTERED, 1, Figure.Count.VALID, 1)));
        assertThrows(IllegalArgumentException.class, () -> Sheets.with(Map.of(Figure.Count.REGISTERED, -1)));
        assertThrows(IllegalArgumentException.class, () -> Sheets.with(Map.of(Figure.Count.REGISTERED, 1_000_000_000)));
        assertThrows(IllegalArgumentException.class, () -> new MachineId("M 1"));
        assertThrows(IllegalArgumentException.class, () -> hours(6, 0, 5, 59, 0));
        assertThrows(IllegalArgumentException.class, () -> hours(6, 0, 6, 0, 7));
        assertThrows(IllegalArgumentException.class, () -> hours(6, 0, 6, 0, 14 * 60 + 15));
        assertThrows(IllegalArgumentException.class, () -> hours(6, 0, 6, 0, -12 * 60 - 15));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SheetHours(
                        LocalDateTime.of(2024, 7, 28, 6, 0, 1), LocalDateTime.of(2024, 7, 28, 6, 1), ZoneOffset.UTC));
        assertThrows(IllegalArgumentException.class, () -> sheet(1, 3, Sheet.Paper.OPENING, List.of(0), "0000"));
        assertThrows(IllegalArgumentException.class, () -> sheet(0, 3, Sheet.Paper.FINAL, List.of(0), "0000"));
        assertThrows(IllegalArgumentException.class, () -> sheet(4, 3, Sheet.Paper.FINAL, List.of(0), "0000"));
        assertThrows(IllegalArgumentException.class, () -> sheet(1, 1001, Sheet.Paper.FINAL, List.of(0), "0000"));
        assertThrows(IllegalArgumentException.class, () -> sheet(1, 3, Sheet.Paper.FINAL, List.of(), "0000"));
        assertThrows(IllegalArgumentException.class, () -> sheet(1, 3, Sheet.Paper.FINAL, List.of(-1), "0000"));
        assertThrows(IllegalArgumentException.class, () -> sheet(1, 3, Sheet.Paper.FINAL, List.of(0), "0999"));
    }

    private static SheetHours hours(int hour, int minute, int closingHour, int closingMinute, int offsetMinutes) {
        return new SheetHours(
                LocalDateTime.of(2024, 7, 28, hour, minute),
                LocalDateTime.of(2024, 7, 28, closingHour, closingMinute),
                ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    }

    private static Sheet sheet(int number, int of, Sheet.Paper paper, List<Integer> votes, String firstGroup) {
        Sheet like = Sheets.SHEET;
        return new Sheet(
                like.algorithm(),
                like.election(),
                new SpokenHash(firstGroup + " 0000".repeat(9)),
                like.station(),
                like.contest(),
                number,
                of,
                paper,
                like.machine(),
                like.hours(),
                votes,
                like.counts());
    }

    private static Problem refusal(String text) {
        return assertInstanceOf(Result.Refused.class, SheetReader.read(text), text)
                .problem();
    }
}
