/**
 * Lines of print in a plane: where they stand, what they say and how sure that is. Networks find and read them; nothing here knows
 * what a sheet is. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.print.PrintReader}, {@link org.cotejo.capture.print.PrintedPage}, {@link
 * org.cotejo.capture.print.PrintedLine}. This room never says that a number was read rightly: a network is sure of its errors too.
 */
@NullMarked
package org.cotejo.capture.print;

import org.jspecify.annotations.NullMarked;
