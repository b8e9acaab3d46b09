/**
 * Charts as SVG: axes with ticks that people would choose, lines, bands, points, rules and the cells of a heat map, with a
 * title, a text alternative and a legend, in English and Spanish, light and dark. Colours are never alone: lines differ in
 * their dashes and points in their shapes.
 *
 * <p>Read first: {@link org.cotejo.audit.plot.Chart}, {@link org.cotejo.audit.plot.Mark}, {@link
 * org.cotejo.audit.plot.Axis}. This room never computes what it draws, and what it draws names no font, picture or address
 * elsewhere.
 */
@NullMarked
package org.cotejo.audit.plot;

import org.jspecify.annotations.NullMarked;
