/**
 * Risk-limiting audits: from what was drawn and counted by hand, the largest chance with which an audit like this one would
 * let a wrong result pass. One engine tests the mean of a bounded list; each kind of audit says which list (values).
 *
 * <p>Read first: {@link org.cotejo.audit.risk.MeanTest}, {@link org.cotejo.audit.risk.BatchContest},
 * {@link org.cotejo.audit.risk.BatchAudit}. This room never draws, never says that a result is right: it bounds the risk of
 * having confirmed a wrong one, if the paper is whole, the list was fixed before the seed, and the draw was obeyed. Probabilities
 * are doubles; each page of figures says how far they may be off.
 */
@NullMarked
package org.cotejo.audit.risk;

import org.jspecify.annotations.NullMarked;
