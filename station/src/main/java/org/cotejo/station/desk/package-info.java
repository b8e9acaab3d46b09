/**
 * Where the day meets its paper: what a machine prints, made into documents, and what a printer says of them, made into what the machine
 * must know.
 *
 * <p>Read first: {@link org.cotejo.station.desk.PaperPrinting}, {@link org.cotejo.station.desk.Papering}, {@link
 * org.cotejo.station.desk.Voids}. This room keeps nothing of a receipt, tells nobody how long one was, and never takes for printed
 * what a printer did not take whole.
 */
@NullMarked
package org.cotejo.station.desk;

import org.jspecify.annotations.NullMarked;
