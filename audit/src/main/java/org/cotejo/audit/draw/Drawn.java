package org.cotejo.audit.draw;

import org.cotejo.base.Check;

/**
 * What one draw gave. A station may be drawn more than once; it is counted once and weighs as often as it was drawn.
 *
 * @param number of the draw, from 1
 * @param id of what was drawn
 * @param ticket the hash that decided, 64 hexadecimal digits: anybody can compute it from the seed and the number
 */
public record Drawn(int number, String id, String ticket) {
    public Drawn {
        Check.that(number > 0, "draws are numbered from 1, not %d", number);
    }
}
