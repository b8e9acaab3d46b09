package org.cotejo.app;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.cotejo.base.Progress;
import org.cotejo.base.Weight;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.cotejo.reconcile.Totals;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Lie;
import org.cotejo.sim.Simulation;
import org.cotejo.sim.Truth;
import org.cotejo.site.ContestReport;
import org.cotejo.site.ReportInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every lie is found and named where it was told, nobody else is accused, and an honest country has nothing but absences. */
class LiesAreFoundTest {
    private static final int SEEDS = 200;

    private static final int SIGNED_SEEDS = 40;

    /** Folders are forced to the disk, which is slow, but several can be at once. */
    private static final int TOGETHER = 8;

    @TempDir
    private Path temp;

    private final AtomicInteger folders = new AtomicInteger();

    private static void eachSeed(int seeds, IntConsumer check) {
        try (ExecutorService pool = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<?>> checks = new ArrayList<>();
            for (int i = 0; i < seeds; i++) {
                int seed = i;
                checks.add(pool.submit(() -> check.accept(seed)));
            }
            for (Future<?> one : checks) {
                assertDoesNotThrow(() -> one.get());
            }
        }
    }

    /** A country simulated, reconciled and judged. */
    private record Country(CountryPlan plan, Truth truth, ReportInput report) {
        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>(report.reconciliation().findings());
            contest().announcements().forEach(judgement -> findings.addAll(judgement.findings()));
            return findings;
        }

        ContestReport contest() {
            return report.contests().getFirst();
        }

        ContestResult result() {
            return contest().result();
        }

        Judgement bulletin() {
            return contest().announcements().getFirst();
        }

        Register register() {
            return report.reconciliation().dossier().frame().register();
        }

        boolean isFound(Truth.Deed deed) {
            StationCode station = deed.station();
            int index = station == null ? Finding.NOWHERE : register().find(station);
            return findings().stream()
                    .filter(finding -> finding.kind().code().equals(deed.code()))
                    .anyMatch(finding -> station == null
                            || finding.station() == index && index != Finding.NOWHERE
                            || finding.values().contains(station.value()));
        }

        /** Findings that say more than that something is absent. */
        List<String> accusations() {
            return findings().stream()
                    .filter(finding -> finding.kind().weight() == Weight.CONTRADICTION
                            || finding.kind().weight() == Weight.HINT)
                    .map(Finding::toString)
                    .toList();
        }

        @Override
        public String toString() {
            return plan.toString();
        }
    }

    private Country country(CountryPlan plan) {
        Path path = temp.resolve(Integer.toString(folders.incrementAndGet()));
        ElectionFolder folder = ElectionFolder.create(path);
        Truth truth = Simulation.write(plan, folder, Progress.NONE);
        Country country = new Country(plan, truth, ReportMaker.of(folder));
        Folders.delete(path);
        return country;
    }

    private static CountryPlan plan(int seed, List<Lie> lies) {
        return new CountryPlan(60 + seed * 7 % 61, 1 + seed % 7, seed, lies);
    }

    /** A country whose machines sign; smaller, since each machine has a key to be made and a sheet to be signed and checked. */
    private static CountryPlan signedPlan(int seed, List<Lie> lies) {
        return new CountryPlan(30 + seed * 7 % 31, 1 + seed % 7, seed, lies).signed();
    }

    @Test
    void anHonestCountryHasAbsencesOnly() {
        eachSeed(SEEDS, seed -> isHonest(plan(seed, List.of())));
    }

    @Test
    void anHonestCountryWhoseMachinesSignHasAbsencesOnlyAndItsSheetsAreProven() {
        eachSeed(SIGNED_SEEDS, seed -> {
            Country country = isHonest(signedPlan(seed, List.of()));
            assertEquals(
                    Set.of(SignatureVerdict.PROVEN),
                    country.report()
                            .reconciliation()
                            .dossier()
                            .signatureCounts()
                            .keySet());
        });
    }

    private Country isHonest(CountryPlan plan) {
        Country country = country(plan);
        assertEquals(List.of(), country.accusations(), country::toString);
        for (StationState state :
                List.of(StationState.CONTRADICTED, StationState.CONFLICTING, StationState.SET_ASIDE)) {
            assertEquals(0, country.result().counts().get(state), country::toString);
        }
        assertEquals(
                votes(country.truth()), votes(requireNonNull(country.result().announcedTotals())), country::toString);
        assertTrue(
                Set.of(Judgement.Verdict.CONSISTENT, Judgement.Verdict.UNPROVEN)
                        .contains(country.bulletin().verdict()),
                country::toString);
        return country;
    }

    private static List<Long> votes(Truth truth) {
        List<Long> votes = new ArrayList<>(truth.votes());
        votes.add(truth.nullVotes());
        votes.add(truth.blank());
        return votes;
    }

    private static List<Long> votes(Totals totals) {
        List<Long> votes = new ArrayList<>();
        for (int candidate = 0; candidate < totals.candidates(); candidate++) {
            votes.add(totals.candidate(candidate).orElseThrow());
        }
        votes.add(totals.nullVotes().orElseThrow());
        votes.add(totals.blank().orElseThrow());
        return votes;
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void everyLieIsFoundWhereItWasTold(Lie lie) {
        if (lie.isAboutSignatures()) {
            eachSeed(SIGNED_SEEDS, seed -> isFound(signedPlan(seed, List.of(lie)), lie));
        } else {
            eachSeed(SEEDS, seed -> isFound(plan(seed, List.of(lie)), lie));
        }
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void everyLieIsFoundWhereMachinesSign(Lie lie) {
        eachSeed(SIGNED_SEEDS / 4, seed -> isFound(signedPlan(seed, List.of(lie)), lie));
    }

    private void isFound(CountryPlan plan, Lie lie) {
        Country country = country(plan);
        assertFalse(country.truth().told().isEmpty());
        for (Truth.Deed deed : country.truth().told()) {
            assertTrue(country.isFound(deed), () -> deed + " is not found in " + country);
        }
        // A swapped map is about every station.
        if (lie != Lie.SWAPPED_CANDIDATE_MAP) {
            nobodyElseIsAccused(country);
        }
    }

    /** No station is accused that no lie was told about. */
    private static void nobodyElseIsAccused(Country country) {
        Set<Integer> about = new HashSet<>(Set.of(Finding.NOWHERE));
        for (Truth.Deed deed : country.truth().told()) {
            if (deed.station() != null) {
                about.add(country.register().find(deed.station()));
            }
        }
        for (Finding finding : country.findings()) {
            boolean isAccusation = finding.kind().weight() == Weight.CONTRADICTION
                    || finding.kind().weight() == Weight.HINT;
            assertTrue(!isAccusation || about.contains(finding.station()), () -> finding + " in " + country);
        }
    }

    @Test
    void everyLieIsFoundAmongAllOthers() {
        // Without detail no station is announced to lie about; a swapped map makes stations conflicting, not
        // contradicted.
        List<Lie> lies = new ArrayList<>(List.of(Lie.values()));
        lies.removeAll(List.of(Lie.TOTAL_WITHOUT_DETAIL, Lie.SWAPPED_CANDIDATE_MAP));
        List<Lie> onPaper =
                lies.stream().filter(lie -> !lie.isAboutSignatures()).toList();
        eachSeed(SEEDS, seed -> allAreFound(plan(seed, onPaper)));
        eachSeed(SIGNED_SEEDS, seed -> allAreFound(signedPlan(seed, lies)));
    }

    private void allAreFound(CountryPlan plan) {
        Country country = country(plan);
        for (Truth.Deed deed : country.truth().told()) {
            assertTrue(country.isFound(deed), () -> deed + " is not found in " + country);
        }
    }

    @Test
    void twoCopiesOfOneSideAreNeverAgreement() {
        eachSeed(SEEDS, seed -> {
            Country country = country(plan(seed, List.of(Lie.ONE_SIDE_TWICE, Lie.TOTAL_WITHOUT_DETAIL)));
            for (Truth.Deed deed : country.truth().told()) {
                if (deed.station() != null) {
                    StationState state =
                            country.result().state(country.register().find(deed.station()));
                    assertTrue(state == StationState.ONE_SIDE || state == StationState.CONFLICTING, state::toString);
                }
            }
        });
    }

    @Test
    void whatWasGotUnlawfullyChangesNothing() {
        eachSeed(SEEDS / 10, seed -> {
            Country honest = country(plan(seed, List.of()));
            Country leaked = country(plan(seed, List.of(Lie.UNLAWFUL_DUMP)));
            assertEquals(honest.result().totals(), leaked.result().totals());
            assertEquals(honest.result().counts(), leaked.result().counts());
        });
    }

    @Test
    void theDemonstrationIsImpossibleAndItsSheetsCanNotBeOverturned() {
        eachSeed(SEEDS / 4, seed -> {
            Country country = country(CountryPlan.demo(400 + seed * 13, seed));
            assertEquals(Judgement.Verdict.IMPOSSIBLE, country.bulletin().verdict(), country::toString);
            assertEquals(Bounds.CanFlip.NO, country.contest().bounds().canFlip(), country::toString);
        });
    }
}
