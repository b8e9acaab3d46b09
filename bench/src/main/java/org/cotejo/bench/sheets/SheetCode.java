package org.cotejo.bench.sheets;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.util.List;
import org.cotejo.sheet.SheetParts;

/** One drawn code at error correction M, and the text in it. */
record SheetCode(String text, QrCode code) {
    /** Codes are at most of this version; a longer text is chained. */
    static final int VERSION_MOST = 25;

    /** Light modules that must stand on each side of a code. */
    static final int QUIET_MODULES = 4;

    /** The codes of a text: one, or its chained parts. */
    static List<SheetCode> of(String text) {
        return SheetParts.split(text, SheetCode::fits).stream()
                .map(SheetCode::draw)
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

    private static SheetCode draw(String text) {
        List<QrSegment> segments =
                QrSegmentAdvanced.makeSegmentsOptimally(text, QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, VERSION_MOST);
        QrCode code = QrCode.encodeSegments(segments, QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, VERSION_MOST, -1, false);
        return new SheetCode(text, code);
    }

    int version() {
        return code.version;
    }

    /** Modules on each side, without the quiet zone. */
    int modules() {
        return code.size;
    }

    /** How large a module is if the code with its quiet zone fills so many millimetres, in hundredths of a millimetre. */
    int hundredths(int millimetres) {
        return millimetres * 100 / (code.size + 2 * QUIET_MODULES);
    }
}
