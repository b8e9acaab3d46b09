/**
 * Statistics of many stations that may point to a falsification, each with what it can't say: how often honest elections set
 * it off, and what else does (values).
 *
 * <p>Read first: {@link org.cotejo.audit.forensics.Forensics}, {@link org.cotejo.audit.forensics.Indicator},
 * {@link org.cotejo.audit.forensics.StationTable}. This room never gives a verdict: an indicator is a hint, not proof, and
 * the words stand beside each. The list of indicators is fixed in advance, so that nobody picks the one that suits.
 */
@NullMarked
package org.cotejo.audit.forensics;

import org.jspecify.annotations.NullMarked;
