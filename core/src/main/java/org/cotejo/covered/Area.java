package org.cotejo.covered;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Result;

/** An upright rectangle in a picture, in pixels from its upper left corner. */
public record Area(int x, int y, int width, int height) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6}),([0-9]{1,6}),([0-9]{1,6}),([0-9]{1,6})");

    public Area {
        Check.that(x >= 0 && y >= 0 && width > 0 && height > 0, "area %d,%d,%d,%d", x, y, width, height);
    }

    /** Reads {@code X,Y,WIDTH,HEIGHT}. */
    public static Result<Area> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (parts.matches()) {
            int wide = Integer.parseInt(parts.group(3));
            int high = Integer.parseInt(parts.group(4));
            if (wide > 0 && high > 0) {
                return Result.ok(
                        new Area(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), wide, high));
            }
        }
        return Result.refused(RedactProblem.AREA.with(text));
    }

    /** The first column behind it. */
    public int right() {
        return x + width;
    }

    /** The first row below it. */
    public int bottom() {
        return y + height;
    }

    /** Whether both hold a pixel. */
    public boolean touches(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** The smallest area that holds both. */
    public Area with(Area other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    @Override
    public String toString() {
        return x + "," + y + "," + width + "," + height;
    }
}
