package org.cotejo.tally;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arithmetic of one sheet, on every small sheet there is. */
class TallyRuleTest {
    private static final int NOT_CARRIED = -1;
    private static final int MOST = 2;

    /** A sheet with two candidates; {@link #NOT_CARRIED} for a cell that is not there or can't be read. */
    private record Sheet(int a, int b, int valid, int nulls, int blank, int registered, int voters, int ballots) {
        TallyRule.Numbers numbers() {
            return new TallyRule.Numbers(
                    a < 0 || b < 0 ? TallyRule.NONE : a + b, valid, nulls, blank, registered, voters, ballots, votes());
        }

        int votes() {
            return Stream.of(a, b, nulls, blank).mapToInt(n -> Math.max(n, 0)).sum();
        }

        boolean hasCandidates() {
            return a >= 0 && b >= 0;
        }

        /** Every kind of vote that the source carries is known; one without a blank column knows no blank votes. */
        boolean isWhole() {
            return hasCandidates() && nulls >= 0;
        }

        /** As many as the sheet's votes, or more than them where some votes may be missing on it. */
        boolean mayBeAllPaper(int number) {
            return isWhole() ? number == votes() : number >= votes();
        }
    }

    @Test
    void everySmallSheetBreaksTheRulesThatItBreaks() {
        int sheets = 0;
        int[] cell = new int[8];
        do {
            Sheet sheet = new Sheet(
                    cell[0] - 1,
                    cell[1] - 1,
                    cell[2] - 1,
                    cell[3] - 1,
                    cell[4] - 1,
                    cell[5] - 1,
                    cell[6] - 1,
                    cell[7] - 1);
            assertEquals(expected(sheet), broken(sheet.numbers()), sheet::toString);
            assertEquals(!expected(sheet).isEmpty(), TallyRule.isAnyBroken(sheet.numbers()), sheet::toString);
            sheets++;
        } while (next(cell));
        assertEquals(65_536, sheets);
    }

    private static boolean next(int[] cell) {
        for (int i = 0; i < cell.length; i++) {
            if (cell[i]++ <= MOST) {
                return true;
            }
            cell[i] = 0;
        }
        return false;
    }

    private static Set<TallyRule> expected(Sheet s) {
        Set<TallyRule> expected = EnumSet.noneOf(TallyRule.class);
        if (s.valid() >= 0 && s.hasCandidates() && s.valid() != s.a() + s.b()) {
            expected.add(TallyRule.VALID_IS_SUM);
        }
        if (s.registered() >= 0 && s.votes() > s.registered()) {
            expected.add(TallyRule.AT_MOST_REGISTERED);
        }
        if (s.voters() >= 0 && !s.mayBeAllPaper(s.voters())) {
            expected.add(TallyRule.CAST_IS_VOTERS);
        }
        if (s.ballots() >= 0 && !s.mayBeAllPaper(s.ballots())) {
            expected.add(TallyRule.CAST_IS_BALLOTS);
        }
        return expected;
    }

    private static Set<TallyRule> broken(TallyRule.Numbers numbers) {
        Set<TallyRule> broken = EnumSet.noneOf(TallyRule.class);
        for (TallyRule rule : TallyRule.values()) {
            if (rule.isBroken(numbers)) {
                broken.add(rule);
            }
        }
        return broken;
    }

    @Test
    void moreVotesThanSignedThePollBookIsAContradictionAlsoWithoutNullVotes() {
        Sheet sheet = new Sheet(300, 200, NOT_CARRIED, NOT_CARRIED, NOT_CARRIED, NOT_CARRIED, 400, NOT_CARRIED);
        assertEquals(Set.of(TallyRule.CAST_IS_VOTERS), broken(sheet.numbers()));
    }

    @Test
    void aRuleSaysWhichNumbersBreakIt() {
        TallyRule.Numbers numbers = new Sheet(5, 6, 12, 1, 2, 10, 20, 30).numbers();
        assertArrayEquals(new String[] {"11", "12"}, TallyRule.VALID_IS_SUM.values(numbers));
        assertArrayEquals(new String[] {"14", "10"}, TallyRule.AT_MOST_REGISTERED.values(numbers));
        assertArrayEquals(new String[] {"14", "20"}, TallyRule.CAST_IS_VOTERS.values(numbers));
        assertArrayEquals(new String[] {"14", "30"}, TallyRule.CAST_IS_BALLOTS.values(numbers));
    }

    @Test
    void theSentencesHaveAPlaceForEachValueAndNoMore() {
        TallyRule.Numbers numbers = new Sheet(5, 6, 12, 1, 2, 10, 20, 30).numbers();
        for (TallyRule rule : TallyRule.values()) {
            for (String language : new String[] {"en", "es"}) {
                String filled =
                        rule.sentence().with((Object[]) rule.values(numbers)).in(language);
                assertFalse(filled.contains("{"), filled);
                assertTrue(Stream.of(rule.values(numbers)).allMatch(filled::contains), filled);
            }
        }
    }
}
