package org.cotejo.capture.picture;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as the bytes of a PNG: pixels and nothing else, made in memory. */
public final class Png {
    private Png() {}

    /** A plane of brightness, 8 bits of grey a pixel. */
    public static byte[] of(Grey plane) {
        BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, plane.width(), plane.height(), plane.pixels());
        return of(image);
    }

    /** A picture of any kind that a PNG can hold. */
    public static byte[] of(RenderedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("drawing a picture in memory", e);
        }
        return bytes.toByteArray();
    }
}
