/**
 * Draws that anybody can repeat: from a public seed and a list that was fixed before it, the same stations or ballots come
 * out on every machine, in exact integers and with SHA-256 alone (values).
 *
 * <p>Read first: {@link org.cotejo.audit.draw.Seed}, {@link org.cotejo.audit.draw.PpebDraw},
 * {@link org.cotejo.audit.draw.ConsistentSampler}. This room never makes a seed, never rounds, and knows no votes.
 */
@NullMarked
package org.cotejo.audit.draw;

import org.jspecify.annotations.NullMarked;
