package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StationColumnsTest {
    private static final int FIGURES = 3;

    @Property(tries = 50)
    void votesAndAnnouncedResultsAreGivenBackAsTheyWereTaken(@ForAll long seed) {
        Random random = new Random(seed);
        int stations = 1 + random.nextInt(3 * StationColumns.STRETCH);
        StationColumns columns = new StationColumns(stations, FIGURES);
        int[][] votes = new int[stations][FIGURES];
        int[][] announced = new int[stations][FIGURES];
        for (int station = 0; station < stations; station++) {
            StationColumns.Stretch stretch = columns.open(station);
            for (int figure = 0; figure < FIGURES; figure++) {
                votes[station][figure] = random.nextInt(-3, 3);
                announced[station][figure] = random.nextInt(4) == 0 ? random.nextInt(-3, 3) : votes[station][figure];
            }
            System.arraycopy(votes[station], 0, stretch.votes, columns.base(station), FIGURES);
            stretch.announce(station, announced[station], 0);
        }
        for (int station = 0; station < stations; station++) {
            StationColumns.Stretch stretch = columns.stretch(station);
            int[] told = stretch.announcedIn(station);
            for (int figure = 0; figure < FIGURES; figure++) {
                assertEquals(votes[station][figure], stretch.votes[columns.base(station) + figure]);
                assertEquals(announced[station][figure], told[columns.announcedBase(station) + figure]);
            }
        }
    }

    @Test
    void whatIsAnnouncedAsTheCopiesSayIsNotKeptTwice() {
        StationColumns columns = new StationColumns(2, FIGURES);
        StationColumns.Stretch stretch = columns.open(1);
        stretch.votes[columns.base(1)] = 7;
        stretch.announce(1, new int[] {7, 0, 0}, 0);
        assertSame(stretch.votes, stretch.announcedIn(1));
    }

    @Test
    void stationsBeyondTheLastAreRefused() {
        StationColumns columns = new StationColumns(2, FIGURES);
        assertThrows(IndexOutOfBoundsException.class, () -> columns.stretch(2));
        assertThrows(IndexOutOfBoundsException.class, () -> columns.stretch(-1));
    }
}
