package org.cotejo.capture.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.cotejo.base.Problem;
import org.jspecify.annotations.Nullable;

/** Pictures made of pixels, by the readers of the platform and, for WebP, of TwelveMonkeys. */
final class RasterPages {
    private RasterPages() {}

    /**
     * A JPEG as it is stored: where its first component is brightness, nothing is converted, which takes half the time of a colour
     * picture.
     */
    static Picture jpeg(byte[] file) {
        JpegHead head = JpegHead.read(file);
        if (head == null) {
            throw PictureDecoder.refusal(PictureProblem.DAMAGED.with("no frame before the first scan"));
        }
        PictureDecoder.checkSize(head.width(), head.height());
        if (head.scans() > JpegHead.SCANS_MOST) {
            throw PictureDecoder.refusal(PictureProblem.DAMAGED.with(head.scans() + " scans"));
        }
        List<Problem> notes = new ArrayList<>();
        ImageReader reader = platform("jpeg");
        try {
            reader.setInput(new BytesStream(file), true, true);
            reader.addIIOReadWarningListener((_, _) -> {
                if (notes.isEmpty()) {
                    notes.add(PictureProblem.CUT.with());
                }
            });
            Raster raster = reader.readRaster(0, param(reader, head.width(), head.height()));
            Grey grey = Brightness.of(raster, head.isBrightFirst());
            return new Picture(PictureKind.JPEG, List.of(grey.upright(head.orientation())), notes);
        } catch (IOException | RuntimeException e) {
            throw PictureDecoder.damaged(e);
        } finally {
            reader.dispose();
        }
    }

    static Picture png(byte[] file) {
        Chunks chunks = Chunks.ofPng(file);
        if (chunks.isAnimated()) {
            throw PictureDecoder.refusal(PictureProblem.ANIMATED.with());
        }
        ImageReader reader = platform("png");
        reader.setInput(new BytesStream(file), true, true);
        return new Picture(PictureKind.PNG, List.of(page(reader, 0).upright(chunks.orientation())), List.of());
    }

    static Picture webp(byte[] file) {
        Chunks chunks = Chunks.ofWebp(file);
        if (chunks.isAnimated()) {
            throw PictureDecoder.refusal(PictureProblem.ANIMATED.with());
        }
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        reader.setInput(new BytesStream(file), false, true);
        return new Picture(PictureKind.WEBP, List.of(page(reader, 0).upright(chunks.orientation())), List.of());
    }

    static Picture tiff(byte[] file) {
        Orientation orientation = ExifTag.orientation(file, 0, file.length);
        ImageReader reader = platform("tiff");
        reader.setInput(new BytesStream(file), false, true);
        List<Grey> pages = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        for (int i = 0; isPage(reader, i); i++) {
            if (i == PictureLimits.PAGES_MOST) {
                notes.add(PictureProblem.PAGES.with(PictureLimits.PAGES_MOST));
                break;
            }
            pages.add(page(reader, i).upright(i == 0 ? orientation : Orientation.UPRIGHT));
        }
        if (pages.isEmpty()) {
            throw PictureDecoder.refusal(PictureProblem.DAMAGED.with("no page"));
        }
        return new Picture(PictureKind.TIFF, pages, notes);
    }

    private static boolean isPage(ImageReader reader, int index) {
        try {
            return reader.getWidth(index) > 0;
        } catch (IndexOutOfBoundsException e) {
            return false;
        } catch (IOException | RuntimeException e) {
            throw PictureDecoder.damaged(e);
        }
    }

    private static Grey page(ImageReader reader, int index) {
        try {
            int width = reader.getWidth(index);
            int height = reader.getHeight(index);
            PictureDecoder.checkSize(width, height);
            // A tile is decoded whole, however little of it is wanted.
            PictureDecoder.checkSize(reader.getTileWidth(index), reader.getTileHeight(index));
            BufferedImage image = reader.read(index, param(reader, width, height));
            return Brightness.of(image);
        } catch (IOException | RuntimeException e) {
            throw e instanceof org.cotejo.base.RefusedException refused ? refused : PictureDecoder.damaged(e);
        }
    }

    private static ImageReadParam param(ImageReader reader, int width, int height) {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = PictureLimits.step(width, height);
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return param;
    }

    /** The platform's own reader of a format, whatever others are on the class path. */
    private static ImageReader platform(String format) {
        @Nullable ImageReader any = null;
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            any = readers.next();
            if (any.getClass().getModule().getName() != null) {
                return any;
            }
        }
        if (any == null) {
            throw new IllegalStateException("this platform has no reader of " + format);
        }
        return any;
    }
}
