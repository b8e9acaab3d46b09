package org.cotejo.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cotejo.definition.CandidateId;
import org.junit.jupiter.api.Test;

/** Cells, packed and not. */
class CellsTest {
    @Property
    void packedCellsAreTheCellsThatWerePacked(@ForAll("cells") List<Cell> cells) {
        Cells packed = Cells.of(cells);
        assertEquals(
                cells, IntStream.range(0, packed.size()).mapToObj(packed::at).toList());
        int[] numbers = cells.stream().mapToInt(Cells::pack).toArray();
        assertEquals(packed, Cells.ofPacked(numbers, numbers.length));
        assertEquals(packed.hashCode(), Cells.ofPacked(numbers, numbers.length).hashCode());
        assertEquals(cells.toString(), packed.toString());
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        Arbitrary<Cell> cell = Arbitraries.oneOf(
                Arbitraries.just(new Cell.Blank()),
                Arbitraries.just(new Cell.Illegible()),
                Arbitraries.integers().between(0, Cell.MOST).map(Cell.Written::new));
        return cell.list().ofMaxSize(20);
    }

    @Test
    void blankZeroAndIllegibleAreThreeDifferentThings() {
        Cells zero = Cells.of(List.of(new Cell.Written(0)));
        Cells blank = Cells.of(List.of(new Cell.Blank()));
        Cells illegible = Cells.of(List.of(new Cell.Illegible()));
        assertNotEquals(zero, blank);
        assertNotEquals(blank, illegible);
        assertNotEquals(zero, illegible);
        assertEquals(Cells.BLANK, blank.packedAt(0));
    }

    @Test
    void aNumberThatNoStationHasIsNoCell() {
        assertThrows(IllegalArgumentException.class, () -> new Cell.Written(-1));
        assertThrows(IllegalArgumentException.class, () -> new Cell.Written(Cell.MOST + 1));
        assertThrows(IllegalArgumentException.class, () -> Cells.ofPacked(new int[] {-3}, 1));
        assertThrows(IllegalArgumentException.class, () -> Cells.ofPacked(new int[] {Cell.MOST + 1}, 1));
    }

    @Test
    void aTallyHasACellForEachFigureAndEachFigureOnce() {
        Figure a = new Figure.OfCandidate(new CandidateId("A"));
        Cells one = Cells.of(List.of(new Cell.Written(1)));
        assertEquals(List.of(a), new Tally(List.of(a), one).figures());
        assertThrows(IllegalArgumentException.class, () -> new Tally(List.of(a, Figure.Count.NULL), one));
        Cells two = Cells.of(List.of(new Cell.Written(1), new Cell.Blank()));
        assertThrows(IllegalArgumentException.class, () -> new Tally(List.of(a, a), two));
        assertThrows(IllegalArgumentException.class, () -> new Figure.OfOption(0));
        assertThrows(IllegalArgumentException.class, () -> new Figure.OfOption(1_001));
    }

    @Test
    void figuresHaveTheNamesThatFilesUse() {
        assertEquals("null", Figure.Count.NULL.toString());
        assertEquals("option 7", new Figure.OfOption(7).toString());
        assertEquals("EG", new Figure.OfCandidate(new CandidateId("EG")).toString());
    }
}
