package org.cotejo.sim;

/** Which copies arrive where they are due, and what became of the others. */
record Arrivals(long seed, CountryPlan.Absences absences) {
    /** What became of one copy. */
    enum Fate {
        HELD,
        /** Lost on the way, or never handed in; nobody says why. */
        LOST,
        /** The station refused it. */
        REFUSED,
        /** The witness was put out before there was one. */
        PUT_OUT
    }

    /** In ten thousand. */
    private record Rates(int lost, int refused, int putOut) {}

    private static final int HOLDERS_MOST = 32;

    Fate fate(int station, Holder holder) {
        if (isWithoutCopy(station)) {
            return isParty(holder) ? Fate.PUT_OUT : Fate.LOST;
        }
        Rates rates = rates(holder.role());
        int drawn = Dice.of(seed, Dice.Purpose.FATE, (long) station * HOLDERS_MOST + holder.rank())
                .below(10_000);
        if (drawn < rates.lost()) {
            return Fate.LOST;
        }
        if (drawn < rates.lost() + rates.refused()) {
            return Fate.REFUSED;
        }
        return drawn < rates.lost() + rates.refused() + rates.putOut() ? Fate.PUT_OUT : Fate.HELD;
    }

    /** Whether nobody has a copy of this station's sheet. */
    private boolean isWithoutCopy(int station) {
        return Dice.of(seed, Dice.Purpose.NO_COPY, station).happens(isMany() ? 300 : 100);
    }

    private Rates rates(Holder.Role role) {
        return switch (role) {
            case FIRST_PARTY -> isMany() ? new Rates(400, 550, 350) : new Rates(100, 50, 30);
            case SECOND_PARTY -> isMany() ? new Rates(4_500, 20, 10) : new Rates(150, 40, 20);
            case OBSERVER -> isMany() ? new Rates(8_000, 200, 0) : new Rates(150, 50, 0);
            case AUTHORITY, OTHER -> new Rates(60, 0, 0);
        };
    }

    private boolean isMany() {
        return absences == CountryPlan.Absences.MANY;
    }

    static boolean isParty(Holder holder) {
        return holder.role() == Holder.Role.FIRST_PARTY || holder.role() == Holder.Role.SECOND_PARTY;
    }
}
