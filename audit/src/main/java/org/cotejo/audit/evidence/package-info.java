/**
 * The audit of the evidence outside of the boxes, for when they are denied or gone: published sheets, drawn by a public seed, are held
 * against originals and signed certificates; what is not produced counts as the worst case (docs/audit.md).
 *
 * <p>Read first: {@link org.cotejo.audit.evidence.EvidenceAudits}, {@link org.cotejo.audit.evidence.EvidenceReport},
 * {@link org.cotejo.audit.evidence.EvidenceVerdict}. This room never says that a box holds what its sheet says, never throws a seed,
 * and takes no paper for true because of who holds it. (values)
 */
@NullMarked
package org.cotejo.audit.evidence;

import org.jspecify.annotations.NullMarked;
