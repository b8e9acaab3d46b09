package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

/** A long text is split into parts and put together again, whatever happens to them on the way. */
class SheetPartsTest {
    private static Predicate<String> upTo(int characters) {
        return text -> text.length() <= characters;
    }

    @Test
    void aTextThatFitsIsItsOnlyPart() {
        assertEquals(List.of("abc"), SheetParts.split("abc", upTo(3)));
    }

    @Test
    void aTextIsSplitIntoTheFewestPartsOfNearlyEqualLength() {
        List<String> parts = SheetParts.split("abcdefghijk".repeat(5), upTo(40));
        assertEquals(
                List.of(
                        "COTEJO1*1*3*5B169B33*abcdefghijkabcdefgh",
                        "COTEJO1*2*3*5B169B33*ijkabcdefghijkabcd",
                        "COTEJO1*3*3*5B169B33*efghijkabcdefghijk"),
                parts);
    }

    @Test
    void noCharacterIsSplit() {
        String text = "\ud835\udc9c".repeat(31);
        List<String> parts = SheetParts.split(text, upTo(43));
        for (String part : parts) {
            assertFalse(Character.isLowSurrogate(part.charAt(part.lastIndexOf('*') + 1)), part);
        }
        assertEquals(Optional.of(text), join(parts));
    }

    @Test
    void aTextThatFitsIntoNo16CodesIsNotSplit() {
        assertThrows(IllegalArgumentException.class, () -> SheetParts.split("x".repeat(200), upTo(30)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsSplitIsPutTogetherInAnyOrderAndWithRepetitions(
            @ForAll("sheets") SignedSheet one,
            @ForAll("sheets") SignedSheet other,
            @ForAll @IntRange(min = 0, max = 3) int repeated,
            @ForAll Random random) {
        List<String> mixed = new ArrayList<>();
        for (SignedSheet sheet : List.of(one, other)) {
            int limit = 60 + sheet.text().length() / 9;
            List<String> parts = SheetParts.split(sheet.text(), upTo(limit));
            parts.stream().filter(SheetParts::isPart).forEach(mixed::add);
            assertTrue(parts.size() == 1 || parts.stream().allMatch(SheetParts::isPart));
            for (int i = 0; i < repeated && parts.size() > 1; i++) {
                mixed.add(parts.get(random.nextInt(parts.size())));
            }
        }
        Collections.shuffle(mixed, random);
        SheetParts collected = new SheetParts();
        List<String> whole = new ArrayList<>();
        mixed.forEach(part -> collected.take(part).orThrow().ifPresent(whole::add));
        assertEquals(Optional.empty(), collected.missing());
        assertTrue(whole.stream().allMatch(text -> text.equals(one.text()) || text.equals(other.text())));
        long expected = List.of(one, other).stream()
                .filter(sheet -> sheet.text().length() > 60 + sheet.text().length() / 9)
                .distinct()
                .count();
        assertEquals(expected, whole.size());
    }

    @Provide
    Arbitrary<SignedSheet> sheets() {
        return AnySheet.signed();
    }

    @Test
    void partsThatAreMissingAreNamed() {
        List<String> parts = SheetParts.split("x".repeat(100), upTo(50));
        SheetParts collected = new SheetParts();
        collected.take(parts.get(1)).orThrow();
        String missing = collected.missing().orElseThrow().sentence().en();
        assertTrue(missing.contains("these of 4 parts are missing: 1, 3, 4"), missing);
    }

    @Test
    void aPartOfAnotherGroupOrNumberBelongsToAnotherSheet() {
        SheetParts collected = new SheetParts();
        assertEquals(Optional.empty(), collected.take("COTEJO1*1*2*00000000*ab").orThrow());
        assertEquals(Optional.empty(), collected.take("COTEJO1*2*3*00000000*cd").orThrow());
        assertEquals(Optional.empty(), collected.take("COTEJO1*2*2*00000001*cd").orThrow());
    }

    @Test
    void partsThatDoNotHaveTheHashOfTheirGroupAreRefusedAndMayBeReadAgain() {
        List<String> parts = SheetParts.split("x".repeat(50), upTo(46));
        SheetParts collected = new SheetParts();
        collected.take(parts.get(0).replace("xxx", "xyx")).orThrow();
        assertRefused(collected.take(parts.get(1)));
        collected.take(parts.get(0)).orThrow();
        assertEquals(Optional.of("x".repeat(50)), collected.take(parts.get(1)).orThrow());
    }

    @Test
    void aPartThatIsReadAgainWithAnotherTextIsRefused() {
        SheetParts collected = new SheetParts();
        collected.take("COTEJO1*1*2*00000000*ab").orThrow();
        assertRefused(collected.take("COTEJO1*1*2*00000000*ac"));
    }

    @Test
    void malformedPartsAreRefused() {
        for (String part : List.of(
                "",
                "COTEJO1/1*2*0123ABCD*x",
                "COTEJO1*",
                "COTEJO1*1*2*0123ABCD*",
                "COTEJO1*1*2*0123ABCD",
                "COTEJO1*1*2*0123abcd*x",
                "COTEJO1*1*2*0123ABC*x",
                "COTEJO1*1*2*0123ABCDE*x",
                "COTEJO1*0*2*0123ABCD*x",
                "COTEJO1*3*2*0123ABCD*x",
                "COTEJO1*1*1*0123ABCD*x",
                "COTEJO1*1*17*0123ABCD*x",
                "COTEJO1*01*2*0123ABCD*x",
                "COTEJO1*1*02*0123ABCD*x",
                "COTEJO1*1**0123ABCD*x",
                "COTEJO1*1*2*0123ABCD*\udc9c",
                "COTEJO1*1*2*0123ABCD*\ud835",
                "COTEJO1*1*2*0123ABCD*" + "x".repeat(16_000))) {
            assertRefused(new SheetParts().take(part));
        }
    }

    @Property(tries = 5_000)
    void anyTextIsTakenOrRefused(@ForAll String text, @ForAll Random random) {
        String part = "COTEJO1*1*2*0123ABCD*" + text;
        int cut = random.nextInt(part.length() + 1);
        for (String each : List.of(text, part, part.substring(0, cut), part.substring(0, cut) + text)) {
            SheetParts collected = new SheetParts();
            if (collected.take(each) instanceof Result.Refused<Optional<String>>(var problem)) {
                assertEquals("SHEET-106", problem.code());
            } else {
                assertTrue(collected.missing().isPresent());
            }
        }
    }

    private static Optional<String> join(List<String> parts) {
        SheetParts collected = new SheetParts();
        Optional<String> whole = Optional.empty();
        for (String part : parts) {
            whole = collected.take(part).orThrow();
        }
        return whole;
    }

    private static void assertRefused(Result<Optional<String>> result) {
        assertEquals(
                "SHEET-106",
                assertInstanceOf(Result.Refused.class, result).problem().code());
    }
}
