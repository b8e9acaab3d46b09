/**
 * What was announced and decided: figures for the whole election with their coverage, and decisions of courts and
 * authorities.
 *
 * <p>Read first: {@link org.cotejo.bulletin.Announcement}, {@link org.cotejo.bulletin.Coverage},
 * {@link org.cotejo.bulletin.Decision}. This room never judges an announcement. (values)
 */
@NullMarked
package org.cotejo.bulletin;

import org.jspecify.annotations.NullMarked;
