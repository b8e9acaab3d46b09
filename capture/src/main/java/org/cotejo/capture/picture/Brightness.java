package org.cotejo.capture.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Makes planes of brightness out of the rasters of the platform. Weights of colours: ITU-R BT.601. */
final class Brightness {
    private static final int RED = 77;
    private static final int GREEN = 150;
    private static final int BLUE = 29;
    private static final int WHITE = 255;

    private Brightness() {}

    /** The first component of a raster that was not converted; the mean of the first three where it is not brightness. */
    static Grey of(Raster raster, boolean isBrightFirst) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] grey = new byte[width * height];
        if (isBrightFirst
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && raster.getSampleModel() instanceof ComponentSampleModel model
                && raster.getMinX() == 0
                && raster.getMinY() == 0
                && raster.getParent() == null) {
            copyBand(buffer.getData(), model, width, height, grey);
            return new Grey(width, height, grey);
        }
        int bands = Math.min(3, raster.getNumBands());
        int[] row = new int[width * raster.getNumBands()];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int band = 0; band < bands; band++) {
                    sum += row[x * raster.getNumBands() + band];
                }
                grey[y * width + x] = (byte) (isBrightFirst ? row[x * raster.getNumBands()] : sum / bands);
            }
        }
        return new Grey(width, height, grey);
    }

    private static void copyBand(byte[] data, ComponentSampleModel model, int width, int height, byte[] grey) {
        int step = model.getPixelStride();
        int line = model.getScanlineStride();
        int first = model.getBandOffsets()[0];
        if (step == 1 && line == width && first == 0) {
            System.arraycopy(data, 0, grey, 0, grey.length);
            return;
        }
        int to = 0;
        for (int y = 0; y < height; y++) {
            int from = y * line + first;
            for (int x = 0; x < width; x++, from += step) {
                grey[to++] = data[from];
            }
        }
    }

    /** An image of any model; what is transparent is paper, so white. */
    static Grey of(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        boolean isPlainGrey = image.getColorModel().getNumComponents() == 1
                && !(image.getColorModel() instanceof java.awt.image.IndexColorModel);
        if (isPlainGrey && image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return of(raster, true);
        }
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] grey = new byte[width * height];
        if (isPlainGrey) {
            int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
            int[] row = new int[width * raster.getNumBands()];
            for (int y = 0; y < height; y++) {
                raster.getPixels(0, y, width, 1, row);
                for (int x = 0; x < width; x++) {
                    grey[y * width + x] = (byte) (row[x * raster.getNumBands()] >> shift);
                }
            }
            return new Grey(width, height, grey);
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) bright(row[x]);
            }
        }
        return new Grey(width, height, grey);
    }

    private static int bright(int argb) {
        int alpha = argb >>> 24;
        int bright = (RED * (argb >> 16 & 0xff) + GREEN * (argb >> 8 & 0xff) + BLUE * (argb & 0xff)) >> 8;
        return alpha == WHITE ? bright : (bright * alpha + WHITE * (WHITE - alpha)) / WHITE;
    }
}
