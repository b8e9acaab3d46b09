package org.cotejo.station.paper;

import java.util.EnumMap;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.station.words.Language;

/**
 * Draws documents: as a strip of dots, as ESC/POS, as PDF. The same values give the same bytes. Loading reads the fonts once; keep
 * what it gives. Safe for use by several threads, one drawing at a time.
 */
public final class Drawing {
    private final Typeface typeface;
    private final Map<Language, Composer> composers = new EnumMap<>(Language.class);

    private Drawing(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Reads fonts and words. */
    public static Drawing load() {
        return new Drawing(Typeface.load());
    }

    private Composer composer(Language language) {
        return composers.computeIfAbsent(language, Composer::new);
    }

    /** The characters of a text for which there is no letter; ask before the day, since they print as empty boxes. */
    public synchronized String undrawable(String text) {
        StringBuilder missing = new StringBuilder();
        Script.joined(text)
                .codePoints()
                .filter(c -> !typeface.has(c))
                .distinct()
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }

    /** The strip of a roll. */
    public synchronized Strip strip(Document document, Language language, PaperSize roll) {
        Check.that(roll.isRoll(), "%s is no roll", roll);
        return StripDrawer.draw(
                typeface,
                roll.dots(),
                language.isRightToLeft(),
                composer(language).blocks(document));
    }

    /** What is sent to a thermal printer: sets it up, prints the strip, feeds and cuts. */
    public byte[] escPos(Document document, Language language, PaperSize roll) {
        return EscPos.of(strip(document, language, roll));
    }

    /** Tagged PDF (PDF/UA-1) on A4 or, on a roll, as one long strip. */
    public synchronized byte[] pdf(Document document, Language language, PaperSize size) {
        return PdfDrawer.draw(composer(language), document, size);
    }
}
