package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;

/** Which row is which. Written as a row of numbers, ? where none was read or none is said. */
class RowNumbersTest {
    private static String of(String read) {
        List<OptionalInt> numbers = RowNumbers.of(Arrays.stream(read.split(" ", -1))
                .map(one -> one.equals("?") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(one)))
                .toList());
        return numbers.stream()
                .map(one -> one.isPresent() ? Integer.toString(one.getAsInt()) : "?")
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatStandsBetweenJustAsManyIsKnown() {
        assertEquals("1 2 3 4", of("1 2 3 4"));
        assertEquals("1 2 3 4", of("1 ? ? 4"));
        assertEquals("1 2 3", of("? ? 3"));
    }

    @Test
    void whereARowIsMissingTheOthersAreNotGuessed() {
        assertEquals("1 ? 4", of("1 ? 4"), "2 or 3");
        assertEquals("? 3 4", of("? 3 4"), "1 or 2");
        assertEquals("1 2 ? ?", of("1 2 ? ?"), "rows may be missing before them");
        assertEquals("? ?", of("? ?"));
    }

    @Test
    void aMisreadNumberIsOutvoted() {
        assertEquals("1 2 3 4 5", of("1 2 8 4 5"));
        assertEquals("1 2 3 4 5", of("7 2 3 4 5"));
        assertEquals("1 2 3 4 5", of("1 2 3 1 5"));
        assertEquals("1 2 3", of("1 1 3"), "a number cannot stand twice");
    }

    /** Rows that are missing or unread, numbers read right: a row that is numbered is numbered right. */
    @Property(tries = 500)
    void noRowIsNumberedWrongWhereNoneIsMisread(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> there = new ArrayList<>();
        List<OptionalInt> read = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            if (random.nextInt(6) > 0) {
                there.add(number);
                read.add(random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(number));
            }
        }
        List<OptionalInt> numbers = RowNumbers.of(read);
        for (int row = 0; row < there.size(); row++) {
            assertTrue(numbers.get(row).isEmpty() || numbers.get(row).getAsInt() == there.get(row), "row " + row);
            assertTrue(read.get(row).isEmpty() || numbers.get(row).equals(read.get(row)), "row " + row);
        }
    }

    @Test
    void rowsAtEvenDistancesAreUnbroken() {
        assertEquals(5, RowNumbers.unbroken(List.of(10.0, 30.0, 49.0, 70.0, 91.0)));
        assertEquals(3, RowNumbers.unbroken(List.of(10.0, 30.0, 50.0, 91.0, 110.0)));
        assertEquals(1, RowNumbers.unbroken(List.of(10.0)));
        assertEquals(0, RowNumbers.unbroken(List.of()));
    }

    @Test
    void digitsInFrontOfWordsAreToldFromThem() {
        NumbersInWords numbers = new NumbersInWords(Language.SPANISH);
        assertEquals(1, Apart.digits("8ocho", numbers));
        assertEquals(3, Apart.digits("287 doscientos ochenta y siete", numbers));
        assertEquals(2, Apart.digits("110nce", numbers));
        assertEquals(2, Apart.digits("11 once", numbers));
        assertEquals(1, Apart.digits("0 cero", numbers));
        assertEquals(0, Apart.digits("10 Benjamin Rausseo", numbers));
        assertEquals(0, Apart.digits("once", numbers));
        assertEquals(0, Apart.digits("287", numbers));
        assertEquals(0, Apart.digits("", numbers));
    }
}
