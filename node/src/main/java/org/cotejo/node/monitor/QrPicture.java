package org.cotejo.node.monitor;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;

/** QR codes as pictures: black on white with their quiet zone, whatever the colours around them. */
public final class QrPicture {
    private static final int QUIET = 4;

    private QrPicture() {}

    /** The code of a text. */
    public static String svg(String text, String label) {
        return svg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM), label);
    }

    /** The code of bytes, in byte mode. */
    public static String svg(byte[] bytes, String label) {
        return svg(code(bytes), label);
    }

    /** The smallest code that holds these bytes with error correction M, else L. */
    static QrCode code(byte[] bytes) {
        List<QrSegment> segments = List.of(QrSegment.makeBytes(bytes));
        try {
            return QrCode.encodeSegments(segments, QrCode.Ecc.MEDIUM, 1, 40, -1, false);
        } catch (io.nayuki.qrcodegen.DataTooLongException e) {
            return QrCode.encodeSegments(segments, QrCode.Ecc.LOW, 1, 40, -1, false);
        }
    }

    private static String svg(QrCode code, String label) {
        int size = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + PageFrame.escaped(label)
                + "\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path"
                + " fill=\"#000\" d=\""
                + path + "\"/></svg>";
    }
}
