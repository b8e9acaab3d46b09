package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestScribbles;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.print.Way;
import org.cotejo.custody.SignatureSlot.Role;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;

/** Roles as print is read: with letters lost, numbers or none, in each language; and pages without a sheet. */
class SlotWordsTest {
    private static PrintedLine line(String text, double left, double top) {
        return new PrintedLine(
                TestScribbles.box(left, top, left + 14.0 * text.length(), top + 28),
                text,
                Collections.nCopies(text.length(), 0.95));
    }

    private static Optional<SlotWords.Named> named(Language language, String text) {
        return new SlotWords(language).named(line(text, 10, 10));
    }

    @Test
    void aRoleIsNamedWithItsNumberAlsoIfLettersAreMisread() {
        assertEquals(
                Optional.of(new SlotWords.Named(Role.PRESIDING_OFFICER, 1)),
                named(Language.SPANISH, "Presidencia de rnesa"));
        assertEquals(
                Optional.of(new SlotWords.Named(Role.PARTY_WITNESS, 2)),
                named(Language.SPANISH, "Testigo 2 · Partido Azul"));
        assertEquals(Optional.of(new SlotWords.Named(Role.MEMBER, 12)), named(Language.ENGLISH, "Member12"));
        assertEquals(
                Optional.of(new SlotWords.Named(Role.OBSERVER, 1)), named(Language.FRENCH, "Observation · Mission"));
    }

    @Test
    void aNumberInTheNameOfABodyIsNotThatOfThePlace() {
        assertEquals(
                Optional.of(new SlotWords.Named(Role.PARTY_WITNESS, 1)),
                named(Language.ENGLISH, "Witness · Movement 27"));
    }

    @Test
    void otherLinesNameNoRole() {
        for (String text : List.of("", "Votos nulos", "Tes", "489", "quinientos", "Copia 1 de 2")) {
            assertEquals(Optional.empty(), named(Language.SPANISH, text), text);
        }
        assertEquals(Optional.empty(), named(Language.ENGLISH, "Member 99"), "there are no 99 places");
    }

    @Test
    void ticksAreKnownThoughTheirBoxWasTakenForALetter() {
        SlotWords words = new SlotWords(Language.SPANISH);
        assertTrue(words.isTick("口 ausente"));
        assertTrue(words.isTick("ausente  se nego"));
        assertTrue(words.isTick("se negó"));
        assertFalse(words.isTick("presente"));
        assertFalse(words.isTick(""));
        assertTrue(words.isHeading("Firrnas") || words.isHeading("Firmas"));
    }

    @Test
    void onAPageWithoutPlacesToSignThereAreNone() {
        PrintedPage page = new PrintedPage(
                TestCodes.paper(400, 300),
                new Way(400, 300, 0, null),
                List.of(line("Secretaría", 10, 10), line("Votos nulos", 10, 60)));
        assertEquals(List.of(), CotejoSlots.read(page, 0));
    }

    @Test
    void aRoleWithoutBoxesToTickIsNotVisible() {
        PrintedPage page = new PrintedPage(
                TestCodes.paper(600, 300),
                new Way(600, 300, 0, null),
                List.of(line("Firmas", 10, 10), line("Secretaría", 10, 60)));
        SeenSlot slot = CotejoSlots.read(page, 3).getFirst();
        assertEquals(SeenSlot.State.NOT_VISIBLE, slot.state());
        assertEquals(3, slot.page());
    }

    @Test
    void twoPlacesOfOneNameThatLookDifferentAreNotVisible() {
        List<SeenSlot> slots = new java.util.ArrayList<>();
        for (SeenSlot.State state : List.of(SeenSlot.State.SIGNED, SeenSlot.State.SIGNED, SeenSlot.State.EMPTY)) {
            CotejoSlots.add(slots, new SeenSlot(Role.MEMBER, 1, state, 0, TestScribbles.box(0, 0, 9, 9)));
        }
        assertEquals(1, slots.size());
        assertEquals(SeenSlot.State.NOT_VISIBLE, slots.getFirst().state());
    }

    @Test
    void onTheStripOf2024AScribbleBehindFirmaIsSeenAndNoPlaceIsCalledEmpty() {
        List<PrintedLine> lines = List.of(
                line("Presidente", 30, 40),
                line("Firma:", 30, 100),
                line("Testigo A", 30, 200),
                line("Firma:", 30, 260),
                line("Lo que hay al final de la tira de papel", 30, 400));
        var paper = TestCodes.paper(640, 460);
        for (PrintedLine line : lines) {
            for (int x = (int) line.left(); x < line.right(); x += 6) {
                paper = TestScribbles.filled(
                        paper, x, (int) line.place().upperLeft().y() + 4, 3, 20, 40);
            }
        }
        var signed = TestScribbles.in(paper, TestScribbles.box(150, 94, 500, 134), 3, 60, 3);
        List<SeenSlot> slots = VenezuelaSlots.read(new PrintedPage(signed, Way.asItIs(signed), lines), 0);
        assertEquals(6, slots.size());
        assertEquals(SeenSlot.State.SIGNED, slots.getFirst().state());
        assertTrue(slots.stream().skip(1).allMatch(slot -> slot.state() == SeenSlot.State.NOT_VISIBLE));
    }
}
