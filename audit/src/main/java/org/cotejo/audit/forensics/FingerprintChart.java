package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.plot.Axis;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Colour;
import org.cotejo.audit.plot.Mark;
import org.cotejo.audit.plot.Numerals;
import org.cotejo.base.Sentence;

/** Draws how many stations have which turnout and which share of the leader: the fingerprint of Klimek and others (2012). */
public final class FingerprintChart {
    private static final int CELLS = 50;

    private FingerprintChart() {}

    /**
     * The heat map; stations without a register are left out.
     *
     * @param described of the same table and leader
     */
    public static Chart of(StationTable table, int leader, Fingerprint described, String leaderName, String id) {
        int[][] counts = new int[CELLS][CELLS];
        int most = 1;
        int stations = 0;
        for (int i = 0; i < table.size(); i++) {
            int registered = table.registered(i);
            int cast = table.cast(i);
            if (registered <= 0 || cast <= 0 || cast > registered) {
                continue;
            }
            stations++;
            int x = (int) Math.min(CELLS - 1, (long) CELLS * cast / registered);
            int y = (int) Math.min(CELLS - 1, (long) CELLS * table.votes(i, leader) / cast);
            most = Math.max(most, ++counts[x][y]);
        }
        List<Mark.Cell> cells = new ArrayList<>();
        double width = 1.0 / CELLS;
        for (int x = 0; x < CELLS; x++) {
            for (int y = 0; y < CELLS; y++) {
                if (counts[x][y] > 0) {
                    cells.add(new Mark.Cell(x * width, y * width, Math.sqrt((double) counts[x][y] / most)));
                }
            }
        }
        return new Chart(
                id,
                new Sentence("Turnout and share of {0}", "Participación y proporción de {0}").with(leaderName),
                alternative(stations, described),
                new Sentence(
                        "A hint, not proof: regions that differ give such shapes without fraud.",
                        "Un indicio, no una prueba: regiones distintas dan tales formas sin fraude."),
                Axis.linear(new Sentence("turnout", "participación"), 0, 1, Axis.Unit.SHARE),
                Axis.linear(new Sentence("share of the leader", "proporción del primero"), 0, 1, Axis.Unit.SHARE),
                List.of(new Mark.Cells(
                        width,
                        width,
                        cells,
                        Colour.A,
                        new Sentence("the stronger, the more stations", "cuanto más fuerte, más mesas"))));
    }

    private static Sentence alternative(int stations, Fingerprint described) {
        if (!Double.isFinite(described.pearson())) {
            return Numerals.fill(
                    new Sentence(
                            "{0} stations with a register: too few or too much alike for a correlation.",
                            "{0} mesas con padrón: demasiado pocas o demasiado parecidas para una correlación."),
                    stations);
        }
        return new Sentence(
                said("en", stations, described, "{0} stations; correlation {1}; {2} with both above 99\u00a0%."),
                said("es", stations, described, "{0} mesas; correlación {1}; {2} con ambas sobre 99\u00a0%."));
    }

    private static String said(String language, int stations, Fingerprint described, String text) {
        Numerals numerals = Numerals.of(language);
        return text.replace("{0}", numerals.number(stations))
                .replace("{1}", numerals.number(described.pearson(), 2))
                .replace("{2}", numerals.number(described.bothOver99()));
    }
}
