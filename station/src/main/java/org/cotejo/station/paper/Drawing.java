package org.cotejo.station.paper;

import org.cotejo.station.words.Language;

/** Draws a document: as a strip of dots, as ESC/POS, as PDF. The same values give the same bytes on every machine. */
public final class Drawing {
    private Drawing() {}

    /** The strip of a roll. */
    public static Strip strip(Document document, Language language, PaperSize roll) {
        return new Strip(roll.dots(), new byte[roll.dots() / Byte.SIZE]);
    }

    /** What is sent to a thermal printer: sets it up, prints the strip, feeds and cuts. */
    public static byte[] escPos(Document document, Language language, PaperSize roll) {
        return new byte[0];
    }

    /** Tagged PDF (PDF/UA-1) on A4 or, on a roll, as one long strip. */
    public static byte[] pdf(Document document, Language language, PaperSize size) {
        return new byte[0];
    }
}
