package org.cotejo.station.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.Sheet;
import org.cotejo.station.words.Language;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What papers say and, as important, what they do not. */
class DocumentTest {
    private static List<Block> blocks(Document document, Language language) {
        return new Composer(language).blocks(document);
    }

    private static String all(Document document, Language language) {
        return blocks(document, language).toString();
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptHasNoNumbersButThoseOfStationChoiceAndCode(Language language) {
        Receipt receipt = PaperExamples.receipt(language);
        String said = all(receipt, language)
                .replace(receipt.code().value(), "")
                .replace(receipt.head().station().value(), "")
                .replace(receipt.head().election(), "");
        Set<String> numbers = new HashSet<>();
        Pattern.compile("[0-9]+").matcher(said).results().forEach(found -> numbers.add(found.group()));
        // Ballot position 12, and the party whose name ends in 3.
        assertEquals(Set.of("12", "3"), numbers);
        assertTrue(said.contains(receipt.choices().getFirst().contest()));
    }

    @Test
    void theCodeOfAReceiptComesLast() {
        List<Block> blocks = blocks(PaperExamples.receipt(Language.SPANISH), Language.SPANISH);
        assertTrue(blocks.get(blocks.size() - 2) instanceof Block.Large);
        assertTrue(blocks.getLast() instanceof Block.Paragraph);
    }

    @Test
    void eachKindOfChoiceIsSaidInWords() {
        Receipt receipt = new Receipt(
                PaperExamples.head(Language.ENGLISH, false),
                List.of(
                        new Receipt.Choice("Mayor", List.of(new Receipt.Chosen.Blank())),
                        new Receipt.Choice("Council", List.of(new Receipt.Chosen.WrittenIn(4, "Ada Brook"))),
                        new Receipt.Choice("Governor", List.of(new Receipt.Chosen.NullVote())),
                        new Receipt.Choice("Judge", List.of(new Receipt.Chosen.Position(2, "Rosa Lind", null)))),
                ReceiptCode.ofRandom(new byte[ReceiptCode.RANDOM_BYTES]));
        String said = all(receipt, Language.ENGLISH);
        for (String part : List.of("Blank vote", "Ada Brook", "Written in", "Null vote", "Rosa Lind")) {
            assertTrue(said.contains(part), part);
        }
        assertEquals("0000-0000-0000-0000", receipt.code().value());
    }

    @Test
    void codesAreSpreadOverAllLettersAndFollowTheirBytes() {
        byte[] ones = new byte[ReceiptCode.RANDOM_BYTES];
        java.util.Arrays.fill(ones, (byte) 0xff);
        assertEquals("ZZZZ-ZZZZ-ZZZZ-ZZZZ", ReceiptCode.ofRandom(ones).value());
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 256; i++) {
            byte[] random = new byte[ReceiptCode.RANDOM_BYTES];
            random[9] = (byte) i;
            codes.add(ReceiptCode.ofRandom(random).value());
        }
        assertEquals(256, codes.size());
        assertThrows(IllegalArgumentException.class, () -> ReceiptCode.ofRandom(new byte[9]));
        assertThrows(IllegalArgumentException.class, () -> new ReceiptCode("0000-0000-0000-000I"));
    }

    @ParameterizedTest
    @EnumSource
    void aRehearsalSaysSoOnEveryPaper(Language language) {
        StationHead head = PaperExamples.head(language, true);
        HashSlip slip = PaperExamples.hashes(language);
        Document rehearsed = new HashSlip(head, slip.machine(), slip.software(), slip.definition());
        assertTrue(blocks(rehearsed, language).getFirst() instanceof Block.Banner);
        assertFalse(blocks(slip, language).getFirst() instanceof Block.Banner);
        assertTrue(blocks(PaperExamples.opening(language), language).getFirst() instanceof Block.Banner);
    }

    @Test
    void theDifferencesOfASheetAreWorkedOutFromItsFigures() {
        TallySheet tally = PaperExamples.tally(Language.ENGLISH, 10, 38);
        List<Block.Pair> pairs = new ArrayList<>();
        blocks(
                        new TallySheet(
                                tally.head(),
                                tally.contest(),
                                tally.sheet(),
                                tally.software(),
                                new TallySheet.Receipts(338, 4),
                                tally.copy(),
                                List.of()),
                        Language.ENGLISH)
                .forEach(block -> {
                    if (block instanceof Block.Pairs(List<Block.Pair> some)) {
                        pairs.addAll(some);
                    }
                });
        assertTrue(pairs.contains(new Block.Pair("Votes less receipts of votes that count", "+2")), pairs::toString);
        assertTrue(pairs.contains(new Block.Pair("Receipts reported as wrong, vote void", "4")));
        assertTrue(pairs.contains(new Block.Pair("Receipts counted less voters", "0")));
        assertTrue(pairs.contains(new Block.Pair("Voters above the register", "0")));
    }

    @Test
    void theVotesOfACandidateAreThoseOfItsOptions() {
        TallySheet tally = PaperExamples.tally(Language.ENGLISH, 10, 38);
        List<Block.Figures> tables = blocks(tally, Language.ENGLISH).stream()
                .filter(Block.Figures.class::isInstance)
                .map(Block.Figures.class::cast)
                .toList();
        assertEquals(38, tables.get(0).rows().size());
        assertEquals(10, tables.get(1).rows().size());
        assertEquals(sum(tables.get(0)), sum(tables.get(1)));
        assertEquals(327, sum(tables.get(0)));
        assertEquals("327", tables.get(2).rows().getFirst().figure());
        int third = 0;
        for (int option = 2; option < 38; option += 10) {
            third += tally.sheet().sheet().votes().get(option);
        }
        assertEquals(Integer.toString(third), tables.get(1).rows().get(2).figure());
    }

    private static int sum(Block.Figures figures) {
        return figures.rows().stream()
                .mapToInt(row -> Integer.parseInt(row.figure()))
                .sum();
    }

    @Test
    void aCertificateShowsTheDifferenceOfEachLineAndAsksForAnotherCountWhereTellersDiffer() {
        BoxCertificate certificate = PaperExamples.certificate(Language.ENGLISH);
        Block.Comparison comparison = blocks(certificate, Language.ENGLISH).stream()
                .filter(Block.Comparison.class::isInstance)
                .map(Block.Comparison.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(13, comparison.rows().size());
        assertEquals("-1", comparison.rows().get(0).figures().getLast());
        assertEquals("two hundred three", comparison.rows().get(0).words());
        assertEquals("0", comparison.rows().get(1).figures().getLast());
        assertEquals("?", comparison.rows().get(3).figures().getLast());
        assertEquals("", comparison.rows().get(3).words());
        assertEquals("-1", comparison.rows().get(12).figures().getLast());
        assertTrue(all(certificate, Language.ENGLISH).contains("differ from each other: 1."));
        assertTrue(all(certificate, Language.ENGLISH).contains("differs from the machine: 3"));
    }

    @Test
    void boxesAreNamedByRoleAndNumberedWhereThereAreSeveral() {
        String said = all(PaperExamples.tally(Language.ENGLISH, 10, 0), Language.ENGLISH);
        assertTrue(said.contains("Presiding officer, Secretary, Member 1, Member 2, Witness 1 · Unión Cívica"), said);
    }

    @Test
    void aVoidSlipOfAReceiptSaysNothingOfTheChoice() {
        String said = all(PaperExamples.voidedReceipt(Language.ENGLISH), Language.ENGLISH);
        assertFalse(said.contains("PRESIDENT"));
        assertTrue(said.contains("printed again with another code"));
        assertTrue(all(PaperExamples.voided(Language.ENGLISH), Language.ENGLISH).contains("printing 2"));
    }

    @Test
    void papersThatDoNotFitTogetherAreNotMade() {
        TallySheet tally = PaperExamples.tally(Language.ENGLISH, 10, 38);
        Contest other = PaperExamples.contest(Language.ENGLISH, 10, 37);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TallySheet(
                        tally.head(), other, tally.sheet(), tally.software(), null, tally.copy(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OpeningReport(
                        tally.head(), tally.contest(), tally.sheet(), tally.software(), tally.copy(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TallySheet(
                        PaperExamples.head(Language.ENGLISH, true),
                        tally.contest(),
                        tally.sheet(),
                        tally.software(),
                        null,
                        tally.copy(),
                        List.of()));
        assertThrows(IllegalArgumentException.class, () -> Copy.of(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Receipt.Choice("Mayor", List.of()));
    }

    @Test
    void aCountByHandHasTheLinesOfTheSheet() {
        BoxCertificate certificate = PaperExamples.certificate(Language.ENGLISH);
        BoxCertificate.Hand tooShort = new BoxCertificate.Hand(List.of(1), Map.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> new BoxCertificate(
                        certificate.head(),
                        certificate.contest(),
                        certificate.sheet(),
                        tooShort,
                        certificate.second(),
                        null,
                        certificate.copy(),
                        List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BoxCertificate.Hand(List.of(-1), Map.of(Figure.Count.NULL, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "a\u202eb", "a\nb", "a\tb"})
    void textsThatCouldMisleadOrBreakThePaperAreNotPrinted(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Receipt.Chosen.WrittenIn(1, text));
    }

    @Test
    void eachPaperKnowsItsKindAndItsCopy() {
        Set<Document.Kind> kinds = new HashSet<>();
        PaperExamples.all(Language.ENGLISH).forEach(document -> kinds.add(document.kind()));
        assertEquals(Set.of(Document.Kind.values()), kinds);
        assertEquals(Optional.empty(), PaperExamples.receipt(Language.ENGLISH).copyOf());
        assertEquals(
                Optional.of(new Copy(2, 6, 2)),
                PaperExamples.tally(Language.ENGLISH, 10, 0).copyOf());
        assertEquals(
                Sheet.Paper.FINAL,
                PaperExamples.tally(Language.ENGLISH, 2, 0).sheet().sheet().paper());
    }

    @Test
    void textsOfADefinitionDoNotBecomeMarksOfThePage() {
        assertEquals("&lt;b&gt; &amp; &quot;x&quot;", PageHtml.escape("<b> & \"x\""));
    }
}
