package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Workers;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;

/** Finds the lines of print of a page, piece by piece, so that a strip of any length needs a bounded memory. */
final class LineFinder {
    /** A page is looked at with at most so many pixels across, and in pieces so long. */
    private static final int ACROSS_MOST = 1280;

    private static final int PIECE = 960;
    private static final int OVERLAP = 160;
    private static final int STRIDE = 32;

    /** Two pieces place the same line up to so many pixels apart, and each may leave it to the other. */
    private static final int SEAM = 8;

    /** Of red, green and blue of the pictures that the network learned from. */
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final int LINES_MOST = 900;

    private final Network network;

    LineFinder(Network network) {
        this.network = network;
    }

    /** Lines as rectangles in the page. */
    List<Hull.Rectangle> find(Grey page) {
        double factor = Math.min(1, (double) ACROSS_MOST / Math.min(page.width(), page.height()));
        int wide = (int) Math.max(1, Math.round(page.width() * factor));
        int high = (int) Math.max(1, Math.round(page.height() * factor));
        List<Piece> pieces = new ArrayList<>();
        for (int top = 0; top == 0 || top + OVERLAP < high; top += PIECE - OVERLAP) {
            for (int left = 0; left == 0 || left + OVERLAP < wide; left += ACROSS_MOST - OVERLAP) {
                pieces.add(new Piece(left, top, Math.min(ACROSS_MOST, wide - left), Math.min(PIECE, high - top)));
            }
        }
        List<List<Hull.Rectangle>> inPieces = new ArrayList<>();
        pieces.forEach(_ -> inPieces.add(new ArrayList<>()));
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            List<Hull.Rectangle> own = inPieces.get(i);
            tasks.add(() -> own.addAll(inPiece(page, factor, piece)));
        }
        Workers.run(tasks);
        List<Hull.Rectangle> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            for (Hull.Rectangle line : inPieces.get(i)) {
                Hull.Rectangle onPage = piece.onPage(line, factor);
                if (found.size() < LINES_MOST
                        && piece.isOurs(line, wide, high)
                        && found.stream().noneMatch(other -> isSame(onPage, other))) {
                    found.add(onPage);
                }
            }
        }
        return found;
    }

    private static boolean isSame(Hull.Rectangle one, Hull.Rectangle other) {
        return one.middle().distance(other.middle()) < Math.min(one.height(), other.height()) / 2;
    }

    /** A part of the page, in pixels of the plane that is looked at. */
    private record Piece(int left, int top, int wide, int high) {
        /** Whether a line is this piece's: one that the piece's edge cuts is whole in the next. */
        boolean isOurs(Hull.Rectangle line, int allWide, int allHigh) {
            double x = line.middle().x();
            double y = line.middle().y();
            double near = OVERLAP / 2.0 - SEAM;
            return (left == 0 || x >= near)
                    && (top == 0 || y >= near)
                    && (left + wide >= allWide || x < wide - near)
                    && (top + high >= allHigh || y < high - near);
        }

        Hull.Rectangle onPage(Hull.Rectangle line, double factor) {
            return new Hull.Rectangle(
                    new Point(
                            (line.middle().x() + left) / factor, (line.middle().y() + top) / factor),
                    line.angle(),
                    line.length() / factor,
                    line.height() / factor);
        }
    }

    private List<Hull.Rectangle> inPiece(Grey page, double factor, Piece piece) {
        int wide = piece.wide();
        int high = piece.high();
        int paddedWide = (wide + STRIDE - 1) / STRIDE * STRIDE;
        int paddedHigh = (high + STRIDE - 1) / STRIDE * STRIDE;
        float[] input = new float[3 * paddedWide * paddedHigh];
        int plane = paddedWide * paddedHigh;
        for (int y = 0; y < paddedHigh; y++) {
            for (int x = 0; x < paddedWide; x++) {
                double fromX = (Math.min(x, wide - 1) + piece.left() + 0.5) / factor;
                double fromY = (Math.min(y, high - 1) + piece.top() + 0.5) / factor;
                float value = Scaling.mean(page, fromX, fromY, 1 / factor) / 255f;
                for (int colour = 0; colour < 3; colour++) {
                    input[colour * plane + y * paddedWide + x] = (value - MEAN[colour]) / DEVIATION[colour];
                }
            }
        }
        Network.Out out = network.run(input, 1, 3, paddedHigh, paddedWide);
        return Regions.of(out.values(), paddedWide, paddedHigh);
    }
}
