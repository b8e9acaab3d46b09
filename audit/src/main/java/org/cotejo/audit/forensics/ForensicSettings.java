package org.cotejo.audit.forensics;

import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.bulletin.Announcement;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for; the indicators themselves are fixed.
 *
 * @param leader the option whose votes are looked at; -1 for the one with the most votes
 * @param rounds of the Monte Carlo null
 * @param seed of its random numbers
 * @param isWithBadTest whether the second-digit test is shown as well
 * @param announcements totals announced in the contest
 * @param earlier the same places in an earlier election
 * @param exempt stations at which special rules hold, for the hard checks
 * @param hours when stations may close
 */
public record ForensicSettings(
        int leader,
        int rounds,
        long seed,
        boolean isWithBadTest,
        List<Announcement> announcements,
        @Nullable EarlierElection earlier,
        Set<Integer> exempt,
        LegalHours hours) {
    public static final int ROUNDS = 10_000;

    public ForensicSettings {
        announcements = List.copyOf(announcements);
        exempt = Set.copyOf(exempt);
        Check.that(leader >= -1, "leader %d", leader);
        Check.that(rounds >= 1, "%d rounds", rounds);
    }

    /** With nothing beside the table. */
    public static ForensicSettings of(long seed, int rounds) {
        return new ForensicSettings(-1, rounds, seed, false, List.of(), null, Set.of(), LegalHours.NONE);
    }

    public ForensicSettings withEarlier(EarlierElection places) {
        return new ForensicSettings(leader, rounds, seed, isWithBadTest, announcements, places, exempt, hours);
    }

    public ForensicSettings withBadTest() {
        return new ForensicSettings(leader, rounds, seed, true, announcements, earlier, exempt, hours);
    }
}
