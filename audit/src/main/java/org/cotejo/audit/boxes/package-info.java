/**
 * The audit of boxes against sheets as it is done: a plan that is committed before its seed, a draw, hand counts, and what follows from
 * them; made again from entries and files by whoever asks (docs/audit.md).
 *
 * <p>Read first: {@link org.cotejo.audit.boxes.BoxAudits}, {@link org.cotejo.audit.boxes.AuditReport},
 * {@link org.cotejo.audit.boxes.AuditState}. This room never throws a seed, never writes an entry, and leaves the mathematics to the rooms
 * <i>draw</i> and <i>risk</i>. (values)
 */
@NullMarked
package org.cotejo.audit.boxes;

import org.jspecify.annotations.NullMarked;
