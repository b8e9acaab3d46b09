package org.cotejo.capture.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotejo.capture.picture.Clump;
import org.cotejo.capture.picture.Clumps;
import org.cotejo.capture.picture.Grey;
import org.cotejo.covered.Area;

/**
 * Finds writing and places to sign on a page. It can't tell a name from a figure, so a person chooses; printed codes are never suggested.
 * Lengths are shares of the page's width, set by looking at printed sheets.
 */
final class BlockFinder {
    private static final double RULE_LEAST = 0.12;
    private static final double RULE_THICK = 0.008;
    private static final double GAP_ALONG = 0.022;
    private static final double GAP_DOWN = 0.006;
    private static final double WIDE_LEAST = 0.03;
    private static final double HIGH_LEAST = 0.008;
    private static final double ROOM_ABOVE = 0.07;
    private static final double ROOM_BELOW = 0.035;
    private static final double BOX_LEAST = 0.055;
    private static final double BOX_MOST = 0.35;
    private static final double SAME_END = 0.012;
    private static final double AROUND = 0.006;
    private static final int INK_LEAST = 12;

    private final Ink ink;
    private final int width;

    private BlockFinder(Ink ink) {
        this.ink = ink;
        this.width = ink.width();
    }

    /** The blocks of a page from the top; codes are areas that are left out. */
    static List<Block> find(Grey page, List<Area> codes) {
        Ink ink = Ink.of(page);
        codes.forEach(ink::clear);
        BlockFinder finder = new BlockFinder(ink);
        List<Area> signing = finder.places();
        List<Area> writing = new ArrayList<>(finder.writing());
        writing.removeIf(area -> signing.stream().anyMatch(place -> covers(place, area)));
        List<Area> found = List.copyOf(writing);
        writing.removeIf(area ->
                found.stream().anyMatch(other -> !other.equals(area) && covers(other, area) && !covers(area, other)));
        List<Area> all = new ArrayList<>(signing);
        all.addAll(writing);
        all.sort(Comparator.comparingInt(Area::y).thenComparingInt(Area::x));
        List<Block> blocks = new ArrayList<>();
        for (Area area : all) {
            Area whole = finder.onPage(area, page);
            if (blocks.size() < Block.MOST && codes.stream().noneMatch(whole::touches)) {
                blocks.add(new Block(blocks.size() + 1, whole, signing.contains(area)));
            }
        }
        return blocks;
    }

    /** Whether nearly all of an area lies in another. */
    private static boolean covers(Area place, Area area) {
        int wide = Math.min(place.right(), area.right()) - Math.max(place.x(), area.x());
        int high = Math.min(place.bottom(), area.bottom()) - Math.max(place.y(), area.y());
        return wide > 0 && high > 0 && (long) wide * high * 10 >= (long) area.width() * area.height() * 7;
    }

    /** In pixels, with some paper around, so that no stroke is cut. */
    private Area onPage(Area area, Grey page) {
        int around = part(AROUND);
        int left = Math.max(0, area.x() - around) * ink.step();
        int top = Math.max(0, area.y() - around) * ink.step();
        int right = Math.min(page.width(), (area.right() + around) * ink.step());
        int bottom = Math.min(page.height(), (area.bottom() + around) * ink.step());
        return new Area(left, top, right - left, bottom - top);
    }

    private int part(double share) {
        return Math.max(1, (int) Math.round(share * width));
    }

    /** Places to sign, in cells: boxes of the height of a signature, and lines that end freely. */
    private List<Area> places() {
        List<Area> rules = rules();
        List<Area> places = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Area rule = rules.get(i);
            Area below = next(rules, i);
            if (below != null
                    && below.y() - rule.bottom() >= part(BOX_LEAST)
                    && below.y() - rule.bottom() <= part(BOX_MOST)
                    && isBoxed(rule, below)) {
                places.add(rule.with(below));
            } else if (isFree(rule)) {
                int top = Math.max(0, rule.y() - part(ROOM_ABOVE));
                int bottom = Math.min(ink.height(), rule.bottom() + part(ROOM_BELOW));
                places.add(new Area(rule.x(), top, rule.width(), bottom - top));
            }
        }
        return places;
    }

    /** The next line below with the same ends. */
    private @org.jspecify.annotations.Nullable Area next(List<Area> rules, int index) {
        Area rule = rules.get(index);
        for (Area other : rules.subList(index + 1, rules.size())) {
            if (Math.abs(other.x() - rule.x()) <= part(SAME_END)
                    && Math.abs(other.right() - rule.right()) <= part(SAME_END)) {
                return other;
            }
        }
        return null;
    }

    /** Whether lines go down from one to the other at both ends. */
    private boolean isBoxed(Area upper, Area lower) {
        return isLine(upper.x(), upper.bottom(), lower.y()) && isLine(upper.right() - 1, upper.bottom(), lower.y());
    }

    private boolean isLine(int x, int top, int bottom) {
        int dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int aside = -part(SAME_END); aside <= part(SAME_END); aside++) {
                if (ink.at(x + aside, y)) {
                    dark++;
                    break;
                }
            }
        }
        return dark * 10 >= (bottom - top) * 8;
    }

    /** Whether no line goes up or down from its ends, as a table's would. */
    private boolean isFree(Area rule) {
        int reach = part(HIGH_LEAST * 2);
        return !isLine(rule.x(), rule.y() - reach, rule.y())
                && !isLine(rule.right() - 1, rule.y() - reach, rule.y())
                && !isLine(rule.x(), rule.bottom(), rule.bottom() + reach)
                && !isLine(rule.right() - 1, rule.bottom(), rule.bottom() + reach);
    }

    /** Long thin lines along the page, from the top. */
    private List<Area> rules() {
        List<Area> rules = new ArrayList<>();
        Ink whole = ink.smeared(1, 0);
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < width; x++) {
                int end = x;
                while (whole.at(end, y)) {
                    end++;
                }
                if (end - x >= part(RULE_LEAST)) {
                    join(rules, new Area(x, y, end - x, 1));
                }
                x = end;
            }
        }
        rules.removeIf(rule -> rule.height() > part(RULE_THICK) + 1);
        rules.sort(Comparator.comparingInt(Area::y).thenComparingInt(Area::x));
        return rules;
    }

    private static void join(List<Area> rules, Area run) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Area rule = rules.get(i);
            if (rule.bottom() >= run.y() - 1 && rule.x() < run.right() && run.x() < rule.right()) {
                rules.set(i, rule.with(run));
                return;
            }
        }
        rules.add(run);
    }

    /** Areas of writing, in cells. */
    private List<Area> writing() {
        Ink smeared = ink.smeared(part(GAP_ALONG), part(GAP_DOWN));
        Clumps clumps = new Clumps(width, ink.height(), at -> smeared.at(at % width, at / width));
        List<Area> found = new ArrayList<>();
        while (clumps.next()) {
            Clump clump = new Clump();
            clumps.gather(clump);
            Area area = new Area(clump.left(), clump.top(), clump.wide(), clump.high());
            if (area.width() >= part(WIDE_LEAST) && area.height() >= part(HIGH_LEAST) && hasInk(area)) {
                found.add(area);
            }
        }
        return found;
    }

    private boolean hasInk(Area area) {
        int dark = 0;
        for (int y = area.y(); y < area.bottom(); y++) {
            for (int x = area.x(); x < area.right(); x++) {
                dark += ink.at(x, y) ? 1 : 0;
            }
        }
        return dark >= INK_LEAST;
    }
}
