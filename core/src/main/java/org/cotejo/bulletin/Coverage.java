package org.cotejo.bulletin;

import org.cotejo.base.Check;

/** How much of the election an announcement says it covers. */
public sealed interface Coverage {
    /** All stations. */
    record Full() implements Coverage {}

    /** Exactly so many stations; nobody says which. */
    record Stations(int number) implements Coverage {
        public Stations {
            Check.that(number >= 0, "%d stations", number);
        }
    }

    /** Stations with so many registered voters together. */
    record Registered(long voters) implements Coverage {
        public Registered {
            Check.that(voters >= 0, "%d registered", voters);
        }
    }

    /** A percentage, of what and how rounded as far as it is stated. */
    record Percent(Percentage percentage, Base base, Rounding rounding) implements Coverage {}

    /** What a percentage is of; the order is part of the entries' format. */
    enum Base {
        STATIONS,
        REGISTER,
        UNSTATED
    }

    /** How a percentage was rounded; the order is part of the entries' format. */
    enum Rounding {
        NEAREST,
        DOWN,
        UP,
        UNSTATED
    }
}
