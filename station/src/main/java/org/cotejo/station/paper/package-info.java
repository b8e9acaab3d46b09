/**
 * What the machine puts on paper, as values, and how it is drawn: the strip of a thermal printer (a picture of dots, and ESC/POS of
 * it) and tagged PDF (PDF/UA-1), the same values giving the same bytes.
 *
 * <p>Read first: {@link org.cotejo.station.paper.Document}, {@link org.cotejo.station.paper.TallySheet}, {@link
 * org.cotejo.station.paper.Drawing}. This room never prints a person's name, never puts a time or a running number on a receipt,
 * signs nothing and decides nothing: it draws what it is handed. (values)
 */
@NullMarked
package org.cotejo.station.paper;

import org.jspecify.annotations.NullMarked;
