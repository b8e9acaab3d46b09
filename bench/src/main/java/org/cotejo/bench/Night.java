package org.cotejo.bench;

/**
 * What happened at each station on election night: what was counted there, which copies came in, what they say, and
 * what was announced. Everything is a function of the seed and the station's number.
 */
final class Night {
    /** A copy or an announced result that never came: 0.5 % of each file. */
    private static final int MISSING_ONE_IN = 200;
    /** Announced figures that are not those of the station: 0.1 %. */
    private static final int ALTERED_ONE_IN = 1_000;
    /** Copies of the second side that differ from those of the first: 0.02 %. */
    private static final int CONFLICTING_ONE_IN = 5_000;
    /** Opening reports (all zero) and sheets with a cell that nobody could read, per side: 0.01 % each. */
    private static final int UNUSABLE_ONE_IN = 10_000;

    /** Stations where nobody voted, so that all zero is the true count: 0.0025 %. */
    private static final int EMPTY_ONE_IN = 40_000;
    /** Stations of which every copy is unreadable and nothing was announced: 0.005 %. */
    private static final int DARK_ONE_IN = 20_000;

    private static final long STATION_STREAM = 3;
    private static final long DARK_STREAM = 5;
    private static final long COPY_STREAM = 100;
    private static final int ANNOUNCED = 99;

    private final long seed;
    private final Country country;
    private final Dice dice = new Dice();

    Night(long seed, Country country) {
        this.seed = seed;
        this.country = country;
    }

    /** Draws what was counted at a station into the figures, and returns its registered voters. */
    int count(int station, Figures figures) {
        dice.at(seed, STATION_STREAM, station);
        int registered = 180 + dice.below(500) + dice.below(350);
        int turnout = Math.clamp(country.turnoutPermille(station) + dice.bell() * 9L, 150, 980);
        int cast = dice.oneIn(EMPTY_ONE_IN) ? 0 : registered * turnout / 1000;
        int nulls = dice.below(4) == 0 ? dice.below(1 + cast / 80) : 0;
        int blanks = dice.below(3) == 0 ? dice.below(1 + cast / 100) : 0;
        int valid = cast - nulls - blanks;
        int[] cells = figures.cells;
        int candidates = figures.candidates();
        int others = 0;
        for (int i = 2; i < candidates; i++) {
            cells[i] = Math.min(dice.below(2 + valid * (2 + 9 * i % 13) / 1000), (valid - others) / 2);
            others += cells[i];
        }
        int forTwo = valid - others;
        int noise = dice.bell() * squareRoot(forTwo) / 8;
        int share = Math.clamp(country.sharePermille(station) + dice.bell() * 6L, 50, 970);
        cells[0] = Math.clamp(forTwo * (long) share / 1000 + noise, 0, forTwo);
        cells[1] = forTwo - cells[0];
        cells[candidates] = nulls;
        cells[candidates + 1] = blanks;
        return registered;
    }

    /** Fills in what the copy of one side says, from what was counted; false if that copy never came. */
    boolean copy(int side, int station, Figures counted, Figures copy) {
        boolean dark = isDark(station);
        dice.at(seed, COPY_STREAM + side, station);
        if (dice.oneIn(MISSING_ONE_IN)) {
            return false;
        }
        copy.set(counted);
        if (side == 1 && dice.oneIn(CONFLICTING_ONE_IN)) {
            shift(copy, 1, 0, 1 + dice.below(40));
        }
        int unusable = dice.below(UNUSABLE_ONE_IN);
        if (unusable == 0) {
            copy.clear();
        } else if (unusable == 1 || dark) {
            copy.cells[dice.below(copy.cells.length)] = Figures.UNREADABLE;
        }
        return true;
    }

    /** Fills in what was announced for the station, from what was counted; false if nothing was. */
    boolean announced(int station, Figures counted, Figures announced) {
        boolean dark = isDark(station);
        dice.at(seed, COPY_STREAM + ANNOUNCED, station);
        if (dice.oneIn(MISSING_ONE_IN) || dark) {
            return false;
        }
        announced.set(counted);
        if (dice.oneIn(ALTERED_ONE_IN)) {
            if (dice.oneIn(4)) {
                announced.cells[announced.candidates()] += 1 + dice.below(9);
            } else {
                shift(announced, 0, 1, 1 + dice.below(150));
            }
        }
        return true;
    }

    private boolean isDark(int station) {
        return dice.at(seed, DARK_STREAM, station).oneIn(DARK_ONE_IN);
    }

    /** Moves votes from one candidate to another; where there are none, invents one, so that the figures do change. */
    private static void shift(Figures figures, int from, int to, int votes) {
        int moved = Math.min(votes, figures.cells[from]);
        figures.cells[from] -= moved;
        figures.cells[to] += Math.max(1, moved);
    }

    private static int squareRoot(int value) {
        return (int) Math.sqrt(value);
    }
}
