package org.cotejo.capture.symbols;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cotejo.capture.picture.Grey;

/**
 * Looks again at places where something looked like a symbol, cut out, enlarged and prepared in several ways: what would take seconds
 * for a whole page takes milliseconds here.
 */
final class CloseLook {
    private static final int PLACES_MOST = 4;
    private static final double MARGIN = 0.2;

    /** Sides of the enlarged cut-outs, in pixels. */
    private static final double[] SIDES = {700, 1100};

    private static final double ENLARGED_MOST = 4;

    private static final List<UnaryOperator<Grey>> PREPARATIONS = List.of(
            plane -> plane,
            plane -> Planes.sharp(plane, 3, 1.5),
            plane -> Planes.smooth(plane, 1),
            plane -> Planes.even(plane, 48),
            plane -> Planes.sharp(Planes.smooth(plane, 1), 6, 3),
            plane -> Planes.smooth(plane, 2));

    private final Decoder zxing;
    private final Decoder zxingGlobal;
    private final Decoder boof;

    CloseLook(Decoder zxing, Decoder zxingGlobal, Decoder boof) {
        this.zxing = zxing;
        this.zxingGlobal = zxingGlobal;
        this.boof = boof;
    }

    /** At every place that was not read. */
    void at(Grey page, Findings findings) {
        List<Symbol> places = findings.unread();
        for (Symbol place : places.subList(0, Math.min(PLACES_MOST, places.size()))) {
            at(page, place.place(), findings);
        }
    }

    private void at(Grey page, Quad place, Findings findings) {
        int before = findings.read().size();
        View cut = View.part(page, place.box(place.side() * MARGIN));
        for (double side : SIDES) {
            View enlarged = sized(cut, side);
            for (UnaryOperator<Grey> preparation : PREPARATIONS) {
                View prepared = enlarged.with(preparation.apply(enlarged.plane()));
                for (Decoder decoder : List.of(zxing, zxingGlobal, boof)) {
                    findings.add(decoder, prepared);
                    if (findings.read().size() > before) {
                        return;
                    }
                }
            }
        }
    }

    private static View sized(View cut, double side) {
        double factor = side / Math.max(cut.plane().width(), cut.plane().height());
        if (factor <= 0.5) {
            return sized(cut.half(), side);
        }
        return factor > 1.1 ? cut.enlarged(Math.min(factor, ENLARGED_MOST)) : cut;
    }

    /** Has another decoder read a symbol that was read already. */
    void again(Grey page, Symbol symbol, Decoder other, Findings findings) {
        View cut = View.part(page, symbol.place().box(symbol.place().side() * MARGIN));
        if (looksAt(cut, other, symbol, findings)) {
            return;
        }
        for (double side : SIDES) {
            View enlarged = sized(cut, side);
            for (UnaryOperator<Grey> preparation : PREPARATIONS) {
                if (looksAt(enlarged.with(preparation.apply(enlarged.plane())), other, symbol, findings)) {
                    return;
                }
            }
        }
    }

    /** Whether the decoder read something at the symbol's place, the same or another text. */
    private static boolean looksAt(View view, Decoder decoder, Symbol symbol, Findings findings) {
        Findings alone = new Findings(Sought.ANYTHING);
        alone.add(decoder, view);
        alone.read().forEach(findings::take);
        return alone.read().stream()
                .anyMatch(seen -> seen.place().centre().distance(symbol.place().centre())
                        < symbol.place().side() / 3);
    }
}
