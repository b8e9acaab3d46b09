package org.cotejo.station.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Pages are tagged as PDF/UA-1 by the judgement of veraPDF, their codes can be read, and their bytes are always the same. */
class PdfTest {
    private static final Drawing DRAWING = Drawing.load();
    private static final int DOTS_AN_INCH = 203;

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static List<String> failures(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.getTotalAssertions() > 100, "it was looked at");
            return result.getTestAssertions().stream()
                    .map(one -> one.getRuleId().getClause() + "-"
                            + one.getRuleId().getTestNumber() + " " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void aPageWithoutTagsIsFoundOut() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf =
                Loader.loadPDF(DRAWING.pdf(PaperExamples.hashes(Language.ENGLISH), Language.ENGLISH, PaperSize.A4))) {
            pdf.getDocumentCatalog().setStructureTreeRoot(null);
            pdf.save(out);
        }
        assertFalse(failures(out.toByteArray()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyPaperIsAccessibleOnA4(Language language) throws Exception {
        for (Document document : PaperExamples.all(language)) {
            assertEquals(
                    List.of(),
                    failures(DRAWING.pdf(document, language, PaperSize.A4)),
                    document.kind().name());
        }
    }

    @ParameterizedTest
    @CsvSource({"SPANISH, ROLL_80", "ARABIC, ROLL_58"})
    void everyPaperIsAccessibleAsAStrip(Language language, PaperSize roll) throws Exception {
        for (Document document : PaperExamples.all(language)) {
            assertEquals(
                    List.of(),
                    failures(DRAWING.pdf(document, language, roll)),
                    document.kind().name());
        }
    }

    private static List<String> codes(byte[] pdf) throws IOException {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, DOTS_AN_INCH);
                CodeReader.texts(picture).stream()
                        .filter(code -> !codes.contains(code))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    @ParameterizedTest
    @CsvSource({"SPANISH, A4", "ARABIC, A4", "ENGLISH, ROLL_80", "FRENCH, ROLL_58"})
    void theCodeOnThePageIsTheSignedSheet(Language language, PaperSize size) throws IOException {
        TallySheet tally = PaperExamples.tally(language, 10, 38);
        assertEquals(List.of(tally.sheet().text()), codes(DRAWING.pdf(tally, language, size)));
    }

    @Test
    void aStripIsAsLongAsWhatIsOnIt() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(
                DRAWING.pdf(PaperExamples.receipt(Language.SPANISH), Language.SPANISH, PaperSize.ROLL_80))) {
            assertEquals(1, pdf.getNumberOfPages());
            float millimetres = pdf.getPage(0).getMediaBox().getHeight() * 25.4f / 72;
            assertTrue(millimetres > 60 && millimetres < 130, millimetres + " mm");
            BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_AN_INCH);
            int last = picture.getHeight() - 1;
            while (last > 0 && isWhite(picture, last)) {
                last--;
            }
            int margin = (picture.getHeight() - 1 - last) * 254 / (DOTS_AN_INCH * 10);
            assertTrue(margin >= 1 && margin <= 12, "the last line stands " + margin + " mm above the end");
        }
    }

    private static boolean isWhite(BufferedImage picture, int y) {
        for (int x = 0; x < picture.getWidth(); x++) {
            if ((picture.getRGB(x, y) & 0xff) < 128) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource(names = {"SPANISH", "ARABIC"})
    void theSameValuesGiveTheSameBytes(Language language) {
        Drawing another = Drawing.load();
        for (Document document : PaperExamples.all(language)) {
            assertArrayEquals(
                    DRAWING.pdf(document, language, PaperSize.A4), another.pdf(document, language, PaperSize.A4));
        }
    }

    @Test
    void thePageSaysEveryFigureInDigitsAndInWords() throws IOException {
        TallySheet tally = PaperExamples.tally(Language.SPANISH, 10, 38);
        try (PDDocument pdf = Loader.loadPDF(DRAWING.pdf(tally, Language.SPANISH, PaperSize.A4))) {
            String text = new PDFTextStripper().getText(pdf);
            for (String said : List.of("187", "ciento ochenta y siete", "512", "quinientos doce", "Copia 2 de 6")) {
                assertTrue(text.contains(said), said);
            }
            assertTrue(text.contains("Página 1 de " + pdf.getNumberOfPages()), text);
        }
    }

    @Test
    void noTimeIsLeftInAPage() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(DRAWING.pdf(PaperExamples.receipt(Language.SPANISH), Language.SPANISH, PaperSize.A4))) {
            assertEquals(0, pdf.getDocumentInformation().getCreationDate().getTimeInMillis());
            String metadata = new String(
                    pdf.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertFalse(metadata.matches("(?s).*20[0-9]{2}-[0-9]{2}.*"), metadata);
        }
    }
}
