package org.cotejo.audit.quickcount;

/**
 * The plan for one stratum.
 *
 * @param stations in it
 * @param units of the first stage in it
 * @param spread between stations in votes, from a past election; 0 where none is known
 * @param exact what the allocation gives before it is made whole
 * @param drawn units of the first stage to draw
 */
public record StratumPlan(String name, long stations, long units, double spread, double exact, int drawn) {}
