package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.TestScribbles;
import org.cotejo.capture.TestSheets;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.custody.SignatureSlot.Role;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Places to sign on drawn sheets, with the networks themselves; no sheet of these was ever signed by anybody. */
class SlotsTest {
    private static final FormReader READER = new FormReader(PrintReader.open().orThrow());
    private static final Grey SHEET = TestSheets.strip(Language.SPANISH, TestElection.STATION, 287, 134, 61);
    private static final List<SeenSlot> EMPTY = READER.readPage(SHEET, 0).slots();

    private static List<String> shown(List<SeenSlot> slots) {
        return slots.stream()
                .map(slot -> slot.role() + " " + slot.number() + " " + slot.state())
                .toList();
    }

    private static List<String> read(Grey sheet) {
        return shown(READER.readPage(sheet, 0).slots());
    }

    @Test
    void aSheetThatNobodySignedHasEmptyPlaces() {
        assertEquals(List.of("PRESIDING_OFFICER 1 EMPTY", "PARTY_WITNESS 1 EMPTY"), shown(EMPTY));
    }

    @Test
    void aScribbleIsSeenWhereItIsAndNowhereElse() {
        Grey signed = TestScribbles.in(SHEET, EMPTY.get(1).place(), 7, 70, 3);
        assertEquals(List.of("PRESIDING_OFFICER 1 EMPTY", "PARTY_WITNESS 1 SIGNED"), read(signed));
    }

    @Test
    void onAPhotoOfANoisyPaperTooAndOnItsHead() {
        Grey signed = TestScribbles.in(SHEET, EMPTY.get(0).place(), 11, 90, 3);
        Grey noisy = TestScribbles.noisy(signed, 3, 5);
        assertEquals(List.of("PRESIDING_OFFICER 1 SIGNED", "PARTY_WITNESS 1 EMPTY"), read(noisy));
        List<SeenSlot> turned = READER.readPage(noisy.turned(2), 0).slots();
        assertEquals(List.of("PRESIDING_OFFICER 1 SIGNED", "PARTY_WITNESS 1 EMPTY"), shown(turned));
        assertTrue(
                turned.getFirst().place().centre().y() < SHEET.height() / 2.0,
                "the place is one of the picture as it was handed in");
    }

    @Test
    void whatIsCutOffCoveredOrTickedIsNotCalledEmpty() {
        SeenSlot last = EMPTY.get(1);
        int middle = (int) last.place().centre().x();
        Grey narrow = SHEET.crop(0, 0, middle, SHEET.height());
        assertTrue(read(narrow).stream().noneMatch(slot -> slot.endsWith("EMPTY")), () -> read(narrow) + "");
        Grey noisy = TestScribbles.noisy(SHEET, 9, 4);
        int top = (int) last.place().upperLeft().y();
        int high = (int) (last.place().lowerLeft().y() - top);
        Grey covered = TestScribbles.filled(noisy, 60, top + 4, SHEET.width() - 120, high - 4, 240);
        assertEquals(List.of("PRESIDING_OFFICER 1 EMPTY", "PARTY_WITNESS 1 NOT_VISIBLE"), read(covered));
    }

    @Test
    void onADrawnPageWhitePaperIsNoGlare() {
        Grey page = TestSheets.pages(Language.SPANISH, TestElection.STATION, 287, 134, 61)
                .getLast();
        List<SeenSlot> empty = READER.readPage(page, 1).slots();
        assertEquals(List.of("PRESIDING_OFFICER 1 EMPTY", "PARTY_WITNESS 1 EMPTY"), shown(empty));
        Grey signed = TestScribbles.in(page, empty.getFirst().place(), 5, 40, 5);
        assertEquals(List.of("PRESIDING_OFFICER 1 SIGNED", "PARTY_WITNESS 1 EMPTY"), read(signed));
    }

    @Test
    void aTickBesideAnEmptyPlaceIsNoSignature() {
        SeenSlot first = EMPTY.getFirst();
        // In the first box to tick, left below the place.
        double left = first.place().lowerLeft().x();
        double top = first.place().lowerLeft().y();
        Grey ticked = TestScribbles.in(SHEET, TestScribbles.box(left + 2, top + 10, left + 34, top + 34), 2, 60, 3);
        assertTrue(
                read(ticked).getFirst().equals("PRESIDING_OFFICER 1 EMPTY")
                        || read(ticked).getFirst().equals("PRESIDING_OFFICER 1 NOT_VISIBLE"),
                () -> read(ticked) + "");
    }

    @Test
    void theRealSheetWhoseSignaturesAreCoveredShowsNone() throws IOException {
        Path sheet = Path.of(System.getProperty("cotejo.shared", "../../shared"))
                .resolve("data/venezuela-2024/sheet-010111043-01.jpg");
        Assumptions.assumeTrue(Files.exists(sheet), "no shared data");
        List<SeenSlot> slots = READER.readPage(
                        PictureDecoder.decode(Files.readAllBytes(sheet))
                                .orThrow()
                                .pages()
                                .getFirst(),
                        0)
                .slots();
        assertEquals(
                List.of(
                        Role.PRESIDING_OFFICER,
                        Role.SECRETARY,
                        Role.MEMBER,
                        Role.PARTY_WITNESS,
                        Role.PARTY_WITNESS,
                        Role.OPERATOR),
                slots.stream().map(SeenSlot::role).toList());
        assertTrue(slots.stream().allMatch(slot -> slot.state() == SeenSlot.State.NOT_VISIBLE), slots::toString);
    }
}
