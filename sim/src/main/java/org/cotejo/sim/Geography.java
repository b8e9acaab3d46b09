package org.cotejo.sim;

import java.util.Arrays;
import org.cotejo.base.Check;

/**
 * Where the stations lie: regions, municipalities and parishes with runs of consecutive stations, and centres of one to eight
 * stations inside a parish. Holds a few numbers for each parish and none for a station. The share of parishes and
 * municipalities is Venezuela's of 2024: 335 municipalities and some 1,100 parishes for 30,026 stations. Not safe for use by
 * several threads: it remembers the centres of the parish that was asked for last.
 */
final class Geography {
    static final int REGIONS = 24;
    private static final int MODEL_STATIONS = 30_026;
    private static final int MODEL_MUNICIPALITIES = 335;
    private static final int MODEL_PARISHES = 1_100;

    /** Codes have two digits for a municipality in its region and a parish in its municipality; some are twice the mean. */
    private static final int INNER_MEAN_MOST = 40;

    private static final int CENTRE_STATIONS_MOST = 8;
    private static final int CENTRES_MOST = 999;

    private final long seed;
    private final int stations;
    private final int[] regionStarts;
    private final int[] municipalityStarts;
    private final int[] parishStarts;
    private int parishKnown = -1;
    private int regionKnown;
    private String prefixKnown = "";
    private short[] centres = new short[0];
    private byte[] numbers = new byte[0];

    Geography(long seed, int stations) {
        this.seed = seed;
        this.stations = stations;
        int regions = Math.min(REGIONS, stations);
        int municipalities = scaled(MODEL_MUNICIPALITIES, regions, regions * INNER_MEAN_MOST);
        int parishes = scaled(MODEL_PARISHES, municipalities, municipalities * INNER_MEAN_MOST);
        regionStarts = starts(municipalities, regions, Dice.Purpose.REGION);
        municipalityStarts = starts(parishes, municipalities, Dice.Purpose.MUNICIPALITY);
        parishStarts = starts(stations, parishes, Dice.Purpose.PARISH);
    }

    private int scaled(int model, int least, int most) {
        return Math.clamp((long) stations * model / MODEL_STATIONS, least, most);
    }

    /** Shares {@code things} out to {@code places} in consecutive runs, at least one each, the rest by a weight of each. */
    private int[] starts(int things, int places, Dice.Purpose purpose) {
        double[] sums = new double[places + 1];
        for (int place = 0; place < places; place++) {
            sums[place + 1] = sums[place] + 0.5 + Dice.of(seed, purpose, place).fraction();
        }
        int[] starts = new int[places + 1];
        for (int place = 1; place <= places; place++) {
            starts[place] = place + (int) ((things - places) * (sums[place] / sums[places]));
        }
        return starts;
    }

    int regions() {
        return regionStarts.length - 1;
    }

    int municipalities() {
        return municipalityStarts.length - 1;
    }

    int parishes() {
        return parishStarts.length - 1;
    }

    int regionOfMunicipality(int municipality) {
        return holder(regionStarts, municipality);
    }

    int municipalityOfParish(int parish) {
        return holder(municipalityStarts, parish);
    }

    /** The station at this index; takes longest where its parish is another than the last one's. */
    Station station(int index) {
        int parish = parishKnown >= 0 && index >= parishStarts[parishKnown] && index < parishStarts[parishKnown + 1]
                ? parishKnown
                : holder(parishStarts, index);
        if (parish != parishKnown) {
            layCentres(parish);
        }
        int inside = index - parishStarts[parish];
        String code = prefixKnown + digits(3, centres[inside]) + "." + digits(2, numbers[inside]);
        return new Station(index, code, regionKnown, parish, centres[inside], urbanity(parish));
    }

    /** A code of the same centre that no station has. */
    String codeBeyond(Station station) {
        return station.code().substring(0, station.code().length() - 2) + (90 + station.index() % 10);
    }

    private static String digits(int count, int value) {
        String digits = Integer.toString(value);
        Check.that(digits.length() <= count, "%d has more than %d digits", value, count);
        return "0".repeat(count - digits.length()) + digits;
    }

    private void layCentres(int parish) {
        int size = parishStarts[parish + 1] - parishStarts[parish];
        centres = new short[size];
        numbers = new byte[size];
        double urbanity = urbanity(parish);
        Dice dice = Dice.of(seed, Dice.Purpose.CENTRE, parish);
        int centre = 0;
        for (int i = 0; i < size; ) {
            centre++;
            // Small centres are the most frequent, more so in the country.
            double drawn = dice.fraction() * dice.fraction() * (0.5 + urbanity);
            int stationsHere = Math.min(1 + (int) (drawn * CENTRE_STATIONS_MOST), CENTRE_STATIONS_MOST);
            for (int number = 1; number <= stationsHere && i < size; number++, i++) {
                centres[i] = (short) centre;
                numbers[i] = (byte) number;
            }
        }
        Check.that(centre <= CENTRES_MOST, "parish %d has %d centres", parish, centre);
        int municipality = municipalityOfParish(parish);
        regionKnown = regionOfMunicipality(municipality);
        prefixKnown = digits(2, regionKnown + 1)
                + digits(2, municipality - regionStarts[regionKnown] + 1)
                + digits(2, parish - municipalityStarts[municipality] + 1);
        parishKnown = parish;
    }

    private double urbanity(int parish) {
        // The weight that made the parish large makes it urban too.
        return Dice.of(seed, Dice.Purpose.PARISH, parish).fraction();
    }

    private static int holder(int[] starts, int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }
}
