package org.cotejo.audit.survey;

import org.jspecify.annotations.Nullable;

/**
 * How the lead depends on what is assumed of the stations that are lacking. Leads are shares of the votes.
 *
 * @param held the lead at the stations held alone
 * @param samePlace with each lacking station like those held in its place, weighted by register; places of which none is held like
 *     the country
 * @param swing with each lacking station at its past lead, moved as much as the stations held moved since; null without a
 *     past election
 * @param lackingWeight share of the votes that would stand at the lacking stations, if they voted as often
 * @param tipping by how much the lead at the lacking stations would have to fall short of {@code samePlace}'s to make a tie, as a
 *     share of votes; above 2 no votes can do it. Null if none are lacking
 */
public record Sensitivity(
        double held,
        double samePlace,
        @Nullable Double swing,
        double lackingWeight,
        @Nullable Double tipping) {}
