/**
 * The machine's words in each of its languages: texts by key, numbers in words and back.
 *
 * <p>Read first: {@link org.cotejo.station.words.Language}, {@link org.cotejo.station.words.Words}, {@link
 * org.cotejo.station.words.NumberWords}. A language is a file of texts for each room that shows any; this room never knows what a
 * text is for. Codes and problems are not its matter: they stay English and Spanish, as everywhere. (values)
 */
@NullMarked
package org.cotejo.station.words;

import org.jspecify.annotations.NullMarked;
