package org.cotejo.audit.forensics;

import java.util.SplittableRandom;

/**
 * An honest election of several kinds, drawn from a seed: each voter votes by the chances of the station, and what is counted is
 * what was voted. How often the indicators fall below their level here is their base rate. Shares and turnouts of stations
 * scatter around their place, places around their area, areas around the country.
 *
 * @param areas number of areas, of 12 places with 4 stations each
 */
public record HonestElection(Kind kind, int areas) {
    /** What the country is like. */
    public enum Kind {
        /** Town and country differ in size, turnout and votes. */
        TOWN_AND_COUNTRY,
        /** Some 60 to 200 voters a station. */
        SMALL_STATIONS,
        /** Turnout is higher where the leader is liked, also within an area. */
        LINKED_TURNOUT,
        /** Areas that vote almost as one, for this side or that. */
        LOPSIDED_AREAS,
        /** All places are alike. */
        ALIKE
    }

    static final int PLACES = 12;
    static final int STATIONS = 4;
    static final int OPTIONS = 5;

    private static final double[] OTHERS = {0.52, 0.25, 0.15, 0.08};

    /** The table of one election and the same places in an earlier one. */
    public record Drawn(StationTable table, EarlierElection earlier) {}

    /** Draws an election. */
    public Drawn draw(SplittableRandom random) {
        StationTable.Builder table = StationTable.of(OPTIONS);
        int places = areas * PLACES;
        long[] votes = new long[places];
        long[] valid = new long[places];
        long[] registers = new long[places];
        for (int area = 0; area < areas; area++) {
            double town = random.nextDouble();
            double areaShare = areaShare(town, random);
            double areaTurnout = logit(0.62) + gauss(random, 0.25) + (kind == Kind.TOWN_AND_COUNTRY ? 0.8 * town : 0);
            for (int p = 0; p < PLACES; p++) {
                int place = area * PLACES + p;
                double lift = gauss(random, kind == Kind.ALIKE ? 0 : 0.2);
                double share = areaShare + lift;
                double turnout = areaTurnout + gauss(random, 0.1) + (kind == Kind.LINKED_TURNOUT ? 0.6 * lift : 0);
                double[] others = others(random);
                int size = size(town, random);
                for (int s = 0; s < STATIONS; s++) {
                    int registered = Math.max(30, (int) Math.round(size * (1 + gauss(random, 0.05))));
                    double own = kind == Kind.ALIKE ? 0 : 0.06;
                    int[] counts = new int[OPTIONS + 2];
                    station(
                            registered,
                            expit(turnout + gauss(random, own)),
                            expit(share + gauss(random, own)),
                            others,
                            counts,
                            random);
                    table.add(
                            place,
                            area,
                            registered,
                            java.util.Arrays.copyOf(counts, OPTIONS),
                            counts[OPTIONS],
                            counts[OPTIONS + 1],
                            arrival(town, random),
                            StationTable.UNKNOWN,
                            place * (long) STATIONS + s);
                    registers[place] += registered;
                }
                double then = share - 0.3 + gauss(random, 0.12);
                valid[place] = Math.round(registers[place] * 0.6);
                votes[place] = binomial((int) valid[place], expit(then), random);
                registers[place] = Math.max(1, Math.round(registers[place] / Math.exp(0.1 + gauss(random, 0.04))));
            }
        }
        return new Drawn(table.build(), new EarlierElection(votes, valid, registers));
    }

    private double areaShare(double town, SplittableRandom random) {
        return switch (kind) {
            case TOWN_AND_COUNTRY -> 0.6 - 1.2 * town + gauss(random, 0.3);
            case LOPSIDED_AREAS -> (random.nextInt(3) == 0 ? 2.2 : -0.4) + gauss(random, 0.3);
            case SMALL_STATIONS, LINKED_TURNOUT -> 0.2 + gauss(random, 0.5);
            case ALIKE -> 0.2;
        };
    }

    private int size(double town, SplittableRandom random) {
        return switch (kind) {
            case SMALL_STATIONS -> 60 + random.nextInt(140);
            case TOWN_AND_COUNTRY -> (int) (250 + 500 * town + random.nextInt(150));
            case LINKED_TURNOUT, LOPSIDED_AREAS, ALIKE -> 350 + random.nextInt(400);
        };
    }

    /** Country comes in later than town, each with its chance. */
    private static long arrival(double town, SplittableRandom random) {
        return (long) (1_000_000 * (1 - 0.6 * town + random.nextDouble()));
    }

    private static double[] others(SplittableRandom random) {
        double[] shares = new double[OTHERS.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = OTHERS[i] * Math.exp(gauss(random, 0.15));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Every registered voter decides by chance. */
    private static void station(
            int registered, double turnout, double share, double[] others, int[] counts, SplittableRandom random) {
        int cast = binomial(registered, turnout, random);
        counts[OPTIONS] = binomial(cast, 0.02, random);
        counts[OPTIONS + 1] = binomial(cast - counts[OPTIONS], 0.01, random);
        int left = cast - counts[OPTIONS] - counts[OPTIONS + 1];
        counts[0] = binomial(left, share, random);
        left -= counts[0];
        double rest = 1;
        for (int i = 0; i < others.length; i++) {
            counts[i + 1] = i == others.length - 1 ? left : binomial(left, Math.min(1, others[i] / rest), random);
            left -= counts[i + 1];
            rest -= others[i];
        }
    }

    /** Voter by voter: slow and beyond doubt. */
    static int binomial(int n, double chance, SplittableRandom random) {
        int threshold = (int) ((long) (Math.min(chance, 1 - 0x1p-32) * 0x1p32) + Integer.MIN_VALUE);
        int count = 0;
        for (int i = 0; i < n; i += 2) {
            long word = random.nextLong();
            count += (int) (word >> 32) < threshold ? 1 : 0;
            count += i + 1 < n && (int) word < threshold ? 1 : 0;
        }
        return count;
    }

    private static double gauss(SplittableRandom random, double deviation) {
        return deviation == 0 ? 0 : random.nextGaussian() * deviation;
    }

    private static double logit(double chance) {
        return Math.log(chance / (1 - chance));
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
