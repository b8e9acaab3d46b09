/**
 * How the files of a publication are laid out, and the manifest that commits to its pages and data (docs/formats/publication.md).
 *
 * <p>Read first: {@link org.cotejo.publication.Manifest}, {@link org.cotejo.publication.SitePath}. This room touches no disk and
 * knows nothing of what the files say.
 */
@NullMarked
package org.cotejo.publication;

import org.jspecify.annotations.NullMarked;
