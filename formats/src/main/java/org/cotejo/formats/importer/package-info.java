/**
 * One import as values: what is asked, how far it is, what came of it; and the session in which all of its files go into the
 * folder or none. (values)
 *
 * <p>Read first: {@link org.cotejo.formats.importer.Importer}, {@link org.cotejo.formats.importer.ImportRequest},
 * {@link org.cotejo.formats.importer.ImportSession}. This room never knows a format.
 */
@NullMarked
package org.cotejo.formats.importer;

import org.jspecify.annotations.NullMarked;
