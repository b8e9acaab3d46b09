package org.cotejo.capture.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.cotejo.base.Problem;
import org.cotejo.capture.TestElection;
import org.cotejo.custody.StationFigures;
import org.cotejo.sheet.SheetParts;
import org.junit.jupiter.api.Test;

/** What counts, what does not, and why. */
class CheckerTest {
    private final Checker checker = new Checker(TestElection.known());

    private static ReadText once(String text) {
        return new ReadText(text, false, false);
    }

    private static ReadText twice(String text) {
        return new ReadText(text, true, false);
    }

    private Checked only(ReadText... texts) {
        List<Checked> checked = checker.check(List.of(texts));
        assertEquals(1, checked.size(), checked.toString());
        return checked.getFirst();
    }

    private static List<String> codes(Checked checked) {
        List<Problem> problems = switch (checked) {
            case Checked.Taken taken -> taken.notes();
            case Checked.Unchecked open -> open.reasons();
            case Checked.Doubtful doubtful -> doubtful.reasons();
            case Checked.Foreign _ -> List.of();
        };
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void aTrueSignatureNeedsNoSecondDecoder() {
        Checked.Taken taken = assertInstanceOf(
                Checked.Taken.class, only(once(TestElection.signed(TestElection.STATION, 210, 101, 0))));
        assertEquals(Checked.Proof.SIGNATURE, taken.proof());
        assertEquals(
                Map.of("A", 210, "B", 101, "C", 0),
                taken.reading().contests().getFirst().byCandidate());
        assertEquals(TestElection.STATION, taken.reading().station());
        assertEquals(List.of(), taken.notes());
    }

    @Test
    void aFalseSignatureIsForPeopleHoweverManyDecodersReadIt() {
        Checked checked = only(twice(TestElection.forged(TestElection.STATION, 310, 1, 0)));
        assertInstanceOf(Checked.Doubtful.class, checked);
        assertEquals(List.of("READ-209"), codes(checked));
    }

    @Test
    void withoutAKeyTwoDecodersMustAgree() {
        String text = TestElection.signed(TestElection.KEYLESS, 210, 101, 0);
        assertEquals(List.of("READ-207", "READ-213"), codes(only(once(text))));
        Checked.Taken taken = assertInstanceOf(Checked.Taken.class, only(twice(text)));
        assertEquals(Checked.Proof.TWO_DECODERS, taken.proof());
        assertEquals(List.of("READ-208", "READ-213"), codes(only(new ReadText(text, true, true))));
    }

    @Test
    void aSheetThatAMachineSignedWithWrongSumsIsTakenWithANote() {
        // 600 votes where 559 are registered: what the machine signed is what stands there.
        Checked checked = only(once(TestElection.signed(TestElection.STATION, 500, 100, 0)));
        assertInstanceOf(Checked.Taken.class, checked);
        assertEquals(List.of("READ-205", "READ-206"), codes(checked));
        assertInstanceOf(Checked.Doubtful.class, only(twice(TestElection.signed(TestElection.KEYLESS, 500, 100, 0))));
    }

    @Test
    void anotherMachineThanTheOneWithAKeyIsForPeople() {
        String text = TestElection.signed(TestElection.STATION, 210, 101, 0).replace("/M-1/", "/M-71/");
        Checked checked = only(twice(text));
        assertInstanceOf(Checked.Doubtful.class, checked);
        assertEquals(List.of("READ-213"), codes(checked));
    }

    @Test
    void anUnknownStationAndTooFewPositionsAreForPeople() {
        assertTrue(
                codes(only(twice(TestElection.signed("999999999.99", 1, 2, 3)))).contains("READ-202"));
        assertTrue(codes(only(twice(TestElection.signed(TestElection.STATION, 1, 2))))
                .contains("READ-203"));
    }

    @Test
    void theReportBeforeTheVoteIsMarkedAsWhatItIs() {
        Checked.Taken taken =
                assertInstanceOf(Checked.Taken.class, only(once(TestElection.opening(TestElection.STATION))));
        assertEquals(StationFigures.Paper.OPENING_REPORT, taken.reading().paper());
        assertEquals(List.of("READ-212"), codes(taken));
    }

    @Test
    void venezuelaNeedsTwoDecodersAlways() {
        assertEquals(List.of("READ-207"), codes(only(once(TestElection.VENEZUELA))));
        Checked.Taken taken = assertInstanceOf(Checked.Taken.class, only(twice(TestElection.VENEZUELA)));
        Map<String, Integer> votes = taken.reading().contests().getFirst().byCandidate();
        assertEquals(178, votes.get("EG"));
        assertEquals(152, votes.get("NM"));
        assertEquals(345, votes.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void moreVotesThanVotersAndAForeignStationAreForPeople() {
        assertEquals(List.of("READ-205"), codes(only(twice(TestElection.VENEZUELA.replace(",160,", ",460,")))));
        assertEquals(
                List.of("READ-202", "READ-216"),
                codes(only(twice(TestElection.VENEZUELA.replace("010111043.01", "010111044.01")))));
        assertEquals(List.of("VE-103"), codes(only(twice(TestElection.VENEZUELA.replace(",1,6!", ",6!")))));
    }

    @Test
    void allZerosAreNoted() {
        String zeros = TestElection.STATION + ".1.0001!" + "0,".repeat(37) + "0!0!0";
        assertEquals(List.of("READ-214"), codes(only(twice(zeros))));
    }

    @Test
    void withoutADefinitionNothingIsTaken() {
        Checker blind = new Checker(null);
        for (String text : List.of(TestElection.VENEZUELA, TestElection.signed(TestElection.STATION, 1, 2, 3))) {
            Checked checked = blind.check(List.of(twice(text))).getFirst();
            assertInstanceOf(Checked.Unchecked.class, checked);
            assertTrue(codes(checked).contains("READ-201"));
            assertInstanceOf(
                    Checked.Doubtful.class, blind.check(List.of(once(text))).getFirst());
        }
    }

    @Test
    void chainedPartsOfOneSheetAreJoinedInAnyOrder() {
        String text = TestElection.signed(TestElection.STATION, 210, 101, 0);
        List<String> parts = SheetParts.split(text, part -> part.length() <= 150);
        assertTrue(parts.size() > 2);
        List<ReadText> read = parts.reversed().stream().map(CheckerTest::once).toList();
        List<Checked> checked = checker.check(read);
        assertEquals(1, checked.size());
        Checked.Taken taken = assertInstanceOf(Checked.Taken.class, checked.getFirst());
        assertEquals(parts.size(), taken.reading().texts().size());
        List<Checked> lacking = checker.check(read.subList(1, read.size()));
        assertEquals(parts.size() - 1, lacking.size());
        lacking.forEach(one -> assertEquals(List.of("READ-211"), codes(one)));
    }

    @Test
    void twoSheetsOfOneStationThatDifferAreBothForPeople() {
        List<Checked> checked = checker.check(List.of(
                once(TestElection.signed(TestElection.STATION, 210, 101, 0)),
                once(TestElection.signed(TestElection.STATION, 101, 210, 0)),
                once(TestElection.signed(TestElection.OTHER_STATION, 9, 8, 7))));
        assertEquals(
                List.of(List.of("READ-215"), List.of("READ-215"), List.of()),
                checked.stream().map(CheckerTest::codes).toList());
        assertInstanceOf(Checked.Taken.class, checked.get(2));
    }

    @Test
    void everythingElseIsForeign() {
        for (String text : List.of("https://example.org/", "", "010111043", "\u0000\u202etxet", "QRB:1:1")) {
            assertInstanceOf(Checked.Foreign.class, only(twice(text)), text);
        }
    }
}
