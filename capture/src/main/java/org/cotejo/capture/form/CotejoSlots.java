package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.station.words.Language;

/**
 * Places to sign on sheets that a machine of Cotejo printed: frames with the role in their upper corner and two boxes to tick at their lower
 * edge. The hand writes between the two; how far the frame reaches to the right its own edge must say.
 */
final class CotejoSlots {
    /** Of the line with the role, in heights of its print: where the boxes to tick stand below it. */
    private static final double TICKS_NEAREST = 1.6;

    private static final double TICKS_FARTHEST = 12;
    /** Of what lies between role and boxes: how much wider than high a frame is at most. */
    private static final double WIDE_MOST = 12;

    private static final double EDGE_DARK = 0.85;
    private static final double SURE_LEAST = 0.2;
    private static final double CONTRAST_LEAST = 45;
    /** Where so much of the page is white and its print so black, no light blinded a lens: it was drawn, or scanned well. */
    private static final int WHITE_PERCENT = 40;

    private static final double CONTRAST_OF_WHITE = 200;

    private final PrintedPage page;
    private final int number;
    private final SlotWords words;
    private final double slope;
    private final boolean isWhite;

    private CotejoSlots(PrintedPage page, int number, SlotWords words) {
        this.page = page;
        this.number = number;
        this.words = words;
        this.isWhite = page.upright().percentile(WHITE_PERCENT) >= Handwriting.GLARE;
        double[] slopes = page.lines().stream()
                .mapToDouble(PrintedLine::slope)
                .filter(one -> one != 0)
                .sorted()
                .toArray();
        this.slope = slopes.length == 0 ? 0 : slopes[slopes.length / 2];
    }

    /** Made when the first page is read. */
    private static final class Known {
        static final Map<Language, SlotWords> WORDS = new EnumMap<>(Language.class);

        static {
            for (Language language : Language.values()) {
                // The network knows Latin letters alone of these languages.
                if (!language.isRightToLeft()) {
                    WORDS.put(language, new SlotWords(language));
                }
            }
        }
    }

    /** The places of a page, from the top; none where no role stands above boxes to tick. */
    static List<SeenSlot> read(PrintedPage page, int number) {
        List<SeenSlot> best = List.of();
        for (SlotWords words : Known.WORDS.values()) {
            List<SeenSlot> seen = new CotejoSlots(page, number, words).read();
            if (seen.size() > best.size()) {
                best = seen;
            }
        }
        return best;
    }

    private List<SeenSlot> read() {
        OptionalInt heading = headed();
        boolean hasTicks = page.lines().stream().anyMatch(line -> words.isTick(line.text()));
        if (heading.isEmpty() && !hasTicks) {
            return List.of();
        }
        List<SeenSlot> slots = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            PrintedLine line = page.lines().get(i);
            Optional<SlotWords.Named> named = words.named(line);
            if (named.isEmpty()) {
                continue;
            }
            Optional<PrintedLine> ticks = ticks(line);
            if (ticks.isPresent()) {
                add(slots, seen(named.get(), line, ticks.get()));
            } else if (heading.isPresent() && i > heading.getAsInt()) {
                add(slots, unseen(named.get(), line));
            }
        }
        return slots;
    }

    private OptionalInt headed() {
        for (int i = 0; i < page.lines().size(); i++) {
            if (words.isHeading(page.lines().get(i).text())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** A place that was found twice, and not alike, was not found. */
    static void add(List<SeenSlot> slots, SeenSlot slot) {
        for (int i = 0; i < slots.size(); i++) {
            SeenSlot before = slots.get(i);
            if (before.isSamePlace(slot)) {
                if (before.state() != slot.state()) {
                    slots.set(
                            i,
                            new SeenSlot(
                                    before.role(),
                                    before.number(),
                                    SeenSlot.State.NOT_VISIBLE,
                                    before.page(),
                                    before.place()));
                }
                return;
            }
        }
        slots.add(slot);
    }

    /** What stands beside the first box to tick of the same frame. */
    private Optional<PrintedLine> ticks(PrintedLine role) {
        double high = role.height();
        return page.lines().stream()
                .filter(line -> words.isTick(line.text()))
                .filter(line -> Row.below(role, line) > TICKS_NEAREST && Row.below(role, line) < TICKS_FARTHEST)
                .filter(line -> line.left() > role.left() - 2 * high && line.left() < role.left() + 8 * high)
                .min(Comparator.comparingDouble((PrintedLine line) -> Math.round(Row.below(role, line)))
                        .thenComparingDouble(PrintedLine::left));
    }

    private SeenSlot unseen(SlotWords.Named named, PrintedLine role) {
        return new SeenSlot(
                named.role(), named.number(), SeenSlot.State.NOT_VISIBLE, number, page.onPage(role.place()));
    }

    private SeenSlot seen(SlotWords.Named named, PrintedLine role, PrintedLine ticks) {
        Point from = new Point(
                role.left() - 0.2 * role.height(),
                Math.max(role.place().lowerLeft().y(), role.place().upperLeft().y()) + 0.2 * role.height());
        double drop = ticks.place().centre().y()
                - 0.95 * ticks.height()
                - from.y()
                - (ticks.place().centre().x() - from.x()) * slope;
        if (drop < role.height()) {
            return unseen(named, role);
        }
        Quad widest = piece(from, drop * WIDE_MOST, drop);
        int wide = (int) Math.round(Handwriting.HIGH * WIDE_MOST);
        Grey straight = page.straight(widest, wide, Handwriting.HIGH);
        double contrast = contrast(role);
        double perPixel = drop / Handwriting.HIGH;
        int nearest = (int) Math.max(Handwriting.HIGH, (ticks.right() - from.x()) / perPixel);
        OptionalInt edge = edge(straight, nearest, contrast);
        int end = edge.isPresent() ? edge.getAsInt() - 5 : Math.min(nearest, wide);
        Grey piece = straight.crop(0, 0, Math.max(Handwriting.HIGH / 2, end), Handwriting.HIGH);
        Quad place = piece(from, piece.width() * perPixel, drop);
        Handwriting.Verdict verdict =
                contrast < CONTRAST_LEAST ? Handwriting.Verdict.DOUBTFUL : verdict(piece, contrast, role, ticks);
        boolean isWholeSeen = edge.isPresent()
                && page.isInside(place)
                && role.least() >= SURE_LEAST
                && ticks.least() >= SURE_LEAST
                && isAsBright(piece, role);
        SeenSlot.State state = switch (verdict) {
            case WRITTEN -> SeenSlot.State.SIGNED;
            case BLANK -> isWholeSeen ? SeenSlot.State.EMPTY : SeenSlot.State.NOT_VISIBLE;
            case DOUBTFUL -> SeenSlot.State.NOT_VISIBLE;
        };
        return new SeenSlot(named.role(), named.number(), state, number, page.onPage(place));
    }

    private Handwriting.Verdict verdict(Grey piece, double contrast, PrintedLine role, PrintedLine ticks) {
        return isWhite && contrast >= CONTRAST_OF_WHITE
                ? Handwriting.onWhite(piece, contrast)
                : Handwriting.of(piece, contrast, Math.max(noiseBehind(role), noiseBehind(ticks)));
    }

    /** A rectangle along the lines of the page. */
    private Quad piece(Point from, double wide, double high) {
        double along = Math.hypot(1, slope);
        Point right = new Point(wide / along, wide * slope / along);
        Point down = new Point(-high * slope / along, high / along);
        return new Quad(
                from,
                new Point(from.x() + right.x(), from.y() + right.y()),
                new Point(from.x() + right.x() + down.x(), from.y() + right.y() + down.y()),
                new Point(from.x() + down.x(), from.y() + down.y()));
    }

    /** Of the bare paper behind a line in its frame; 0 where the picture ends there. */
    private double noiseBehind(PrintedLine line) {
        double from = line.right() + 0.5 * line.height();
        double to = from + 3 * line.height();
        Quad behind = Row.part(line, from, to, 0.8);
        return !page.isInside(behind) ? 0 : Handwriting.noise(page.straight(behind, 96, 24));
    }

    /** The line with the role and the paper above and below it. */
    private static Quad beside(PrintedLine role) {
        return Row.part(role, role.left(), role.right(), 1.4);
    }

    /** The first thin dark line, from top to bottom, that stands behind the boxes to tick; it may lean a little. */
    private static OptionalInt edge(Grey piece, int nearest, double contrast) {
        int high = piece.height();
        int lean = high / 12;
        for (int x = nearest; x < piece.width() - 6; x++) {
            for (int shift = -lean; shift <= lean; shift++) {
                int dark = 0;
                for (int y = 0; y < high; y++) {
                    int at = Math.clamp(x + (long) shift * y / high, 6, piece.width() - 7);
                    int darkest = Math.min(piece.at(at, y), Math.min(piece.at(at - 1, y), piece.at(at + 1, y)));
                    int paper = Math.min(piece.at(at - 6, y), piece.at(at + 6, y));
                    dark += darkest < paper - 0.25 * contrast ? 1 : 0;
                }
                if (dark >= EDGE_DARK * high) {
                    return OptionalInt.of(x + Math.min(0, shift));
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the paper of the place is neither much darker nor much brighter than that of the role's line. */
    private boolean isAsBright(Grey piece, PrintedLine role) {
        double here = piece.percentile(70);
        double there = page.straight(beside(role), 160, 32).percentile(85);
        return here > 0.7 * there && here < 1.25 * there + 4;
    }

    /** How much darker than the paper the print of a line is. */
    private double contrast(PrintedLine line) {
        Grey straight = page.straight(beside(line), 160, 32);
        return straight.percentile(85) - straight.percentile(4);
    }
}
