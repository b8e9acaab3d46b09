package org.cotejo.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the orientation, and nothing else, out of a TIFF directory, which is what EXIF data is too. */
final class ExifTag {
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifTag() {}

    /** The orientation in the first directory of a TIFF structure that begins at {@code at}; upright if there is none. */
    static Orientation orientation(byte[] bytes, int at, int length) {
        if (at < 0 || length < 8 || at + (long) length > bytes.length) {
            return Orientation.UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, at, length).slice();
        tiff.order(bytes[at] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory + 2 > length) {
            return Orientation.UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > length) {
                break;
            }
            if (Short.toUnsignedInt(tiff.getShort((int) entry)) == ORIENTATION) {
                return Orientation.of(Short.toUnsignedInt(tiff.getShort((int) entry + 8)));
            }
        }
        return Orientation.UPRIGHT;
    }
}
