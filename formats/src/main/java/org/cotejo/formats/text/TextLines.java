package org.cotejo.formats.text;

import java.util.List;

/** A file of plain lines, such as texts of QR codes; lines are counted from 1. */
public final class TextLines {
    private TextLines() {}

    /** The lines of a text file in whatever encoding; refuses what is no text. */
    public static List<String> of(String name, byte[] bytes) {
        String text = text(name, bytes);
        FileKind.refuseMarkup(name, text);
        return text.lines().toList();
    }

    static String text(String name, byte[] bytes) {
        if (FileKind.isZip(name, bytes)) {
            throw TextProblem.WRONG_KIND.at(org.cotejo.base.Where.file(name), "ZIP");
        }
        return Encoding.of(name, bytes, RowTerms.AUTO).decoded();
    }
}
