package org.cotejo.conformance.audit;

import java.util.List;
import java.util.Optional;

/** All files that can be recomputed, one line each. */
final class Methods {
    static final List<Method> ALL = List.of(
            new AlphaSizeCases(),
            new AssorterCases(),
            new BatchPpebCases(),
            new BravoCases(),
            new CaptureCases(),
            new ConsistentSamplerCases(),
            new CryptoRandomCases(),
            new DetectionCases(),
            new DigitCases(),
            new FingerprintCases(),
            new IntegerPercentageCases(),
            new MacroCases(),
            new MeanTestCases(),
            new MinervaCases(),
            new MissingEvidenceCases(),
            new RivestSamplerCases(),
            new RoundedTotalsCases(),
            new StratifiedCases(),
            new SuperSimpleCases());

    private Methods() {}

    static Optional<Method> named(String name) {
        return ALL.stream().filter(method -> method.name().equals(name)).findFirst();
    }
}
