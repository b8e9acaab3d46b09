package org.cotejo.capture.picture;

import org.jspecify.annotations.Nullable;

/**
 * What a JPEG says of itself before its first scan (ITU-T T.81, annex B): how large it is, how colours are stored and how it lies.
 * Read by hand since it must be known before a decoder is let loose on the file.
 *
 * @param isBrightFirst whether the first component is brightness, as in YCbCr
 * @param scans number of scans in the whole file
 */
record JpegHead(int width, int height, int components, boolean isBrightFirst, int scans, Orientation orientation) {
    /** Most scans of a file: a real one has 1 to 20; each takes the time of the whole picture. */
    static final int SCANS_MOST = 100;

    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP0 = 0xe0;

    /** Reads it; null where the file has no frame before its first scan. */
    static @Nullable JpegHead read(byte[] file) {
        int at = 2;
        int frame = -1;
        boolean hasJfif = false;
        int adobe = -1;
        Orientation orientation = Orientation.UPRIGHT;
        while (at + 4 <= file.length) {
            if ((file[at] & 0xff) != 0xff) {
                return null;
            }
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == SOS || marker == EOI) {
                break;
            }
            int length = word(file, at + 2);
            if (length < 2 || at + 2 + length > file.length) {
                break;
            }
            int body = at + 4;
            if (isFrame(marker) && length >= 8) {
                frame = body;
            } else if (marker == APP0) {
                hasJfif |= has(file, body, length, "JFIF");
            } else if (marker == APP1 && orientation == Orientation.UPRIGHT && has(file, body, length, "Exif\0")) {
                orientation = ExifTag.orientation(file, body + 6, length - 8);
            } else if (marker == APP14 && length >= 14 && has(file, body, length, "Adobe")) {
                adobe = file[body + 11];
            }
            at += 2 + length;
        }
        return frame < 0 ? null : of(file, frame, hasJfif, adobe, orientation, scans(file, at));
    }

    private static @Nullable JpegHead of(
            byte[] file, int frame, boolean hasJfif, int adobe, Orientation orientation, int scans) {
        int components = file[frame + 5] & 0xff;
        if (frame + 6 + 3 * components > file.length) {
            return null;
        }
        boolean isRgb = components == 3
                && !hasJfif
                && (adobe >= 0
                        ? adobe == 0
                        : file[frame + 6] == 'R' && file[frame + 9] == 'G' && file[frame + 12] == 'B');
        boolean isBright = components == 1 || components == 3 && !isRgb || components == 4 && adobe == 2;
        return new JpegHead(word(file, frame + 3), word(file, frame + 1), components, isBright, scans, orientation);
    }

    private static int scans(byte[] file, int from) {
        int scans = 0;
        for (int i = from; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xff && file[i + 1] == (byte) SOS) {
                scans++;
            }
        }
        return scans;
    }

    /** Start of frame, baseline to arithmetic; not the tables whose numbers lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean has(byte[] file, int at, int length, String name) {
        if (length < name.length() + 2 || at + name.length() > file.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (file[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int word(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }
}
