package org.cotejo.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lies that only machines which sign make possible, or uncover. The first party always holds the true sheet. */
final class SignatureLies {
    private static final int PERCENT_MOVED = 40;

    private SignatureLies() {}

    private static boolean isSecondAt(Plot plot, Station at, Holder holder) {
        return holder.equals(Holder.SECOND) && plot.concerns(at);
    }

    private static boolean bothHold(Plot plot, Station at, Holder holder, boolean isHeld) {
        return isHeld || plot.concerns(at) && (holder.equals(Holder.FIRST) || holder.equals(Holder.SECOND));
    }

    /** False figures under the signature of the true ones. */
    record ForgedSheet(Plot plot) implements Liar {
        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            return isSecondAt(plot, at, holder) ? plot.tilted(sheet, PERCENT_MOVED) : sheet;
        }

        @Override
        public Signing signing(Station at, Holder holder, Signing signing) {
            return isSecondAt(plot, at, holder) ? Signing.FORGED : signing;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return bothHold(plot, at, holder, isHeld);
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.FIRST, Holder.SECOND);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** The machine signs other figures a minute later. */
    record MachineSignsTwice(Plot plot) implements Liar {
        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            return isSecondAt(plot, at, holder) ? plot.tilted(sheet, PERCENT_MOVED) : sheet;
        }

        @Override
        public Signing signing(Station at, Holder holder, Signing signing) {
            return isSecondAt(plot, at, holder) ? Signing.AGAIN : signing;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return bothHold(plot, at, holder, isHeld);
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.FIRST, Holder.SECOND);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** Of each two stations the second party hands in the signed sheet of the second one for the first, too. */
    record SheetOfAnotherStation(Plot plot, Targets given, Map<Integer, Integer> givenFor) implements Liar {
        static SheetOfAnotherStation of(Plot plot) {
            int[] drawn = plot.targets().indexes();
            Map<Integer, Integer> givenFor = new LinkedHashMap<>();
            for (int i = 0; i + 1 < drawn.length; i += 2) {
                givenFor.put(drawn[i], drawn[i + 1]);
            }
            return new SheetOfAnotherStation(
                    plot.about(Targets.of(givenFor.keySet())), Targets.of(givenFor.values()), givenFor);
        }

        @Override
        public Signing signing(Station at, Holder holder, Signing signing) {
            return isSecondAt(plot, at, holder) ? Signing.OF_ANOTHER : signing;
        }

        @Override
        public int signedAt(Station at) {
            return givenFor.getOrDefault(at.index(), at.index());
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return bothHold(plot, at, holder, isHeld) || holder.equals(Holder.SECOND) && given.has(at);
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.FIRST, Holder.SECOND);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** The machine's key is stated after the definition was frozen. */
    record LateKey(Plot plot) implements Liar {
        @Override
        public boolean isKeyLate(Station at, boolean isLate) {
            return isLate || plot.concerns(at);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }
}
