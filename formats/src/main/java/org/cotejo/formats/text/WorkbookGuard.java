package org.cotejo.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.cotejo.base.Where;

/**
 * Looks into a zip before it is opened as a workbook: whether it is one, and whether it unpacks to a size that the reader can
 * hold. Reads the zip with the same library as the workbook's reader, so that both see the same parts.
 */
final class WorkbookGuard {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int PARTS_MOST = 10_000;
    private static final long SHEETS_MOST = 1L << 30;
    private static final long OTHERS_MOST = 1L << 27;

    /** Letters of a column: XFD is the last of a spreadsheet. */
    private static final int COLUMN_LETTERS_MOST = 3;

    private static final int IN_QUOTES = 0;
    private static final int NOWHERE = -1;
    private static final int AFTER_R = -2;
    private static final int AFTER_EQUALS = -3;

    private WorkbookGuard() {}

    static void check(String file, byte[] bytes) {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            if (zip.getEntry(WORKBOOK) == null) {
                boolean isOds = zip.getEntry("content.xml") != null;
                throw TextProblem.WRONG_KIND.at(Where.file(file), isOds ? "ODS (OpenDocument)" : "ZIP");
            }
            long sheets = SHEETS_MOST;
            long others = OTHERS_MOST;
            int parts = 0;
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                boolean isSheet = part.getName().contains("worksheets/");
                long size = size(zip, part, isSheet, isSheet ? sheets : others);
                sheets -= isSheet ? size : 0;
                others -= isSheet ? 0 : size;
                if (++parts > PARTS_MOST || sheets < 0 || others < 0) {
                    throw TextProblem.WORKBOOK_LARGE.at(Where.file(file), isSheet ? SHEETS_MOST : OTHERS_MOST);
                }
            }
        } catch (IOException e) {
            throw TextProblem.WORKBOOK.at(Where.file(file));
        }
    }

    /** The number of bytes that a part unpacks to; more than {@code most} as soon as that is certain. */
    private static long size(ZipFile zip, ZipArchiveEntry part, boolean isSheet, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int letters = NOWHERE;
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0 && size <= most; read = in.read(buffer)) {
                size += read;
                for (int i = 0; i < read && isSheet; i++) {
                    letters = letters(letters, buffer[i]);
                    if (letters > COLUMN_LETTERS_MOST) {
                        return most + 1;
                    }
                }
            }
        }
        return size;
    }

    /**
     * Follows a cell's reference, {@code r="XFD1"}, through the bytes: the number of letters so far, or a state below zero
     * before the quote. A column far out makes the reader lay out a row of so many cells.
     */
    private static int letters(int state, byte next) {
        boolean isSpace = next == ' ' || next == '\t' || next == '\n' || next == '\r' || next == 0;
        return switch (state) {
            case AFTER_R -> next == '=' ? AFTER_EQUALS : isSpace ? state : afterOther(next);
            case AFTER_EQUALS -> next == '"' || next == '\'' ? IN_QUOTES : isSpace ? state : afterOther(next);
            case NOWHERE -> afterOther(next);
            default -> {
                boolean isLetter = next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z';
                // An entity hides a letter; no spreadsheet writes one there.
                yield isLetter ? state + 1 : next == '&' ? COLUMN_LETTERS_MOST + 1 : next == 0 ? state : NOWHERE;
            }
        };
    }

    private static int afterOther(byte next) {
        return next == 'r' ? AFTER_R : NOWHERE;
    }
}
