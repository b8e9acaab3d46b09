/**
 * Pictures of sheets with their personal parts covered, the proof that all else is unchanged, and what a court is shown later. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.redaction.Redaction}, {@link org.cotejo.covered.RedactionProof},
 * {@link org.cotejo.capture.redaction.PrivatePart}. This room never decides what is personal: it draws what a person may choose from, and
 * covers what that person named. It never touches disk or clock; chance is handed to it.
 */
@NullMarked
package org.cotejo.capture.redaction;

import org.jspecify.annotations.NullMarked;
