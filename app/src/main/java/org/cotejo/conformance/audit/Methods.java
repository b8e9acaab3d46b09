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
            new ConsistentSamplerCases(),
            new CryptoRandomCases(),
            new MacroCases(),
            new MeanTestCases(),
            new MinervaCases(),
            new RivestSamplerCases(),
            new StratifiedCases(),
            new SuperSimpleCases());
            new MacroCases(),
            new CaptureCases(),
            new DetectionCases(),
            new DigitCases(),
            new FingerprintCases(),
            new IntegerPercentageCases(),
            new MissingEvidenceCases(),
            new RoundedTotalsCases());

    private Methods() {}

    static Optional<Method> named(String name) {
        return ALL.stream().filter(method -> method.name().equals(name)).findFirst();
    }
}
