package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.RoundingBack;
import org.cotejo.bulletin.Announcement;
import org.jspecify.annotations.Nullable;

/**
 * Runs every indicator over a table of stations. Same table, settings and seed: same report, on any number of threads. The p
 * values are corrected together (Benjamini and Hochberg 1995) over those that could be asked; the bad test is not among them.
 */
public final class Forensics {
    private final StationTable table;
    private final ForensicSettings settings;
    private final int leader;

    private Forensics(StationTable table, ForensicSettings settings) {
        this.table = table;
        this.settings = settings;
        this.leader = settings.leader() >= 0 ? settings.leader() : table.largest(-1);
    }

    /** The report of a table. */
    public static ForensicReport of(StationTable table, ForensicSettings settings) {
        return new Forensics(table, settings).run();
    }

    private ForensicReport run() {
        Duplicates duplicates = Duplicates.of(table);
        ZeroVotes zeros = ZeroVotes.of(table);
        List<IndicatorResult> results = new ArrayList<>();
        results.add(roundedTotals());
        results.add(integerPercentages());
        results.add(spikes());
        results.add(slope());
        results.addAll(digits());
        results.add(duplicates(duplicates));
        results.add(zeros(zeros));
        results.add(lateTrend());
        results.addAll(past());
        results = adjusted(results);
        if (settings.isWithBadTest()) {
            results.add(secondDigits());
        }
        return new ForensicReport(
                table.size(),
                leader,
                results,
                HardCheck.of(table, settings.exempt(), settings.hours()),
                Fingerprint.of(table, leader),
                duplicates.pairs().stream()
                        .map(pair -> new ForensicReport.Pair(pair[0], pair[1]))
                        .toList(),
                zeros.found().stream()
                        .map(zero -> new ForensicReport.Spot(zero.station(), zero.option()))
                        .toList());
    }

    private static List<IndicatorResult> adjusted(List<IndicatorResult> results) {
        double[] adjusted = FalseDiscovery.adjust(
                results.stream().mapToDouble(IndicatorResult::p).toArray());
        List<IndicatorResult> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            all.add(results.get(i).adjustedTo(adjusted[i]));
        }
        return all;
    }

    private static IndicatorResult result(
            Indicator indicator, long n, double effect, double p, String en, String es, Object... values) {
        Sentence said = Double.isNaN(p)
                ? new Sentence("too little to compute it from ({0})", "demasiado poco para calcularlo ({0})").with(n)
                : new Sentence(String.format(Locale.ROOT, en, values), comma(String.format(Locale.ROOT, es, values)));
        return new IndicatorResult(indicator, n, effect, p, Double.NaN, said);
    }

    /** Decimal points between digits as Spanish writes them. */
    private static String comma(String text) {
        return text.replaceAll("(?<=[0-9])\\.(?=[0-9])", ",");
    }

    private IndicatorResult roundedTotals() {
        int tested = 0;
        double smallest = 1;
        @Nullable Announcement fired = null;
        for (Announcement announcement : settings.announcements()) {
            tested++;
            double chance = RoundingBack.of(announcement)
                    .map(test -> fraction(test.chanceOverTries()))
                    .orElse(1.0);
            if (chance < smallest) {
                smallest = chance;
                fired = announcement;
            }
        }
        return result(
                Indicator.ROUNDED_TOTALS,
                tested,
                fired == null ? 0 : 1,
                tested == 0 ? Double.NaN : Math.min(1, smallest * tested),
                fired == null ? "none of %d announced totals" : "of %d announced totals, that of %s",
                fired == null ? "ninguno de %d totales anunciados" : "de %d totales anunciados, el de %s",
                tested,
                fired == null ? "" : fired.id());
    }

    private static double fraction(org.cotejo.base.Fraction exact) {
        return new java.math.BigDecimal(exact.numerator())
                .divide(new java.math.BigDecimal(exact.denominator()), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    private IndicatorResult integerPercentages() {
        IntegerPercentages test =
                IntegerPercentages.of(table, leader, settings.rounds(), new SplittableRandom(settings.seed()));
        int kind = IntegerPercentages.EITHER;
        return result(
                Indicator.INTEGER_PERCENTAGES,
                test.stations(),
                test.anomaly(kind),
                test.stations() == 0 ? Double.NaN : test.p(kind),
                "%d stations at whole percentages, %.0f expected (share %+.0f, turnout %+.0f; z %.1f)",
                "%d mesas en porcentajes enteros, %.0f esperadas (proporción %+.0f, participación %+.0f; z %.1f)",
                test.observed().get(kind),
                test.expected().get(kind),
                test.anomaly(IntegerPercentages.LEADER),
                test.anomaly(IntegerPercentages.TURNOUT),
                test.z(kind));
    }

    private IndicatorResult spikes() {
        SharePeaks test = SharePeaks.of(table, leader);
        String at = String.join(
                " ",
                test.spikes().stream()
                        .map(bin -> String.format(Locale.ROOT, "%.1f", bin / 10.0))
                        .toList());
        return result(
                Indicator.SPIKES,
                test.stations(),
                test.excess(),
                test.p(),
                "%d spikes, %.0f stations too many in them%s",
                "%d picos, %.0f mesas de más en ellos%s",
                test.spikes().size(),
                test.excess(),
                at.isEmpty() ? "" : " (% " + at + ")");
    }

    private IndicatorResult slope() {
        AreaSlope test = AreaSlope.of(table, leader);
        return result(
                Indicator.FINGERPRINT_SLOPE,
                test.stations(),
                test.slope(),
                test.p(),
                "slope %.2f (standard error %.2f) within %d areas",
                "pendiente %.2f (error típico %.2f) dentro de %d zonas",
                test.slope(),
                test.standardError(),
                test.areas());
    }

    private List<IndicatorResult> digits() {
        DigitNull test = DigitNull.of(table, leader);
        return List.of(
                result(
                        Indicator.LAST_DIGITS,
                        test.counted(),
                        test.chiSquared(),
                        test.lastP(),
                        "chi-squared %.1f with 9 degrees of freedom",
                        "ji cuadrado %.1f con 9 grados de libertad",
                        test.chiSquared()),
                result(
                        Indicator.LAST_PAIRS,
                        test.pairs(),
                        test.nonAdjacent(),
                        test.pairP(),
                        "%.3f of the pairs lie apart",
                        "%.3f de los pares están separados",
                        test.nonAdjacent()));
    }

    private static IndicatorResult duplicates(Duplicates test) {
        return result(
                Indicator.DUPLICATES,
                test.stations(),
                (double) test.identical(),
                test.p(),
                "%d pairs alike; %d differ by a vote in the largest options, so about %.1f by chance (%.2g if options were independent)",
                "%d pares iguales; %d difieren en un voto en las mayores opciones, así que unos %.1f por azar (%.2g si las opciones fueran independientes)",
                test.identical(),
                test.near(),
                test.near() / 80.0,
                test.expected());
    }

    private static IndicatorResult zeros(ZeroVotes test) {
        return result(
                Indicator.ZERO_VOTES,
                test.tried(),
                test.found().size(),
                test.p(),
                "%d zeros where the neighbours give many votes",
                "%d ceros donde los vecinos dan muchos votos",
                test.found().size());
    }

    private IndicatorResult lateTrend() {
        LateTrend test = LateTrend.of(table, leader);
        return result(
                Indicator.LATE_TREND,
                test.compared(),
                100 * test.gap(),
                test.p(),
                "the last fifth is %+.2f points off in all, %+.2f within its own "
                        + (test.isByArea() ? "area" : "place"),
                "el último quinto difiere %+.2f puntos en total, %+.2f dentro de su "
                        + (test.isByArea() ? "propia zona" : "propio lugar"),
                100 * test.rawGap(),
                100 * test.gap());
    }

    private List<IndicatorResult> past() {
        EarlierElection earlier = settings.earlier();
        PastSwing none = new PastSwing(0, Double.NaN, Double.NaN, -1, Double.NaN, Double.NaN, List.of());
        PastSwing share = earlier == null ? none : PastSwing.ofShares(table, leader, earlier);
        PastSwing register = earlier == null ? none : PastSwing.ofRegisters(table, earlier);
        return List.of(
                result(
                        Indicator.PAST_SHARE,
                        share.places(),
                        100 * share.difference(),
                        share.p(),
                        "the farthest place is %+.1f points off; %d stand out",
                        "el lugar más lejano difiere %+.1f puntos; %d destacan",
                        100 * share.difference(),
                        share.outliers().size()),
                result(
                        Indicator.PAST_REGISTER,
                        register.places(),
                        100 * Math.expm1(register.difference()),
                        register.p(),
                        "the farthest place is %+.0f %% off; %d stand out",
                        "el lugar más lejano difiere %+.0f %%; %d destacan",
                        100 * Math.expm1(register.difference()),
                        register.outliers().size()));
    }

    private IndicatorResult secondDigits() {
        int[] counts = new int[table.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = table.votes(i, leader);
        }
        Digits digits = Digits.of(counts);
        return result(
                Indicator.SECOND_DIGITS,
                digits.counted(),
                digits.secondMean(),
                digits.counted() == 0 ? Double.NaN : digits.benfordP(),
                "mean second digit %.2f (4.19 by Benford's law)",
                "media de la segunda cifra %.2f (4.19 según la ley de Benford)",
                digits.secondMean());
    }
}
