package org.cotejo.audit.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.cotejo.base.Sentence;
import org.junit.jupiter.api.Test;

/** Ticks are few, round, inside the axis, and told apart when they are written. */
class TicksTest {
    private static final Sentence LABEL = new Sentence("x", "x");

    @Property
    void ticksOfAnyAxisAreThreeToNineRoundNumbersInsideIt(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double from,
            @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 1e6) double span) {
        Axis axis = Axis.linear(LABEL, from, from + span, Axis.Unit.NUMBER);
        List<Double> ticks = Ticks.of(axis);
        assertTrue(ticks.size() >= 3 && ticks.size() <= 9, ticks::toString);
        double step = Ticks.step(span);
        double head = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        assertTrue(List.of(1L, 2L, 5L).contains(Math.round(head)), () -> "step " + step);
        for (double tick : ticks) {
            assertTrue(tick >= from - step * 1e-6 && tick <= from + span + step * 1e-6, ticks::toString);
        }
    }

    @Property
    void ticksAreWrittenDifferently(@ForAll @Scale(6) @DoubleRange(min = 1e-4, max = 0.9) double span) {
        Axis axis = Axis.linear(LABEL, 0, span, Axis.Unit.SHARE);
        List<String> written = Ticks.of(axis).stream()
                .map(tick -> Ticks.text(axis, tick, Numerals.of("en")))
                .toList();
        assertEquals(written.size(), written.stream().distinct().count(), written::toString);
    }

    @Property
    void aRoundedAxisHoldsTheOldOneAndEndsInTicks(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double from,
            @ForAll @DoubleRange(min = 1e-2, max = 1e3) double span) {
        Axis axis = Axis.linear(LABEL, from, from + span, Axis.Unit.NUMBER).rounded();
        // Of the axis as it is in floating point: at the edge between two steps its span is not quite the other one.
        double step = Ticks.step((from + span) - from);
        assertTrue(axis.from() <= from + step * 1e-6 && axis.to() >= from + span - step * 1e-6, axis::toString);
        assertEquals(Math.rint(axis.from() / step), axis.from() / step, 1e-6);
        assertEquals(Math.rint(axis.to() / step), axis.to() / step, 1e-6);
    }

    @Test
    void aLogarithmicAxisHasPowersOfTen() {
        Axis axis = Axis.log(LABEL, 0.03, 40, Axis.Unit.NUMBER).rounded();
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0, 100.0), Ticks.of(axis));
        assertEquals(0.5, axis.at(1), 1e-12);
        List<String> written = Ticks.of(axis).stream()
                .map(tick -> Ticks.text(axis, tick, Numerals.of("es")))
                .toList();
        assertEquals(List.of("0,01", "0,1", "1", "10", "100"), written);
    }

    @Test
    void numeralsAreThoseOfTheReport() {
        assertEquals("−1,234,567.50", Numerals.of("en").number(-1_234_567.5, 2));
        assertEquals("−1.234.567,50", Numerals.of("es").number(-1_234_567.5, 2));
        assertEquals("7.03\u00a0%", Numerals.of("en").share(0.07031967, 2));
        assertEquals("999", Numerals.of("en").number(999));
    }
}
