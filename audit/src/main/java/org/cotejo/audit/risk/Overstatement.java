package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * Compares what was reported of a ballot with what a person reads on it: {@code B = (1 - o/u) / (2 - v/u)}, where {@code o} is
 * the assorter's number as reported less that of the paper, and {@code v} twice the reported mean less 1 (Stark 2020,
 * section 3.2). Its mean over all ballots is above a half exactly when the assertion is true of the paper.
 *
 * <p><b>A voting machine that prints receipts and keeps no record of each of them has no card-level records.</b> Ballot
 * comparison does not apply to such machines, Venezuela's among them: use boxes against sheets ({@link BatchAudit}), or take each
 * receipt of a box as reported with the box's mean ({@link Reported.Pool}, ONEAudit).
 *
 * @param margin {@code v}, above 0: with no reported majority there is nothing to confirm
 */
public record Overstatement(Assorter assorter, double margin) {
    public Overstatement {
        Check.that(
                margin > 0 && margin <= 2 * assorter.upper() - 1, "a margin of %s up to %s", margin, assorter.upper());
    }

    /** What was reported of a ballot before the draw. */
    public sealed interface Reported {
        /** A record of this very ballot. */
        record Card(Mark mark) implements Reported {}

        /**
         * No record, but the ballot should exist, as the list of ballots says: a half, and 0 on paper if it is not there either
         * ("phantoms to evil zombies": Bañuelos and Stark 2012, arXiv:1207.3413).
         */
        record Phantom() implements Reported {}

        /**
         * No record of this ballot, but a total of the pool, such as a station, that it is in: the pool's mean (ONEAudit: Stark
         * 2023, arXiv:2303.03335). The number of ballots in each pool must be known from another source, and the order in which
         * ballots of a box are drawn from must be fixed by hand beforehand.
         */
        record Pool(double mean) implements Reported {}
    }

    private double number(Reported reported) {
        return switch (reported) {
            case Reported.Card(Mark mark) -> assorter.of(mark);
            case Reported.Phantom() -> Assorter.HALF;
            case Reported.Pool(double mean) -> mean;
        };
    }

    /** {@code o}: above 0 where the report was better for the assertion than the paper. */
    public double overstatement(Reported reported, Mark paper) {
        return number(reported) - assorter.of(paper);
    }

    /** {@code B}. */
    public double of(Reported reported, Mark paper) {
        double upper = assorter.upper();
        return (1 - overstatement(reported, paper) / upper) / (2 - margin / upper);
    }

    /** Largest number that a ballot can give. */
    public double upper() {
        return 2 / (2 - margin / assorter.upper());
    }

    /** What the audit tries to refute, of a list of so many ballots drawn without replacement. */
    public Hypothesis hypothesis(long ballots) {
        return Hypothesis.ofList(ballots, upper(), Assorter.HALF);
    }
}
