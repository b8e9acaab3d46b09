package org.cotejo.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What stands in the chunks of a PNG (W3C PNG, third edition) or WebP file (RFC 9649) beside its pixels, as far as it matters:
 * whether it moves and how it lies.
 */
record Chunks(boolean isAnimated, Orientation orientation) {
    private static final int CHUNKS_MOST = 10_000;

    static Chunks ofPng(byte[] file) {
        boolean isAnimated = false;
        Orientation orientation = Orientation.UPRIGHT;
        ByteBuffer png = ByteBuffer.wrap(file);
        long at = 8;
        for (int i = 0; i < CHUNKS_MOST && at + 12 <= file.length; i++) {
            long length = Integer.toUnsignedLong(png.getInt((int) at));
            String name = new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            isAnimated |= name.equals("acTL");
            if (name.equals("eXIf") && at + 8 + length <= file.length) {
                orientation = ExifTag.orientation(file, (int) at + 8, (int) length);
            }
            at += 12 + length;
        }
        return new Chunks(isAnimated, orientation);
    }

    static Chunks ofWebp(byte[] file) {
        boolean isAnimated = false;
        Orientation orientation = Orientation.UPRIGHT;
        ByteBuffer webp = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long at = 12;
        for (int i = 0; i < CHUNKS_MOST && at + 8 <= file.length; i++) {
            String name = new String(file, (int) at, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(webp.getInt((int) at + 4));
            isAnimated |= name.equals("ANIM") || name.equals("ANMF");
            if (name.equals("EXIF") && at + 8 + length <= file.length) {
                int from = (int) at + 8;
                boolean hasPrefix = length > 6 && file[from] == 'E' && file[from + 1] == 'x';
                orientation =
                        ExifTag.orientation(file, hasPrefix ? from + 6 : from, (int) length - (hasPrefix ? 6 : 0));
            }
            at += 8 + length + (length & 1);
        }
        return new Chunks(isAnimated, orientation);
    }
}
