package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.custody.SignatureSlot;

/**
 * Places to sign of the strip of Venezuela 2024: for each of six roles its name, then lines for name, identity number and signature. Known
 * from descriptions alone, since on the sheet that we have that part is covered: so none is ever called empty.
 */
final class VenezuelaSlots {
    private static final String SIGN = "firma";
    private static final double ABOVE = 0.7;
    private static final double CONTRAST_LEAST = 45;

    private record Place(String name, SignatureSlot.Role role, int number) {}

    private static final List<Place> PLACES = List.of(
            new Place("Presidente", SignatureSlot.Role.PRESIDING_OFFICER, 1),
            new Place("Secretario", SignatureSlot.Role.SECRETARY, 1),
            new Place("Miembro A", SignatureSlot.Role.MEMBER, 1),
            new Place("Testigo A", SignatureSlot.Role.PARTY_WITNESS, 1),
            new Place("Testigo B", SignatureSlot.Role.PARTY_WITNESS, 2),
            new Place("Operador", SignatureSlot.Role.OPERATOR, 1));

    private VenezuelaSlots() {}

    /** All six, those not found as not visible at the end of the print. */
    static List<SeenSlot> read(PrintedPage page, int number) {
        List<SeenSlot> slots = new ArrayList<>();
        double right =
                page.lines().stream().mapToDouble(PrintedLine::right).max().orElse(0);
        for (Place place : PLACES) {
            List<PrintedLine> named = page.lines().stream()
                    .filter(line -> nearest(line.text()).equals(Optional.of(place)))
                    .toList();
            SeenSlot slot = named.size() == 1
                    ? seen(page, number, place, named.getFirst(), right)
                    : at(
                            place,
                            number,
                            SeenSlot.State.NOT_VISIBLE,
                            page.onPage(page.lines().getLast().place()));
            slots.add(slot);
        }
        return slots;
    }

    private static SeenSlot at(Place place, int number, SeenSlot.State state, Quad where) {
        return new SeenSlot(place.role(), place.number(), state, number, where);
    }

    /** The only place whose name a line most likely is. */
    private static Optional<Place> nearest(String line) {
        String bare = Spelling.bare(line);
        Optional<Place> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Place place : PLACES) {
            int wrong = Spelling.distance(bare, Spelling.bare(place.name()));
            if (wrong < least) {
                least = wrong;
                best = wrong <= 1 ? Optional.of(place) : Optional.empty();
            } else if (wrong == least) {
                best = Optional.empty();
            }
        }
        return best;
    }

    private static SeenSlot seen(PrintedPage page, int number, Place place, PrintedLine name, double right) {
        Optional<PrintedLine> sign = page.lines().stream()
                .filter(line -> Row.below(name, line) > 0.5)
                .filter(line -> isSign(line.text()) || nearest(line.text()).isPresent())
                .min(Comparator.comparingDouble(line -> Row.below(name, line)))
                .filter(line -> isSign(line.text()));
        if (sign.isEmpty()) {
            return at(place, number, SeenSlot.State.NOT_VISIBLE, page.onPage(name.place()));
        }
        PrintedLine label = sign.get();
        double high = label.height();
        double left = label.right() + 0.5 * high;
        Quad where = Row.part(label, left, Math.max(right, left + 4 * high), 2 * ABOVE + 0.4);
        Grey print = page.straight(Row.part(label, label.left(), label.right(), 1.4), 160, 32);
        double contrast = print.percentile(85) - print.percentile(4);
        int wide = (int) Math.clamp((right - left) * Handwriting.HIGH / (high * 1.8), Handwriting.HIGH, 2000);
        boolean isWritten = contrast >= CONTRAST_LEAST
                && Handwriting.of(page.straight(where, wide, Handwriting.HIGH), contrast, 0)
                        == Handwriting.Verdict.WRITTEN;
        return at(place, number, isWritten ? SeenSlot.State.SIGNED : SeenSlot.State.NOT_VISIBLE, page.onPage(where));
    }

    private static boolean isSign(String line) {
        return Spelling.bare(line).startsWith(SIGN) || Spelling.isLike(line, SIGN);
    }
}
