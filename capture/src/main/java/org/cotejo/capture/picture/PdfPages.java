package org.cotejo.capture.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;

/** Pages of a PDF, drawn as pictures: scans as well as pages with a drawn code. */
final class PdfPages {
    /** Dots an inch: a module of half a millimetre has five pixels. */
    private static final float DOTS = 250;

    private static final float POINTS_AN_INCH = 72;
    private static final double PAGE_PIXELS_MOST = 16_000_000;
    private static final long SCRATCH_BYTES_MOST = 256L << 20;
    private static final int DEPTH_MOST = 5;

    private PdfPages() {}

    static Picture read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file),
                "",
                null,
                null,
                () -> new ScratchFile(MemoryUsageSetting.setupMainMemoryOnly(SCRATCH_BYTES_MOST)))) {
            List<Problem> notes = new ArrayList<>();
            int pages = document.getNumberOfPages();
            if (pages > PictureLimits.PAGES_MOST) {
                notes.add(PictureProblem.PAGES.with(PictureLimits.PAGES_MOST));
            }
            List<Grey> drawn = new ArrayList<>();
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0; i < Math.min(pages, PictureLimits.PAGES_MOST); i++) {
                drawn.add(draw(renderer, document.getPage(i), i));
            }
            if (drawn.isEmpty()) {
                throw PictureDecoder.refusal(PictureProblem.DAMAGED.with("no page"));
            }
            return new Picture(PictureKind.PDF, drawn, notes);
        } catch (InvalidPasswordException e) {
            throw PictureDecoder.refusal(PictureProblem.LOCKED.with());
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw e instanceof Exception thrown
                    ? PictureDecoder.damaged(thrown)
                    : PictureDecoder.refusal(PictureProblem.DAMAGED.with("nested too deeply"));
        }
    }

    private static Grey draw(PDFRenderer renderer, PDPage page, int index) throws IOException {
        checkImages(page.getResources(), 0);
        PDRectangle box = page.getCropBox();
        double inches = box.getWidth() / POINTS_AN_INCH * (box.getHeight() / POINTS_AN_INCH);
        if (!(inches > 0)) {
            throw PictureDecoder.refusal(PictureProblem.DAMAGED.with("a page without extent"));
        }
        double dots = Math.min(DOTS, Math.sqrt(PAGE_PIXELS_MOST / inches));
        PictureDecoder.checkSize(
                Math.round(Math.ceil(box.getWidth() / POINTS_AN_INCH * dots)),
                Math.round(Math.ceil(box.getHeight() / POINTS_AN_INCH * dots)));
        BufferedImage image = renderer.renderImageWithDPI(index, (float) dots, ImageType.GRAY);
        return Brightness.of(image);
    }

    /** Refuses a page that draws an image larger than a picture may be. */
    private static void checkImages(PDResources resources, int depth) throws IOException {
        if (resources == null || depth > DEPTH_MOST) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image) {
                PictureDecoder.checkSize(image.getWidth(), image.getHeight());
            } else if (object instanceof PDFormXObject form) {
                checkImages(form.getResources(), depth + 1);
            }
        }
    }
}
