/**
 * The voter's page and the presiding officer's page, and what serves them to the browsers of this machine and to nobody else.
 *
 * <p>Read first: {@link org.cotejo.station.kiosk.Kiosk}, {@link org.cotejo.station.kiosk.KioskSettings}, and {@code kiosk.js}
 * beside this class. A choice passes through this room once, from the voter's confirmation to the machine; it is never written, logged
 * or given out, and the officer's page has no way to ask for one. This room never decides what counts, prints nothing and is
 * reached from no other machine.
 */
@NullMarked
package org.cotejo.station.kiosk;

import org.jspecify.annotations.NullMarked;
