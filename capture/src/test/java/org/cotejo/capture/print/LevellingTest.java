package org.cotejo.capture.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.junit.jupiter.api.Test;

/** Pages whose rows of print lie aslant, run together or bow, by a known rule. */
class LevellingTest {
    private static final int WIDE = 1200;
    private static final int HIGH = 1600;
    private static final Grey PAGE = TestCodes.paper(WIDE, HIGH);

    /** How paper lies on a page: bowed by {@code bow} pixels, its rows running together by {@code fan}, then turned by {@code turn} radians. */
    private record Lie(double turn, double bow, double fan) {
        Point onPage(double x, double y) {
            double fallen = y + bow * Math.sin(Math.PI * x / WIDE) + fan * (x - WIDE / 2.0) * (y - HIGH / 2.0) / HIGH;
            double dx = x - WIDE / 2.0;
            double dy = fallen - HIGH / 2.0;
            return new Point(
                    dx * Math.cos(turn) - dy * Math.sin(turn) + WIDE / 2.0,
                    dx * Math.sin(turn) + dy * Math.cos(turn) + HIGH / 2.0);
        }

        double rowOf(Point page) {
            double dx = page.x() - WIDE / 2.0;
            double dy = page.y() - HIGH / 2.0;
            double x = dx * Math.cos(turn) + dy * Math.sin(turn) + WIDE / 2.0;
            double fallen = -dx * Math.sin(turn) + dy * Math.cos(turn) + HIGH / 2.0;
            double lean = fan * (x - WIDE / 2.0) / HIGH;
            return (fallen - bow * Math.sin(Math.PI * x / WIDE) + lean * HIGH / 2.0) / (1 + lean);
        }

        Hull.Rectangle line(double left, double right, double y, double high) {
            Point from = onPage(left, y);
            Point to = onPage(right, y);
            return new Hull.Rectangle(
                    new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2),
                    Math.atan2(to.y() - from.y(), to.x() - from.x()),
                    from.distance(to),
                    high);
        }

        /** A table: a name at the left of each row, a number in words at its right, of some length. */
        List<Hull.Rectangle> table(Random random) {
            List<Hull.Rectangle> lines = new ArrayList<>();
            for (int y = 120; y < HIGH - 100; y += 60) {
                lines.add(line(80, 300 + random.nextInt(120), y, 24));
                lines.add(line(800, 840 + random.nextInt(300), y, 24));
            }
            return lines;
        }
    }

    private static double uneven(Lie lie, Levelling levelling) {
        double most = 0;
        for (double y = 300; y < HIGH - 300; y += 100) {
            double at = lie.rowOf(levelling.onPage(new Point(WIDE / 2.0, y)));
            for (double x = 250; x <= WIDE - 250; x += 50) {
                most = Math.max(most, Math.abs(lie.rowOf(levelling.onPage(new Point(x, y))) - at));
            }
        }
        return most;
    }

    @Property(tries = 200)
    void rowsOfATableComeOutLevel(
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double turn,
            @ForAll @DoubleRange(min = -25, max = 25) double bow,
            @ForAll @DoubleRange(min = -0.15, max = 0.15) double fan,
            @ForAll long seed) {
        Lie lie = new Lie(turn, bow, fan);
        List<Hull.Rectangle> lines = lie.table(new Random(seed));
        Optional<Levelling> levelling = Levelling.of(PAGE, lines);
        if (levelling.isPresent()) {
            double uneven = uneven(lie, levelling.get());
            assertTrue(uneven < 8, "rows leave their height by " + uneven);
        } else {
            // Half of a line's height from one side of the page to the other, which turn and bow may share.
            assertTrue(Math.abs(turn) * WIDE <= 12 && Math.abs(bow) < 14, "left as it is");
        }
    }

    @Test
    void aLineThatIsNoneOfTheRowsChangesLittle() {
        Lie lie = new Lie(0.1, 10, 0.05);
        List<Hull.Rectangle> lines = lie.table(new Random(1));
        for (int i = 0; i < 6; i++) {
            lines.add(new Hull.Rectangle(new Point(300 + 90 * i, 500 + 100 * i), -0.5, 300, 20));
        }
        assertTrue(uneven(lie, Levelling.of(PAGE, lines).orElseThrow()) < 8);
    }

    @Test
    void aLevelPageAndOneOfFewLinesStayAsTheyAre() {
        assertFalse(Levelling.of(PAGE, new Lie(0, 0, 0).table(new Random(2))).isPresent());
        List<Hull.Rectangle> few = new Lie(0.2, 0, 0).table(new Random(3)).subList(0, 4);
        assertFalse(Levelling.of(PAGE, few).isPresent());
        assertFalse(Levelling.of(PAGE, List.of()).isPresent());
    }

    @Test
    void whatStandsOnThePageStandsLevelAndIsFoundAgain() {
        Lie lie = new Lie(0.15, 12, 0);
        byte[] pixels = PAGE.pixels().clone();
        for (int x = 200; x < WIDE - 200; x++) {
            Point at = lie.onPage(x, 700);
            for (int down = -2; down <= 2; down++) {
                int row = (int) at.y() + down;
                int column = (int) at.x();
                pixels[row * WIDE + column] = 10;
            }
        }
        Grey page = new Grey(WIDE, HIGH, pixels);
        Levelling levelling = Levelling.of(page, lie.table(new Random(4))).orElseThrow();
        Grey level = levelling.level(page);
        List<Point> dark = new ArrayList<>();
        for (int y = 0; y < level.height(); y++) {
            for (int x = level.width() / 4; x < level.width() * 3 / 4; x++) {
                if (level.at(x, y) < 60) {
                    dark.add(new Point(x + 0.5, y + 0.5));
                }
            }
        }
        double first = dark.getFirst().y();
        assertTrue(dark.stream().allMatch(point -> point.y() - first < 20), "a line of five pixels and what it is off");
        Quad place = new Way(WIDE, HIGH, 0, levelling)
                .onPage(new Quad(dark.getFirst(), dark.getLast(), dark.getFirst(), dark.getLast()));
        assertEquals(700, lie.rowOf(place.upperLeft()), 6);
        assertEquals(700, lie.rowOf(place.upperRight()), 6);
    }

    @Property(tries = 50)
    void anyLinesAtAllGiveAPlaneOfBoundedSizeOrNone(@ForAll long seed) {
        Random random = new Random(seed);
        List<Hull.Rectangle> lines = new ArrayList<>();
        for (int i = 0, many = random.nextInt(40); i < many; i++) {
            lines.add(new Hull.Rectangle(
                    new Point(random.nextDouble() * 300, random.nextDouble() * 400),
                    (random.nextDouble() - 0.5) * Math.PI,
                    random.nextDouble() * 400,
                    random.nextDouble() * 40));
        }
        Grey page = TestCodes.paper(300, 400);
        Levelling.of(page, lines).ifPresent(levelling -> {
            Grey level = levelling.level(page);
            assertTrue((long) level.width() * level.height() <= 2.5 * 300 * 400);
        });
    }
}
