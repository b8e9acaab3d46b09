package org.cotejo.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stations of the made-up country: for each its code, its place, and how its parish votes. */
final class Country {
    private static final long STREAM = 2;
    private static final int CENTRES_PER_PARISH_MAX = 999;
    private static final int TABLES_PER_CENTRE_MAX = 12;

    private final byte[][] prefixes;
    private final byte[][] codes;
    private final int[] parishOf;
    private final short[] centreOf;
    private final byte[] tableOf;
    private final int[] sharePermille;
    private final int[] turnoutPermille;

    Country(long seed, int stations) {
        List<Places.Parish> parishes = new Places(seed, stations).parishes();
        prefixes = new byte[parishes.size()][];
        codes = new byte[parishes.size()][];
        sharePermille = new int[parishes.size()];
        turnoutPermille = new int[parishes.size()];
        parishOf = new int[stations];
        centreOf = new short[stations];
        tableOf = new byte[stations];
        long weights = parishes.stream().mapToLong(Places.Parish::weight).sum();
        Dice dice = new Dice();
        long weightSoFar = 0;
        int from = 0;
        for (int p = 0; p < parishes.size(); p++) {
            Places.Parish parish = parishes.get(p);
            prefixes[p] = parish.columns().getBytes(StandardCharsets.UTF_8);
            codes[p] = parish.code().getBytes(StandardCharsets.US_ASCII);
            dice.at(seed, STREAM, p);
            sharePermille[p] = Math.clamp(650 + dice.bell() * 30L, 150, 900);
            turnoutPermille[p] = Math.clamp(600 + dice.bell() * 18L, 300, 850);
            weightSoFar += parish.weight();
            int to = Math.toIntExact(weightSoFar * stations / weights);
            fill(p, from, to, dice);
            from = to;
        }
    }

    int stations() {
        return parishOf.length;
    }

    /** Votes of the first candidate per thousand of the two first ones, in the parish of this station. */
    int sharePermille(int station) {
        return sharePermille[parishOf[station]];
    }

    int turnoutPermille(int station) {
        return turnoutPermille[parishOf[station]];
    }

    /** Writes the columns STATE, MUNICIPALITY, PARISH and STATION, each with the comma that ends it. */
    void writePlace(int station, CsvBytes out) {
        int parish = parishOf[station];
        out.bytes(prefixes[parish])
                .bytes(codes[parish])
                .padded(centreOf[station], 3)
                .one('.')
                .padded(tableOf[station], 2)
                .one(',');
    }

    private void fill(int parish, int from, int to, Dice dice) {
        int centre = 0;
        int tablesLeft = 0;
        int table = 0;
        for (int station = from; station < to; station++) {
            if (tablesLeft == 0) {
                centre++;
                table = 0;
                int skew = dice.below(TABLES_PER_CENTRE_MAX);
                tablesLeft = 1 + skew * skew / 36;
            }
            if (centre > CENTRES_PER_PARISH_MAX) {
                throw new IllegalArgumentException("more than " + CENTRES_PER_PARISH_MAX + " centres in one parish");
            }
            table++;
            tablesLeft--;
            parishOf[station] = parish;
            centreOf[station] = (short) centre;
            tableOf[station] = (byte) table;
        }
    }
}
