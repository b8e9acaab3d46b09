package org.cotejo.capture.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes; its name says nothing. What follows after the end of the picture is not looked at. */
public enum PictureKind {
    JPEG,
    PNG,
    TIFF,
    WEBP,
    PDF,
    /** Also AVIF and everything else in that container. */
    HEIC,
    UNKNOWN;

    /** The kind of a file. */
    public static PictureKind of(byte[] file) {
        if (starts(file, 0, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return PNG;
        }
        if (starts(file, 0, 'I', 'I', 42, 0) || starts(file, 0, 'M', 'M', 0, 42)) {
            return TIFF;
        }
        if (starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        }
        if (starts(file, 0, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        return isHeic(file) ? HEIC : UNKNOWN;
    }

    private static boolean isHeic(byte[] file) {
        if (!starts(file, 4, 'f', 't', 'y', 'p') || file.length < 12) {
            return false;
        }
        String brand = new String(file, 8, 4, StandardCharsets.ISO_8859_1);
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" -> true;
            default -> false;
        };
    }

    private static boolean starts(byte[] file, int at, int... expected) {
        if (file.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((file[at + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The kind as JSON names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
