package org.cotejo.audit.quickcount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cotejo.audit.survey.Estimate;
import org.junit.jupiter.api.Test;

/** Intervals hold the truth as often as they say, over samples drawn from a country that is known. */
class CoverageSimulationTest {
    private static final int SAMPLES = 1500;

    /** The share of samples whose interval holds the truth, against the stated share within three standard errors of it. */
    private static void assertCovers(SimulatedCountry country, int each, double confidence) {
        double truth = country.lead();
        Random random = new Random(17);
        int holds = 0;
        double squares = 0;
        double variances = 0;
        for (int i = 0; i < SAMPLES; i++) {
            QuickEstimate estimate = country.estimate(country.draw(each, random));
            Estimate first = Objects.requireNonNull(estimate.lead().estimate());
            // The lead is that of whoever leads in the sample; the truth is that of A.
            int sign = estimate.leader() == 0 ? 1 : -1;
            Estimate lead = new Estimate(sign * first.value(), first.standardError(), first.degrees());
            Estimate.Interval interval = lead.interval(confidence);
            holds += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            squares += (lead.value() - truth) * (lead.value() - truth);
            variances += lead.standardError() * lead.standardError();
        }
        double three = 3 * Math.sqrt(confidence * (1 - confidence) / SAMPLES);
        assertEquals(confidence, (double) holds / SAMPLES, three, () -> "truth " + truth);
        // The mean squared error has a relative standard error of about the root of 2 over the number of samples.
        assertEquals(1, variances / squares, 4 * Math.sqrt(2.0 / SAMPLES), "variances over squared errors");
    }

    @Test
    void ninetyFivePercentOfManySmallStrataIsNinetyFive() {
        assertCovers(new SimulatedCountry(20, 60, 0.05, 0.08, 1), 5, 0.95);
    }

    @Test
    void ninetyNinePercentOfFewLargeStrataIsNinetyNine() {
        assertCovers(new SimulatedCountry(4, 150, -0.10, 0.10, 2), 20, 0.99);
    }

    @Test
    void aSampleOfMostOfTheCountryIsCoveredTooThanksToTheFinitePopulation() {
        assertCovers(new SimulatedCountry(6, 20, 0.02, 0.06, 3), 15, 0.95);
    }

    @Test
    void aSampleOfTheWholeCountryHasNoErrorAndIsTheTruth() {
        SimulatedCountry country = new SimulatedCountry(3, 10, 0.02, 0.06, 4);
        QuickEstimate estimate = country.estimate(country.draw(10, new Random(1)));
        Estimate lead = Objects.requireNonNull(estimate.lead().estimate());
        assertEquals(0, lead.standardError(), 1e-15);
        assertEquals(
                country.lead(),
                estimate.shares().get(0).value() - estimate.shares().get(1).value(),
                1e-12);
        assertEquals(List.of("A", "B"), estimate.candidates());
    }
}
