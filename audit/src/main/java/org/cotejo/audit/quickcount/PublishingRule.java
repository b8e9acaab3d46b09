package org.cotejo.audit.quickcount;

import org.cotejo.base.Check;

/**
 * The rule, fixed before the vote, by which a quick count is published or held back.
 *
 * @param confidence of the interval that must not hold a tie
 * @param allowance for all that is not chance in the draw (wrong sheets, typing, refusals): so much of the lead is taken off,
 *     as a share of votes
 * @param updates in so many newest updates the leader must be the same and the lead inside the newest interval
 * @param delta by how much the lead at late stations may fall short of that at the others of their strata, as a share of votes,
 *     and must still leave the leader in front, where the worst case does not
 */
public record PublishingRule(double confidence, double allowance, int updates, double delta) {
    /** 99 %, half a point for what is not chance, three updates, ten points. */
    public static final PublishingRule USUAL = new PublishingRule(0.99, 0.005, 3, 0.10);

    public PublishingRule {
        Check.that(confidence > 0.5 && confidence < 1, "confidence %s", confidence);
        Check.that(allowance >= 0 && allowance < 1, "allowance %s", allowance);
        Check.that(updates > 0, "%d updates", updates);
        Check.that(delta >= 0 && delta <= 2, "delta %s", delta);
    }
}
