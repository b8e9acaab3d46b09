package org.cotejo.capture.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cotejo.capture.picture.Grey;

/**
 * Looks again at places where something looked like a symbol, cut out, enlarged and prepared in several ways: what would take seconds
 * for a whole page takes milliseconds here.
 */
final class CloseLook {
    private static final int PLACES_MOST = 4;
    private static final double MARGIN = 0.2;

    /** A code may bow out of the square between its marks. */
    private static final double BENT_MARGIN = 0.3;

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

    /** For what was laid straight, {@link Unbent#PIXELS} pixels a module. */
    private static final List<UnaryOperator<Grey>> STRAIGHT_PREPARATIONS = List.of(
            plane -> plane,
            plane -> Planes.sharp(plane, 3, 1.5),
            plane -> Planes.sharp(Planes.even(plane, 24), 4, 2),
            plane -> Planes.even(plane, 12),
            plane -> Planes.sharp(Planes.even(plane, 18), 6, 2),
            plane -> Planes.sharp(Planes.evenRows(plane, 60), 4, 1));

    private final Decoder zxing;
    private final Decoder zxingGlobal;
    private final Decoder boof;

    CloseLook(Decoder zxing, Decoder zxingGlobal, Decoder boof) {
        this.zxing = zxing;
        this.zxingGlobal = zxingGlobal;
        this.boof = boof;
    }

    /** At places that were not read and not looked at before. Laid straight first: that takes less time and reads more. */
    void at(Grey page, Findings findings) {
        List<Symbol> open = new ArrayList<>();
        for (Symbol place : findings.nextUnread(PLACES_MOST)) {
            List<Grey> straight = straight(page, place);
            boolean isRead = isRead(straight, place, List.of(zxing, zxingGlobal, boof), findings);
            // Print has places that look like three marks; beside a sheet that was read they are given up early.
            if (!isRead && !(straight.isEmpty() && findings.hasSought())) {
                open.add(place);
            }
        }
        open.forEach(place -> asItLies(page, place, findings));
    }

    private void asItLies(Grey page, Symbol place, Findings findings) {
        int before = findings.read().size();
        View cut = View.part(page, place.place().box(place.place().side() * MARGIN));
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

    /** What may lie at a place, laid straight; nothing where no code can be made out. */
    private static List<Grey> straight(Grey page, Symbol place) {
        View cut = sized(View.part(page, place.place().box(place.place().side() * BENT_MARGIN)), SIDES[0]);
        return Unbent.of(cut.plane(), cut.inPlane(place.place()), place.module() * cut.factor());
    }

    /** Whether one of the decoders reads a place that was laid straight. */
    private static boolean isRead(List<Grey> straight, Symbol place, List<Decoder> decoders, Findings findings) {
        for (Grey plane : straight) {
            for (UnaryOperator<Grey> preparation : STRAIGHT_PREPARATIONS) {
                Grey prepared = preparation.apply(plane);
                for (Decoder decoder : decoders) {
                    if (takes(decoder, prepared, place, findings)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the decoder reads a plane that holds nothing but what lies at a place of the page. */
    private static boolean takes(Decoder decoder, Grey plane, Symbol place, Findings findings) {
        List<Decoder.Seen> seen = decoder.decode(plane).seen();
        seen.forEach(
                one -> findings.take(new Symbol(one.text(), place.place(), place.module(), Set.of(decoder.name()))));
        return !seen.isEmpty();
    }

    private static View sized(View cut, double side) {
        double factor = side / Math.max(cut.plane().width(), cut.plane().height());
        if (factor <= 0.5) {
            return sized(cut.half(), side);
        }
        return factor > 1.1 ? cut.enlarged(Math.min(factor, ENLARGED_MOST)) : cut;
    }

    /** Has the other decoder read a symbol that one read already. */
    void again(Grey page, Symbol symbol, Findings findings) {
        boolean isByZxing = symbol.decoders().contains(zxing.name());
        Decoder other = isByZxing ? boof : zxing;
        View cut = View.part(page, symbol.place().box(symbol.place().side() * MARGIN));
        if (looksAt(cut, other, symbol, findings)) {
            return;
        }
        if (!isByZxing) {
            // Of some three codes in a hundred it finds nothing upright, however well they are drawn.
            for (int quarters = 1; quarters <= 3; quarters++) {
                if (takes(zxing, cut.plane().turned(quarters), symbol, findings)) {
                    return;
                }
            }
        }
        List<Decoder> others = isByZxing ? List.of(boof) : List.of(zxing, zxingGlobal);
        if (isRead(straight(page, symbol), symbol, others, findings)) {
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
