/**
 * One-time tickets with which devices sign what they capture, and the notes that are signed (docs/formats/captures.md) (values).
 *
 * <p>Read first: {@link org.cotejo.ticket.CaptureNote}, {@link org.cotejo.ticket.TicketList}, {@link org.cotejo.ticket.TicketSet}. This room never
 * puts a ticket's key where the public reads: the key of one ticket signs one capture and nothing else, so that nobody can tell which
 * captures are of one person.
 */
@NullMarked
package org.cotejo.ticket;

import org.jspecify.annotations.NullMarked;
