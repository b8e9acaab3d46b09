package org.cotejo.formats.text;

import java.nio.charset.StandardCharsets;
import org.cotejo.base.Where;

/** Tells from its first bytes what a file is, and refuses all that is neither text nor a workbook by its name. */
final class FileKind {
    @SuppressWarnings("ArrayRecordComponent") // a constant, never compared
    private record Magic(String name, byte[] bytes) {}

    private static final Magic[] OTHERS = {
        magic("PDF", "%PDF"),
        magic("JPEG", "\u00ff\u00d8\u00ff"),
        magic("PNG", "\u0089PNG"),
        magic("GIF", "GIF8"),
        magic("TIFF", "II*\0"),
        magic("GZIP", "\u001f\u008b"),
        magic("7z", "7z\u00bc\u00af"),
        magic("RAR", "Rar!"),
        magic("XLS (Excel 97)", "\u00d0\u00cf\u0011\u00e0"),
        magic("SQLite", "SQLite format 3"),
        magic("Parquet", "PAR1"),
        magic("UTF-32", "\u00ff\u00fe\0\0"),
        magic("UTF-32", "\0\0\u00fe\u00ff"),
    };
    private static final byte[] ZIP = latin("PK\u0003\u0004");
    private static final byte[] EMPTY_ZIP = latin("PK\u0005\u0006");

    private FileKind() {}

    /** Whether it begins as a zip, so that it must be a workbook; throws for every other kind that is no text. */
    static boolean isZip(String file, byte[] bytes) {
        if (begins(bytes, ZIP) || begins(bytes, EMPTY_ZIP)) {
            return true;
        }
        for (Magic other : OTHERS) {
            if (begins(bytes, other.bytes())) {
                throw TextProblem.WRONG_KIND.at(Where.file(file), other.name());
            }
        }
        return false;
    }

    /** Refuses text that is a page or a JSON file, as servers send instead of the table that was asked for. */
    static void refuseMarkup(String file, String begin) {
        String text = begin.stripLeading();
        if (text.matches("(?s)<[!?A-Za-z].*")) {
            throw TextProblem.WRONG_KIND.at(Where.file(file), "HTML/XML");
        }
        if (text.matches("(?s)[\\[{]\\s*[\\[{\"\\]}].*")) {
            throw TextProblem.WRONG_KIND.at(Where.file(file), "JSON");
        }
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Magic magic(String name, String bytes) {
        return new Magic(name, latin(bytes));
    }

    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
}
