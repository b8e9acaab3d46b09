package org.cotejo.bench.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.cotejo.audit.risk.Assorter;
import org.cotejo.audit.risk.Bet;
import org.cotejo.audit.risk.Estimator;
import org.cotejo.audit.risk.Hybrid;
import org.cotejo.audit.risk.Hypothesis;
import org.cotejo.audit.risk.Mark;
import org.cotejo.audit.risk.Martingale;
import org.cotejo.audit.risk.MeanTest;
import org.cotejo.audit.risk.Minerva;
import org.cotejo.audit.risk.Overstatement;
import org.cotejo.audit.risk.Overstatement.Reported;
import org.cotejo.audit.risk.PollStratum;
import org.cotejo.audit.risk.SuperSimple;
import org.cotejo.audit.risk.SuperSimple.Differences;
import org.cotejo.bench.statistics.WrongElections.Audit;

/** Audits of wrong elections, by method: each is a tie in fact and was reported as a win. */
final class WrongAudits {
    private static final int DRAWS = 2_000;
    private static final int BALLOTS = 2_000;
    private static final Hypothesis HALF = Hypothesis.withReplacement(1, 0.5);

    private WrongAudits() {}

    static Map<String, Audit> all() {
        Map<String, Audit> all = new LinkedHashMap<>();
        polling(all);
        all.put("Minerva, rounds of 100, 200, 400", WrongAudits::minerva);
        all.putAll(WrongBatches.all());
        comparison(all);
        all.put("SUITE hybrid, 120 cards and 200 polled", WrongAudits::hybrid);
        return all;
    }

    private static void polling(Map<String, Audit> all) {
        Map<String, MeanTest> tests = new LinkedHashMap<>();
        tests.put("BRAVO (Wald) at 0.55", new MeanTest.WaldSprt(0.55));
        tests.put("BRAVO (Wald) at 0.70", new MeanTest.WaldSprt(0.7));
        tests.put("ALPHA shrink-trunc, d 100", alpha());
        tests.put("Kaplan-Markov, g 0.1", new MeanTest.KaplanMarkov(0.1));
        tests.put("Kaplan-Wald, g 0.1", new MeanTest.KaplanWald(0.1));
        tests.put("betting aGRAPA", new MeanTest.Betting(new Bet.Agrapa(0.2, 0.5, 0.95, 1)));
        tests.forEach((name, test) -> all.put(
                "polling with replacement: " + name,
                sequential(() -> test.start(HALF), random -> random.nextBoolean() ? 1 : 0)));
        tests.put("Kaplan-Kolmogorov, g 0.1", new MeanTest.KaplanKolmogorov(0.1));
        double[] tie = new double[BALLOTS];
        for (int i = 0; i < BALLOTS / 2; i++) {
            tie[i] = 1;
        }
        tests.forEach((name, test) -> all.put(
                "polling without replacement: " + name, shuffled(test, Hypothesis.ofList(BALLOTS, 1, 0.5), tie)));
    }

    private static MeanTest alpha() {
        return new MeanTest.Alpha(new Estimator.ShrinkTrunc(0.6, 0.05, 100));
    }

    /** Draws with replacement, looked at after each. */
    static Audit sequential(Supplier<Martingale> start, ToDoubleFunction<RandomGenerator> draw) {
        return random -> {
            Martingale martingale = start.get();
            for (int j = 0; j < DRAWS; j++) {
                if (martingale.add(draw.applyAsDouble(random)) <= WrongElections.LIMIT) {
                    return true;
                }
            }
            return false;
        };
    }

    /** All of a list in a random order, looked at after each. */
    private static Audit shuffled(MeanTest test, Hypothesis hypothesis, double[] list) {
        return random -> {
            Martingale martingale = test.start(hypothesis);
            double[] left = list.clone();
            for (int j = 0; j < left.length; j++) {
                int at = random.nextInt(j, left.length);
                martingale.add(left[at]);
                left[at] = left[j];
                if (martingale.anytime() <= WrongElections.LIMIT) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean minerva(RandomGenerator random) {
        Minerva minerva = new Minerva(0.55, WrongElections.LIMIT);
        for (int votes : new int[] {100, 200, 400}) {
            int winner = 0;
            for (int i = 0; i < votes; i++) {
                winner += random.nextBoolean() ? 1 : 0;
            }
            if (minerva.round(winner, votes - winner) <= WrongElections.LIMIT) {
                return true;
            }
        }
        return false;
    }

    /** 1,100 to 900 as reported and 1,000 to 1,000 in fact: of 2,000 cards, 100 say the other name. */
    private static void comparison(Map<String, Audit> all) {
        all.put("ballot comparison: super-simple", random -> {
            SuperSimple test = new SuperSimple(0.1);
            long o2 = 0;
            for (int n = 1; n <= DRAWS; n++) {
                o2 += random.nextInt(BALLOTS) < 100 ? 1 : 0;
                if (test.p(n, new Differences(0, o2, 0, 0)) <= WrongElections.LIMIT) {
                    return true;
                }
            }
            return false;
        });
        Overstatement test = new Overstatement(new Assorter.Plurality(0, 1), 0.1);
        double[] cards = new double[BALLOTS];
        for (int i = 0; i < BALLOTS; i++) {
            Mark reported = Mark.Vote.of(i < 1_100 ? 0 : 1);
            cards[i] = test.of(new Reported.Card(reported), Mark.Vote.of(i < 1_000 ? 0 : 1));
        }
        MeanTest alpha = new MeanTest.Alpha(new Estimator.ShrinkTrunc(0.95 * test.upper(), 0.2, 100));
        all.put("ballot comparison: SHANGRLA with ALPHA", shuffled(alpha, test.hypothesis(BALLOTS), cards));
        all.put("ONEAudit: ten pools with ALPHA", pools(test));
    }

    /** The same contest as ten pools of 200 receipts, all of which were reported with 110 to 90 and hold 100 to 100. */
    private static Audit pools(Overstatement test) {
        double[] receipts = new double[BALLOTS];
        for (int i = 0; i < BALLOTS; i++) {
            receipts[i] = test.of(new Reported.Pool(0.55), Mark.Vote.of(i % 2));
        }
        MeanTest alpha = new MeanTest.Alpha(new Estimator.ShrinkTrunc(0.53, 0.015, 100));
        return shuffled(alpha, test.hypothesis(BALLOTS), receipts);
    }

    /** 1,000 cards, 50 of which say the other name, and 1,000 receipts as reported: 100 votes apart as reported, a tie in fact. */
    private static boolean hybrid(RandomGenerator random) {
        int o2 = 0;
        for (int i = 0; i < 120; i++) {
            o2 += random.nextInt(1_000) < 50 ? 1 : 0;
        }
        int winner = 0;
        int winnersLeft = 500;
        for (int left = 1_000; left > 800; left--) {
            if (random.nextInt(left) < winnersLeft) {
                winner++;
                winnersLeft--;
            }
        }
        Hybrid hybrid = new Hybrid(
                1_000,
                100,
                120,
                new Differences(0, o2, 0, 0),
                new PollStratum(1_000, 500, 500, 200, winner, 200 - winner));
        // The grid is never above the bound, and much faster.
        return hybrid.onGrid(0.5).p() <= WrongElections.LIMIT && hybrid.p(1e-3) <= WrongElections.LIMIT;
    }
}
