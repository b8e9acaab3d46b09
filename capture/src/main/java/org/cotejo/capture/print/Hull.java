package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** The smallest rectangle around points, by their convex hull (Andrew's chains), one of whose sides it shares (Freeman, Shapira 1975). */
final class Hull {
    private Hull() {}

    /**
     * A rectangle, by its middle, the direction of its longer side and both lengths.
     *
     * @param angle of the longer side, above -90 to 90 degrees, in radians
     */
    record Rectangle(Point middle, double angle, double length, double height) {
        /** The same, wider by so much on every side. */
        Rectangle grown(double by) {
            return new Rectangle(middle, angle, length + 2 * by, height + 2 * by);
        }

        /** Its corners; the first is the upper left one of a line that is read to the right. */
        Quad quad() {
            double ax = Math.cos(angle) * length / 2;
            double ay = Math.sin(angle) * length / 2;
            double dx = -Math.sin(angle) * height / 2;
            double dy = Math.cos(angle) * height / 2;
            return new Quad(at(-ax - dx, -ay - dy), at(ax - dx, ay - dy), at(ax + dx, ay + dy), at(-ax + dx, -ay + dy));
        }

        private Point at(double x, double y) {
            return new Point(middle.x() + x, middle.y() + y);
        }
    }

    /** The smallest rectangle around the points, of which there must be one. */
    static Rectangle around(List<Point> points) {
        List<Point> hull = hull(points);
        Rectangle best = new Rectangle(hull.getFirst(), 0, 0, 0);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < hull.size(); i++) {
            Point from = hull.get(i);
            Point to = hull.get((i + 1) % hull.size());
            Rectangle along = along(hull, Math.atan2(to.y() - from.y(), to.x() - from.x()));
            double area = along.length() * along.height();
            if (area < least) {
                least = area;
                best = along;
            }
        }
        return lying(best);
    }

    private static Rectangle along(List<Point> hull, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point point : hull) {
            double u = point.x() * cos + point.y() * sin;
            double v = -point.x() * sin + point.y() * cos;
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }
        double u = (left + right) / 2;
        double v = (top + bottom) / 2;
        return new Rectangle(new Point(u * cos - v * sin, u * sin + v * cos), angle, right - left, bottom - top);
    }

    /** Described by its longer side, in the direction in which one reads. */
    private static Rectangle lying(Rectangle any) {
        boolean isTall = any.height() > any.length();
        double angle = isTall ? any.angle() + Math.PI / 2 : any.angle();
        angle -= Math.PI * Math.round(angle / Math.PI);
        return new Rectangle(
                any.middle(), angle, Math.max(any.length(), any.height()), Math.min(any.length(), any.height()));
    }

    private static List<Point> hull(List<Point> points) {
        List<Point> sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        if (sorted.size() < 3) {
            return sorted;
        }
        List<Point> hull = new ArrayList<>();
        chain(sorted, hull, 2);
        chain(sorted.reversed(), hull, hull.size() + 1);
        hull.removeLast();
        return hull;
    }

    private static void chain(List<Point> points, List<Point> hull, int least) {
        for (Point point : points) {
            while (hull.size() >= least && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                hull.removeLast();
            }
            hull.add(point);
        }
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
