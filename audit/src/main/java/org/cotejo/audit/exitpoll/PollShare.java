package org.cotejo.audit.exitpoll;

import org.cotejo.audit.survey.Estimate;

/**
 * A candidate's share in the poll.
 *
 * @param effect of the design: its variance over that of as many voters drawn one by one
 * @param rho how alike voters of one station are: (effect - 1) / (interviews a station - 1)
 */
public record PollShare(String candidate, Estimate estimate, double effect, double rho) {}
