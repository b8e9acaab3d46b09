package org.cotejo.conformance.audit;

import java.util.SplittableRandom;
import org.cotejo.audit.risk.Estimator;
import org.cotejo.audit.risk.Hypothesis;
import org.cotejo.audit.risk.MeanTest;
import org.cotejo.audit.risk.SampleSizes;

/** Mean sizes of ballot polling with replacement at 5 %, by simulation from a fixed seed. */
final class AlphaSizeCases implements Method {
    private static final double LIMIT = 0.05;
    private static final int RUNS = 10_000;
    private static final int MOST = 1_000_000;
    private static final long SEED = 20_240_728;

    @Override
    public String name() {
        return "alpha_table1_mean_sample_sizes";
    }

    @Override
    public Computed recompute(Given given) {
        double share = given.number("theta");
        double reported = given.number("eta0");
        MeanTest test = test(reported, given.get("d").isText() ? 0 : given.number("d"));
        if (given.get("d").isText() && !given.text("d").equals("BRAVO")) {
            throw new IllegalArgumentException("the unknown d " + given.text("d"));
        }
        Hypothesis half = Hypothesis.withReplacement(1, 0.5);
        SampleSizes sizes = SampleSizes.of(
                () -> test.start(half),
                random -> random.nextDouble() < share ? 1 : 0,
                LIMIT,
                RUNS,
                MOST,
                new SplittableRandom(SEED));
        return Computed.with(Computed.members(), "mean_n", Computed.of(sizes.mean()));
    }

    private static MeanTest test(double reported, double d) {
        return d == 0
                ? new MeanTest.WaldSprt(reported)
                : new MeanTest.Alpha(new Estimator.ShrinkTrunc(reported, (reported - 0.5) / 2, d));
    }
}
