package org.cotejo.station.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.cotejo.base.Check;
import org.cotejo.station.words.Language;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Sets pages as tagged PDF by OpenHTMLtoPDF. Dates and ids are fixed: a time would tell when somebody voted. */
final class PdfDrawer {
    private static final String LATIN = "Paper";
    private static final String ARABIC = "Paper Arabic";
    private static final float POINTS_A_MM = 72f / 25.4f;
    /** Longest page of a strip in millimetres: PDF ends at 14,400 points. */
    private static final int STRIP_MOST = 5_000;

    private static final int STRIP_MARGIN = 3;
    // Where the setter of pages fills in numbers.
    private static final String PAGE_PLACE = "@page@";
    private static final String PAGES_PLACE = "@pages@";

    private PdfDrawer() {}

    static byte[] draw(Composer composer, Document document, PaperSize size) {
        Language language = composer.language();
        PageHtml.Page page = PageHtml.of(
                language, composer.title(document), css(composer, document, size), size, composer.blocks(document));
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Cotejo");
        font(builder, "NotoSans-Medium.ttf", LATIN, 400);
        font(builder, "NotoSans-Bold.ttf", LATIN, 700);
        font(builder, "NotoSansArabic-Medium.ttf", ARABIC, 400);
        font(builder, "NotoSansArabic-Bold.ttf", ARABIC, 700);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        // Of what stands outside the body, such as the foot of a page; the body says its own direction.
        builder.defaultTextDirection(TextDirection.LTR);
        builder.useObjectDrawerFactory(new Codes(page.codes()));
        builder.withHtmlContent(page.html(), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            if (size.isRoll()) {
                cut(pdf, renderer.getRootBox().getHeight() / renderer.getDotsPerPoint());
            }
            fix(pdf);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("setting a page in memory", e);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> resource(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream resource(String name) {
        InputStream in = PdfDrawer.class.getResourceAsStream(name);
        Check.that(in != null, "there is no file %s", name);
        return in;
    }

    private static String css(Composer composer, Document document, PaperSize size) {
        try (InputStream in = resource("page.css")) {
            String common = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int millimetres = size.millimetres();
            String start = composer.language().isRightToLeft() ? "right" : "left";
            String end = composer.language().isRightToLeft() ? "left" : "right";
            String own = size.isRoll()
                    ? String.format(
                            Locale.ROOT,
                            "@page{size:%dmm %dmm;margin:%dmm %dmm}object{width:%dmm;height:%dmm}",
                            millimetres,
                            STRIP_MOST,
                            STRIP_MARGIN,
                            (millimetres - size.dots() / PaperSize.DOTS_A_MM) / 2,
                            size.dots() / PaperSize.DOTS_A_MM,
                            size.dots() / PaperSize.DOTS_A_MM)
                    : "@page{size:A4;margin:14mm 15mm 18mm;" + foot(composer, document) + "}";
            return own + common.replace("START", start).replace("END", end);
        } catch (IOException e) {
            throw new UncheckedIOException("reading page.css", e);
        }
    }

    /**
     * What each page of a sheet says at its foot, so that loose pages are told apart: the paper, the station, and page so many of so
     * many. The setter of pages neither joins nor orders letters there, so in Arabic it is the station and the page alone, each at
     * its edge.
     */
    private static String foot(Composer composer, Document document) {
        String station = document.head().station().value();
        if (composer.language().isRightToLeft()) {
            return foot("right", quoted(station)) + foot("left", "counter(page)");
        }
        String page = quoted(composer.page(PAGE_PLACE, PAGES_PLACE))
                .replace(PAGE_PLACE, "\" counter(page) \"")
                .replace(PAGES_PLACE, "\" counter(pages) \"");
        return foot("center", quoted(composer.title(document) + " · " + station + " · ") + " " + page);
    }

    private static String foot(String edge, String content) {
        return "@bottom-" + edge + "{font:400 8pt '" + LATIN + "','" + ARABIC + "';content:" + content + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "").replace("\"", "").replace("<", "").replace("&", "") + '"';
    }

    /** Cuts a strip below its last line, {@code length} points of content from the first. */
    private static void cut(PDDocument pdf, float length) {
        PDPage last = pdf.getPage(pdf.getNumberOfPages() - 1);
        PDRectangle whole = last.getMediaBox();
        float filled = whole.getHeight() - 2 * STRIP_MARGIN * POINTS_A_MM;
        float used = length - filled * (pdf.getNumberOfPages() - 1) + 2 * STRIP_MARGIN * POINTS_A_MM;
        float height = Math.min(whole.getHeight(), used);
        PDRectangle paper =
                new PDRectangle(whole.getLowerLeftX(), whole.getUpperRightY() - height, whole.getWidth(), height);
        last.setMediaBox(paper);
        last.setCropBox(paper);
    }

    private static void fix(PDDocument pdf) {
        Calendar never = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        never.setTimeInMillis(0);
        pdf.getDocumentInformation().setCreationDate(never);
        pdf.getDocumentInformation().setModificationDate(never);
        pdf.setDocumentId(1L);
    }

    /** Draws the codes of a page as vectors. */
    private record Codes(List<PrintedCode> codes) implements FSObjectDrawerFactory {
        @Override
        public @Nullable FSObjectDrawer createDrawer(Element element) {
            if (!isReplacedObject(element)) {
                return null;
            }
            PrintedCode code = codes.get(Integer.parseInt(element.getAttribute("data-code")));
            return (e, x, y, width, height, device, context, dotsPerPixel) -> {
                float side = (float) width / dotsPerPixel;
                device.drawWithGraphics((float) x, (float) y, side, (float) height / dotsPerPixel, pen -> {
                    pen.setColor(Color.BLACK);
                    pen.fill(shape(code, side / code.modulesWithQuiet()));
                });
                return Map.of();
            };
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getAttribute("type").equals("cotejo/code");
        }

        /** Dark modules, each run of a row as one rectangle. */
        private static Path2D shape(PrintedCode code, double module) {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int y = 0; y < code.modulesWithQuiet(); y++) {
                int from = 0;
                while (from < code.modulesWithQuiet()) {
                    int to = from;
                    while (to < code.modulesWithQuiet() && code.isDark(to, y)) {
                        to++;
                    }
                    if (to > from) {
                        path.append(
                                new Rectangle2D.Double(from * module, y * module, (to - from) * module, module), false);
                    }
                    from = to + 1;
                }
            }
            return path;
        }
    }
}
