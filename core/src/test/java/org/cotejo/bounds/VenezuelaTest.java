package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.cotejo.bounds.FigureCheck.Reach;
import org.cotejo.bounds.Judgement.Verdict;
import org.cotejo.bounds.Reading.Unit;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.dossier.Finding;
import org.junit.jupiter.api.Test;

/** The real case, with the figures of FORMATS.md, section 1.6. */
class VenezuelaTest {
    private static Judgement judge(Announcement announcement, KnownVotes votes) {
        return AnnouncementJudge.judge(announcement, 0, null, votes, Published.NOTHING);
    }

    private static FigureCheck check(Judgement judgement, String subject, Unit unit) {
        return judgement.checks().stream()
                .filter(c -> c.figure().subject().toString().equals(subject)
                        && c.reading().unit() == unit)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Judgement judgement) {
        return judgement.findings().stream()
                .map(finding -> finding.kind().code())
                .toList();
    }

    private static void assertShort(long hidden, long lowest, long shortBy, FigureCheck check) {
        assertEquals(hidden, check.mostLeftOut());
        assertEquals(lowest, check.lowest());
        assertEquals(shortBy, check.shortBy());
        assertEquals(Reach.IMPOSSIBLE, check.reach());
    }

    @Test
    void theSecondBulletinAgainstTheFirstTable() {
        Judgement judgement = judge(Bulletins.second(), Shared.firstTable());
        assertEquals(Verdict.IMPOSSIBLE, judgement.verdict());
        assertShort(384_415, 6_772_047, 1_445_943, check(judgement, "EG", Unit.REGISTERED_VOTERS));
    }

    @Test
    void theSecondBulletinAgainstBothTables() {
        Judgement judgement = judge(Bulletins.second(), Shared.bothTables());
        assertEquals(Verdict.IMPOSSIBLE, judgement.verdict());
        FigureCheck check = check(judgement, "EG", Unit.REGISTERED_VOTERS);
        assertShort(411_989, 6_892_235, 1_566_131, check);
        assertEquals(667_374L, check.reading().leftOut());
        assertEquals(7_304_224, check.known());
        assertEquals(7_304_224L + 3_347_487, check.highest());
        assertEquals(
                "Impossible if these 25,075 sheets are true: at least 6,892,235 votes for EG must be in it, 1,566,131 more than announced.",
                judgement.headline().en());
        assertEquals(
                "21.321.805 electores inscritos menos 20.654.431 abarcados deja 667.374 que nadie identifica.",
                check.steps().get(0).es());
        assertEquals(
                "At most 411,989 of the 7,304,224 votes for EG on the sheets can lie in the part that is left out.",
                check.steps().get(1).en());
        assertEquals(
                "So at least 6,892,235 must be in the announced figure, which is 5,326,104: short by 1,566,131.",
                check.steps().get(2).en());
        assertEquals(List.of("ANN-306", "ANN-309"), codes(judgement));
        assertTrue(judgement.findings().getLast().sentence().en().contains("at least 6892235"));
        assertEquals(
                Reach.UNCHECKED,
                check(judgement, "voters", Unit.REGISTERED_VOTERS).reach());
        assertEquals(
                Reach.NOT_EXCLUDED,
                check(judgement, "null", Unit.REGISTERED_VOTERS).reach());
        assertEquals(1_213, check(judgement, "null", Unit.REGISTERED_VOTERS).known());
        assertNull(judgement.roundingBack());
    }

    @Test
    void withoutAnyRegisterTheSecondBulletinLeavesOutAtMostItsVoters() {
        FigureCheck check = check(judge(Bulletins.second(), Shared.bothTables()), "EG", Unit.REGISTERED_VOTERS);
        assertEquals(
                "Even if each of the 667,374 voters left out had voted so, 6,636,850 must be in it: still short by 1,310,746.",
                check.steps().get(3).en());
        // The second table alone has no registers: its stations weigh the votes that are seen.
        Judgement judgement = judge(Bulletins.second(), Shared.secondTable());
        assertEquals(Verdict.IMPOSSIBLE, judgement.verdict());
        assertShort(592_127, 6_711_353, 1_385_249, check(judgement, "EG", Unit.REGISTERED_VOTERS));
    }

    @Test
    void theFirstBulletinIsImpossibleInBothReadings() {
        Judgement judgement = judge(Bulletins.first(), Shared.bothTables());
        assertEquals(Verdict.IMPOSSIBLE, judgement.verdict());
        FigureCheck byStations = check(judgement, "EG", Unit.STATIONS);
        FigureCheck byRegister = check(judgement, "EG", Unit.REGISTERED_VOTERS);
        assertEquals(6_155L, byStations.reading().leftOut());
        assertEquals(4_370_970L, byRegister.reading().leftOut());
        assertEquals(4_729_747L, byStations.lowest());
        assertEquals(5_078_930L, byRegister.lowest());
        assertEquals(new BigDecimal("76.94"), byStations.tippingCoverage());
        assertEquals(new BigDecimal("72.87"), byRegister.tippingCoverage());
        assertTrue(byStations.steps().getLast().es().contains("76,94 %"));
        assertEquals(List.of("ANN-306", "ANN-308", "ANN-309", "ANN-311"), codes(judgement));
        // Of the two readings the finding names the one that is kinder to the bulletin.
        Finding tooLow = judgement.findings().get(2);
        assertEquals(List.of("bulletin", "EG", "4445978", "25075", "4729747", "283769"), tooLow.values());
    }

    @Test
    void theFirstBulletinComputedItsVotesFromPercentages() {
        Judgement judgement = judge(Bulletins.first(), Shared.bothTables());
        RoundingBack test = Objects.requireNonNull(judgement.roundingBack());
        assertEquals("9.883e-9", test.chance().scientific(4));
        Finding hint = judgement.findings().get(1);
        assertEquals(List.of("bulletin", "3", "1", "10058774", "33000000"), hint.values());
    }

    @Test
    void theFirstBulletinWasNotIrreversible() {
        Judgement judgement = judge(Bulletins.first(), Shared.bothTables());
        assertEquals(
                List.of("bulletin", "704114", "4370970"),
                judgement.findings().getLast().values());
    }

    @Test
    void withoutRegistersTheFirstBulletinIsImpossibleInOneReadingOnlySoItIsUnproven() {
        Judgement judgement = judge(Bulletins.first(), Shared.secondTable());
        assertEquals(Verdict.UNPROVEN, judgement.verdict());
        FigureCheck byStations = check(judgement, "EG", Unit.STATIONS);
        FigureCheck byRegister = check(judgement, "EG", Unit.REGISTERED_VOTERS);
        assertEquals(4_729_019L, byStations.lowest());
        assertEquals(Reach.IMPOSSIBLE, byStations.reach());
        assertEquals(3_823_020L, byRegister.lowest());
        assertEquals(Reach.NOT_EXCLUDED, byRegister.reach());
        assertEquals(List.of("ANN-306", "ANN-308", "ANN-311"), codes(judgement));
    }

    @Test
    void theTippingCoverageIsTheLastThatIsStillImpossible() {
        KnownVotes both = Shared.bothTables();
        for (Coverage.Base base : List.of(Coverage.Base.STATIONS, Coverage.Base.REGISTER)) {
            String tipping = base == Coverage.Base.STATIONS ? "76.94" : "72.87";
            String below = base == Coverage.Base.STATIONS ? "76.93" : "72.86";
            assertEquals(Verdict.IMPOSSIBLE, firstBulletinAt(tipping, base, both));
            assertEquals(Verdict.UNPROVEN, firstBulletinAt(below, base, both));
        }
    }

    private static Verdict firstBulletinAt(String percentage, Coverage.Base base, KnownVotes votes) {
        Coverage coverage = Bulletins.percent(percentage, base, Coverage.Rounding.DOWN);
        return judge(Bulletins.of(coverage, "EG", 4_445_978L), votes).verdict();
    }

    @Test
    void aTranscriptionWithSwappedDigitsDoesNotAddUp() {
        Announcement swapped = Bulletins.of(
                new Coverage.Registered(20_654_431),
                "NM",
                6_480_844L,
                "EG",
                5_326_104L,
                "LM+AE+BERA+JOBR+JABE+CF+EM+DC",
                600_936L,
                "valid",
                12_335_884L);
        Judgement judgement = judge(swapped, Shared.bothTables());
        assertEquals(List.of("ANN-306", "ANN-309", "ANN-310"), codes(judgement));
        assertEquals(
                List.of("bulletin", "12407884", "12335884"),
                judgement.findings().getLast().values());
    }
}
