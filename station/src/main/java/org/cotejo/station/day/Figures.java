package org.cotejo.station.day;

import org.cotejo.base.Check;

/**
 * What the presiding officer may know at any time: how often each thing happened, and never for whom anybody voted.
 *
 * @param released ballots released
 * @param cancelled releases taken back before anything was confirmed
 * @param confirmed votes that voters confirmed, the spoiled and withdrawn ones too
 * @param strips receipts that came out whole, those that were spoiled or replaced afterwards too
 * @param voidStrips receipts, whole or half, that do not belong into the box
 * @param counted votes in the electronic box, each with one receipt that the voter has
 * @param spoiled votes taken out because the voter said that the receipt is wrong
 * @param withdrawn votes taken out because no receipt could be printed
 * @param unanswered of those counted: voters who left without a word about the receipt
 * @param restarts times that the machine was started again while it was open
 */
public record Figures(
        int released,
        int cancelled,
        int confirmed,
        int strips,
        int voidStrips,
        int counted,
        int spoiled,
        int withdrawn,
        int unanswered,
        int restarts) {
    /** Nothing happened yet. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Figures {
        Check.that(
                released >= 0
                        && cancelled >= 0
                        && confirmed >= 0
                        && strips >= 0
                        && voidStrips >= 0
                        && counted >= 0
                        && spoiled >= 0
                        && withdrawn >= 0
                        && unanswered >= 0
                        && unanswered <= counted
                        && restarts >= 0,
                "figures below zero");
    }

    /** Receipts that should lie in the box of paper. */
    public int receipts() {
        return counted;
    }
}
