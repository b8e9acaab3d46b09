package org.cotejo.station.box;

import org.cotejo.base.Check;
import org.cotejo.definition.Contest;

/**
 * What a voter chose in one contest. Today's definition knows no write-in, so there is none; and a machine takes no null vote: whoever
 * wants to choose nobody chooses blank.
 */
public sealed interface Choice {
    /**
     * One position of the ballot.
     *
     * @param position 1-based: the option's, or the candidate's place where the contest has no options
     */
    record Picked(int position) implements Choice {
        public Picked {
            Check.that(position >= 1 && position <= Contest.OPTIONS_MOST, "ballot position %d", position);
        }
    }

    /** Nobody. */
    record Blank() implements Choice {}
}
