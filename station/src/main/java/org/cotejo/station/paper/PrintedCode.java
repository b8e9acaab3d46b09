package org.cotejo.station.paper;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.util.List;
import org.cotejo.sheet.SheetParts;

/**
 * One printed QR code at error correction M, and the text in it (sheet.md, section 5). The only place that draws codes: what fits
 * into one is asked here.
 */
public final class PrintedCode {
    /** Codes are at most of this version; a longer text is chained. */
    public static final int VERSION_MOST = 25;

    /** Light modules that must stand on each side of a code. */
    public static final int QUIET_MODULES = 4;

    private final String text;
    private final QrCode code;

    private PrintedCode(String text, QrCode code) {
        this.text = text;
        this.code = code;
    }

    /** The codes of a text: one, or those of its chained parts. */
    public static List<PrintedCode> of(String text) {
        return SheetParts.split(text, PrintedCode::fits).stream()
                .map(PrintedCode::draw)
                .toList();
    }

    private static boolean fits(String text) {
        try {
            draw(text);
            return true;
        } catch (DataTooLongException e) {
            return false;
        }
    }

    private static PrintedCode draw(String text) {
        List<QrSegment> segments =
                QrSegmentAdvanced.makeSegmentsOptimally(text, QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, VERSION_MOST);
        QrCode code = QrCode.encodeSegments(segments, QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, VERSION_MOST, -1, false);
        return new PrintedCode(text, code);
    }

    /** What a reader of the code sees. */
    public String text() {
        return text;
    }

    public int version() {
        return code.version;
    }

    /** Modules on each side, without the quiet zone. */
    public int modules() {
        return code.size;
    }

    /** Modules on each side with the quiet zone. */
    public int modulesWithQuiet() {
        return code.size + 2 * QUIET_MODULES;
    }

    /** Whether a module is dark, counted from 0 with the quiet zone around the code. */
    public boolean isDark(int x, int y) {
        return code.getModule(x - QUIET_MODULES, y - QUIET_MODULES);
    }

    /** How large a module is if the code with its quiet zone fills so many millimetres, in hundredths of a millimetre. */
    public int hundredths(int millimetres) {
        return millimetres * 100 / modulesWithQuiet();
    }
}
