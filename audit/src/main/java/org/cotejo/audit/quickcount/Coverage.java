package org.cotejo.audit.quickcount;

/**
 * How much of one stratum has reported.
 *
 * @param group into which the plan merges it if need be
 * @param planned stations drawn
 * @param reported stations of these that have reported
 * @param isMerged whether the merger was needed and made
 */
public record Coverage(String stratum, String group, int planned, int reported, boolean isMerged) {}
