package org.cotejo.site;

import java.util.List;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.TestHistory;

/**
 * P over the draws, on a scale of powers of ten.
 *
 * @param lines one for each test, the binding one last so that it lies on top
 * @param limitAt height of the risk limit
 */
record RiskChart(List<Line> lines, int limitAt) {
    static final int WIDTH = 1000;
    static final int HEIGHT = 260;

    /** Shown where P is 0, or smaller than anybody needs. */
    private static final double SMALLEST = 1e-12;

    /** One test: its name and the points of its line. */
    record Line(String name, boolean isBinding, String points) {}

    static RiskChart of(AuditReport audit) {
        double limit = audit.plan() == null ? 1 : audit.plan().limit().doubleValue();
        double least = audit.tests().stream()
                .flatMap(test -> test.p().stream())
                .mapToDouble(p -> Math.max(p, SMALLEST))
                .min()
                .orElse(1);
        double depth = -Math.log10(Math.min(least, limit / 3));
        List<Line> lines = audit.tests().reversed().stream()
                .map(test -> new Line(test.test().key(), test.isBinding(), points(test, depth)))
                .toList();
        return new RiskChart(lines, height(limit, depth));
    }

    private static String points(TestHistory test, double depth) {
        StringBuilder points = new StringBuilder("0,0");
        int draws = test.p().size();
        for (int i = 0; i < draws; i++) {
            points.append(' ')
                    .append((i + 1) * WIDTH / draws)
                    .append(',')
                    .append(height(test.p().get(i), depth));
        }
        return points.toString();
    }

    private static int height(double p, double depth) {
        return (int) Math.round(-Math.log10(Math.min(1, Math.max(p, SMALLEST))) / depth * HEIGHT);
    }
}
