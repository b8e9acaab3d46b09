/**
 * Where paper comes out: a thermal printer on a device file, a serial line or TCP, or a folder of files for a rehearsal; and what is
 * known of how much came out.
 *
 * <p>Read first: {@link org.cotejo.station.printer.Printer}, {@link org.cotejo.station.printer.PrintOutcome}, {@link
 * org.cotejo.station.printer.Printers}. This room never prints anything twice by itself: whether a strip is void is for the machine
 * and the people at the table.
 */
@NullMarked
package org.cotejo.station.printer;

import org.jspecify.annotations.NullMarked;
