package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.cotejo.base.RefusedException;
import org.junit.jupiter.api.Test;

/** What parts the fields is found out from the rows, never from a quoted text. */
class DelimiterTest {
    @Test
    void theSteadyOneWins() {
        assertFound(',', "a,b\n1,2\n");
        assertFound(';', "a;b\n1;2\n");
        assertFound('\t', "a\tb\n1\t2\n");
        assertFound('|', "a|b\n1|2\n");
        assertFound(';', "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3\n");
        assertFound('|', "a|b\nx, y|2\nx|2\n");
        assertFound(',', "a,b\n\"1;2\",2\n\"1;2;3\",2\n");
    }

    @Test
    void ofTwoSteadyOnesTheMoreFrequentWins() {
        assertFound(';', "a;b;c,d\n1;2;3,4\n");
        assertFound(',', "a,b;c,d\n1,2;3,4\n");
    }

    @Test
    void whereNoneIsSteadyTheHeaderDecides() {
        assertFound(';', "a;b;c\n1;2\n1;2;3\n");
        assertFound('|', "a|b\n1|2|3\n");
        assertFound(',', "a\n1\n");
        assertFound(',', "");
    }

    @Test
    void skippedLinesCommentsAndEmptyLinesDoNotVote() {
        assertEquals(';', Delimiter.of("f", new RowTerms("auto", "auto", 1, false), "x,y,z\na;b\n1;2\n"));
        assertEquals(';', Delimiter.of("f", new RowTerms("auto", "auto", 1, false), "x,y,z\r\na;b\r\n\r\n1;2\r\n"));
        assertEquals(';', Delimiter.of("f", RowTerms.TEMPLATE, "# x, y, z\na;b\n# 1, 2\n1;2\n"));
        assertEquals(',', Delimiter.of("f", new RowTerms("auto", "auto", 9, false), "a;b\n"));
    }

    @Test
    void lineEndsInsideOfQuotesEndNoRow() {
        assertFound(';', "a;b\n\"x,\ny,\n\";2\n\"z,z,z\";3\n");
    }

    @Test
    void aNamedOneIsTaken() {
        assertEquals('\t', Delimiter.of("f", new RowTerms("auto", "tab", 0, false), "a,b\n"));
        assertEquals('\t', Delimiter.of("f", new RowTerms("auto", "\t", 0, false), "a,b\n"));
        assertEquals('|', Delimiter.of("f", new RowTerms("auto", "|", 0, false), "a,b\n"));
        for (String bad : new String[] {"", ":", ",,", "comma", " "}) {
            assertThrows(
                    RefusedException.class, () -> Delimiter.of("f", new RowTerms("auto", bad, 0, false), "a,b\n"), bad);
        }
    }

    @Property
    void aTableOfWordsShowsItsDelimiter(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(min = 2, max = 8) int columns,
            @ForAll @Size(min = 2, max = 8)
                    java.util.List<@StringLength(max = 6) @CharRange(from = 'a', to = 'z') String> words) {
        char delimiter = ",;\t|".charAt(which);
        StringBuilder table = new StringBuilder();
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < columns; column++) {
                table.append(column == 0 ? "" : String.valueOf(delimiter))
                        .append(words.get((row + column) % words.size()));
            }
            table.append('\n');
        }
        assertFound(delimiter, table.toString());
    }

    private static void assertFound(char expected, String text) {
        assertEquals(expected, Delimiter.of("f", RowTerms.PLAIN, text), text);
    }
}
