package org.cotejo.capture.symbols;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.capture.picture.Grey;

/**
 * Reads the symbols of a page. The ladder has a fixed number of steps, so a page without a symbol takes a bounded time. Keeps no state
 * between pages, but its decoders do while they work: one reader for each thread.
 */
public final class SymbolReader {
    /** A page longer than this is first looked at in half its size. */
    private static final int LONG_SIDE = 2200;

    /** BoofCV looks at larger planes in half their size, and at strips in pieces. */
    private static final long BOOF_PIXELS_MOST = 6_000_000;

    /** A page so many times longer than wide is a strip, whose code stands at its end. */
    private static final int STRIP = 3;

    private static final double STRIP_END = 1.4;
    private static final long ENLARGED_PIXELS_MOST = 4_000_000;
    private static final int LIGHT_SIDE = 24;

    private final Decoder zxing = new ZxingDecoder(false);
    private final Decoder boof = new BoofDecoder();
    private final CloseLook closeLook = new CloseLook(zxing, new ZxingDecoder(true), boof);

    /** Every symbol of a page, as far as it takes to find what is sought. */
    public Symbols read(Grey page, Sought sought) {
        Findings findings = new Findings(sought);
        List<Runnable> ladder = ladder(page, findings);
        for (Runnable step : ladder) {
            step.run();
            if (findings.isEnough()) {
                break;
            }
        }
        confirm(page, findings, sought);
        return findings.result();
    }

    private List<Runnable> ladder(Grey page, Findings findings) {
        List<Runnable> steps = new ArrayList<>();
        boolean isStrip = Math.max(page.width(), page.height()) > STRIP * Math.min(page.width(), page.height());
        boolean isLarge = Math.max(page.width(), page.height()) > LONG_SIDE;
        if (isStrip) {
            stripEnds(page).forEach(end -> steps.add(() -> findings.add(zxing, end)));
            stripEnds(page).forEach(end -> steps.add(() -> findings.add(boof, end)));
        }
        View whole = View.whole(page);
        if (isLarge && !isStrip) {
            steps.add(() -> findings.add(zxing, whole.half()));
        }
        steps.add(() -> findings.add(zxing, whole));
        steps.add(() -> Pieces.of(page, BOOF_PIXELS_MOST, true).forEach(view -> findings.add(boof, view)));
        steps.add(() -> closeLook.at(page, findings));
        if ((long) page.width() * page.height() > BOOF_PIXELS_MOST) {
            steps.add(() -> Pieces.of(page, BOOF_PIXELS_MOST, false).forEach(view -> findings.add(boof, view)));
        }
        if ((long) page.width() * page.height() <= ENLARGED_PIXELS_MOST) {
            steps.add(() -> findings.add(zxing, whole.enlarged(2)));
            steps.add(() -> findings.add(boof, whole.enlarged(2)));
        }
        steps.add(() -> findings.add(zxing, whole.with(Planes.even(page, LIGHT_SIDE))));
        steps.add(() -> Pieces.of(Planes.even(page, LIGHT_SIDE), BOOF_PIXELS_MOST, true)
                .forEach(view -> findings.add(boof, view)));
        steps.add(() -> findings.add(zxing, whole.with(Planes.smooth(page, 1))));
        steps.add(() -> closeLook.at(page, findings));
        return steps;
    }

    /** Both ends of a strip, a little longer than wide: the lower or right one first, since codes stand there. */
    private static List<View> stripEnds(Grey page) {
        int across = Math.min(page.width(), page.height());
        double length = across * STRIP_END;
        return page.height() > page.width()
                ? List.of(
                        View.part(page, new Box(0, page.height() - length, across, page.height())),
                        View.part(page, new Box(0, 0, across, length)))
                : List.of(
                        View.part(page, new Box(page.width() - length, 0, page.width(), across)),
                        View.part(page, new Box(0, 0, length, across)));
    }

    /** Has a second decoder read what one alone read and nothing in the text could show to be wrong. */
    private void confirm(Grey page, Findings findings, Sought sought) {
        for (Symbol symbol : findings.read()) {
            if (!symbol.isConfirmed() && sought.needsSecond(symbol.text())) {
                closeLook.again(page, symbol, findings);
            }
        }
    }
}
