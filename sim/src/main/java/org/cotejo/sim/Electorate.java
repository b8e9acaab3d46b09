package org.cotejo.sim;

/**
 * How people vote: regions, parishes, centres and stations each lean a little more to one side than what is around them;
 * cities vote more, and more for the first candidate; each small list has regions where it is at home. Floating point is used
 * here and nowhere else: what comes out is whole votes.
 */
final class Electorate {
    private static final int REGISTERED_LEAST = 50;
    private static final int REGISTERED_MOST = 1_000;
    private static final double FIRST_SHARE = 0.64;
    private static final double TURNOUT = 0.64;

    /** Share of votes cast that are for small lists, null or blank. */
    private static final double REST_SHARE = 0.07;

    /** Of the votes for small lists, null or blank, so many of 32 are null and blank; the lists divide up the others. */
    private static final int NULL_WEIGHT = 7;

    private static final int BLANK_WEIGHT = 3;
    private static final int ALL_WEIGHTS = 32;

    private final long seed;
    private final Ballot ballot;
    private final double[] regionLeaning = new double[Geography.REGIONS];
    private final double[] regionTurnout = new double[Geography.REGIONS];

    Electorate(long seed, Ballot ballot) {
        this.seed = seed;
        this.ballot = ballot;
        for (int region = 0; region < Geography.REGIONS; region++) {
            Dice dice = Dice.of(seed, Dice.Purpose.VOTES, -1 - region);
            regionLeaning[region] = FIRST_SHARE + 0.07 * dice.gaussian();
            regionTurnout[region] = TURNOUT + 0.04 * dice.gaussian();
        }
    }

    /** Registered voters of a station: city stations are larger. */
    int registered(Station station) {
        Dice dice = Dice.of(seed, Dice.Purpose.REGISTER, station.index());
        double drawn = 250 + 500 * station.urbanity() + 130 * dice.gaussian();
        return Math.clamp((long) drawn, REGISTERED_LEAST, REGISTERED_MOST);
    }

    /** What the voters of a station chose. */
    Sheet sheet(Station station) {
        int registered = registered(station);
        Dice dice = Dice.of(seed, Dice.Purpose.STATION, station.index());
        double city = station.urbanity() - 0.5;
        double turnout = regionTurnout[station.region()] + 0.06 * city + 0.05 * dice.gaussian();
        int cast = dice.howMany(registered, Math.clamp(turnout, 0.35, 0.92));
        int rest = Math.min(dice.howMany(cast, REST_SHARE), cast / 3);
        double leaning = regionLeaning[station.region()]
                + 0.05 * city
                + 0.05 * around(Dice.Purpose.PARISH, station.parish())
                + 0.03 * around(Dice.Purpose.CENTRE, station.parish() * 1_000L + station.centre())
                + 0.025 * dice.gaussian();
        int forBoth = cast - rest;
        int forFirst = Math.clamp(dice.howMany(forBoth, Math.clamp(leaning, 0.15, 0.92)), 1, forBoth - 1);
        int[] votes = new int[Ballot.CANDIDATES];
        votes[ballot.first()] = forFirst;
        votes[ballot.second()] = forBoth - forFirst;
        return withRest(votes, rest, registered, station.region(), dice);
    }

    private double around(Dice.Purpose purpose, long which) {
        return Dice.of(seed + 1, purpose, which).gaussian();
    }

    /** Gives out the votes that are for neither of the two, one by one. */
    private Sheet withRest(int[] votes, int rest, int registered, int region, Dice dice) {
        int nullVotes = 0;
        int blank = 0;
        for (int i = 0; i < rest; i++) {
            int drawn = dice.below(ALL_WEIGHTS);
            if (drawn < NULL_WEIGHT) {
                nullVotes++;
            } else if (drawn < NULL_WEIGHT + BLANK_WEIGHT) {
                blank++;
            } else {
                votes[smallList(drawn - NULL_WEIGHT - BLANK_WEIGHT, region)]++;
            }
        }
        return Sheet.of(votes, nullVotes, blank, registered);
    }

    /** The candidate of a small list: of 22 weights each list has two or three, and the one at home in the region four more. */
    private int smallList(int weight, int region) {
        int list = weight >= 16 ? (weight >= 18 ? region : weight) % 8 : weight / 2;
        int candidate = list;
        int low = Math.min(ballot.first(), ballot.second());
        int high = Math.max(ballot.first(), ballot.second());
        candidate += candidate >= low ? 1 : 0;
        return candidate + (candidate >= high ? 1 : 0);
    }
}
