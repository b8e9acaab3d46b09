package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Numbers;
import org.junit.jupiter.api.Test;

class StationColumnsTest {
    private static final int FIGURES = 3;

    @Property(tries = 50)
    void votesAndAnnouncedResultsAreGivenBackAsTheyWereTaken(@ForAll long seed) {
        Random random = new Random(seed);
        int stations = 1 + random.nextInt(10_000);
        StationColumns columns = new StationColumns(Stretches.of(stations), FIGURES);
        int[][] votes = new int[stations][FIGURES];
        int[][] announced = new int[stations][FIGURES];
        for (int station = 0; station < stations; station++) {
            StationColumns.Stretch stretch = columns.stretch(station);
            for (int figure = 0; figure < FIGURES; figure++) {
                votes[station][figure] = figure(random);
                announced[station][figure] = random.nextInt(4) == 0 ? figure(random) : votes[station][figure];
            }
            stretch.votes().set(stretch.base(station), votes[station], 0, FIGURES);
            stretch.announce(station, announced[station], 0);
        }
        for (int station = 0; station < stations; station++) {
            StationColumns.Stretch stretch = columns.stretch(station);
            Numbers told = stretch.announcedIn(station);
            for (int figure = 0; figure < FIGURES; figure++) {
                assertEquals(votes[station][figure], stretch.votes().get(stretch.base(station) + figure));
                assertEquals(announced[station][figure], told.get(stretch.announcedBase(station) + figure));
            }
        }
    }

    /** Mostly small, as most figures are; now and then beyond what two bytes hold. */
    private static int figure(Random random) {
        return random.nextInt(2_000) == 0 ? random.nextInt(30_000, 1_000_000) : random.nextInt(-3, 3);
    }

    @Test
    void stretchesHoldEveryStationOnce() {
        for (int stations : new int[] {0, 1, 2_047, 2_048, 2_049, 30_026, 1_050_000, Integer.MAX_VALUE - 1}) {
            Stretches cut = Stretches.of(stations);
            assertEquals(0, cut.first(0));
            assertEquals(stations, cut.first(cut.count()));
            if (stations > 0) {
                assertEquals(0, cut.with(0));
                assertEquals(cut.count() - 1, cut.with(stations - 1));
            }
            for (int stretch = 1; stretch < cut.count(); stretch++) {
                assertEquals(stretch, cut.with(cut.first(stretch)));
                assertEquals(stretch - 1, cut.with(cut.first(stretch) - 1));
            }
        }
    }

    @Test
    void whatIsAnnouncedAsTheCopiesSayIsNotKeptTwice() {
        StationColumns columns = new StationColumns(Stretches.of(2), FIGURES);
        StationColumns.Stretch stretch = columns.stretch(1);
        stretch.votes().set(stretch.base(1), 7);
        stretch.announce(1, new int[] {7, 0, 0}, 0);
        assertSame(stretch.votes(), stretch.announcedIn(1));
    }

    @Test
    void stationsBeyondTheLastAreRefused() {
        StationColumns columns = new StationColumns(Stretches.of(2), FIGURES);
        assertThrows(IndexOutOfBoundsException.class, () -> columns.stretch(2));
        assertThrows(IndexOutOfBoundsException.class, () -> columns.stretch(-1));
    }
}
