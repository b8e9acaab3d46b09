/**
 * Entries folded into the election as it stands: the newest definition and register, the sources, where each station's
 * figures lie, what was denied, decided, announced. What vanished or changed stays in view as a finding.
 *
 * <p>Read first: {@code Frame}, {@code Dossier}, {@link org.cotejo.dossier.Finding}.
 * This room never compares two copies.
 */
@NullMarked
package org.cotejo.dossier;

import org.jspecify.annotations.NullMarked;
