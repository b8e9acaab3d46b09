package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Provenance;
import org.cotejo.dossier.ElectionInBytes;
import org.jspecify.annotations.Nullable;

/**
 * A small election made from a seed: few stations and small numbers, so that copies agree, differ, vanish and are set aside in
 * every combination. Where a test fails, {@link #smallest} takes away what does not matter before the election is printed.
 */
record RandomElection(
        List<String> contests,
        List<String> sides,
        @Nullable String announcer,
        @Nullable Integer stationsInAll,
        @Nullable Long roll,
        List<Step> steps) {
    /** One thing that comes in. Steps of one {@code owner} keep their order when the others are shuffled. */
    sealed interface Step {
        String owner();

        Step withRows(List<String> rows);

        List<String> rows();
    }

    /** Copies or announced results. */
    record Delivery(
            String owner,
            boolean isAnnounced,
            String contest,
            String figures,
            Provenance provenance,
            @Nullable String published,
            boolean isPart,
            List<String> rows)
            implements Step {
        @Override
        public Step withRows(List<String> changed) {
            return new Delivery(owner, isAnnounced, contest, figures, provenance, published, isPart, changed);
        }
    }

    /** An imported register. */
    record RegisterGiven(String owner, List<String> rows) implements Step {
        @Override
        public Step withRows(List<String> changed) {
            return new RegisterGiven(owner, changed);
        }
    }

    /** A decision about the stations in {@code rows}. */
    record Decided(Decision.Kind kind, @Nullable String contest, List<String> rows) implements Step {
        @Override
        public String owner() {
            return "court";
        }

        @Override
        public Step withRows(List<String> changed) {
            return new Decided(kind, contest, changed);
        }
    }

    private static final List<String> SIDES = List.of("authority", "opposition", "observers", "press");
    private static final List<String> TIMES =
            List.of("2024-07-29T00:00:00Z", "2024-07-30T00:00:00Z", "2024-07-31T00:00:00Z", "2024-08-01T00:00:00Z");

    static RandomElection of(long seed) {
        return new Dice(seed).election();
    }

    /** The same election with another announcer of record. */
    RandomElection announcedBy(@Nullable String custodian) {
        return new RandomElection(contests, sides, custodian, stationsInAll, roll, steps);
    }

    ElectionInBytes inBytes() {
        ElectionInBytes election = new ElectionInBytes();
        for (String contest : contests) {
            String[] words = contest.split(" ", -1);
            String[] candidates = Arrays.copyOfRange(words, 1, words.length);
            election.contestWithOptions(words[0], List.of(candidates), options(candidates));
        }
        for (String side : sides) {
            String[] words = side.split(" ", -1);
            election.side(words[0], Arrays.copyOfRange(words, 1, words.length));
        }
        if (announcer != null) {
            election.announcer(announcer);
        }
        if (stationsInAll != null) {
            election.stationsInAll(stationsInAll);
        }
        if (roll != null) {
            election.roll(roll);
        }
        steps.forEach(step -> take(step, election));
        return election;
    }

    /** Each candidate has two positions on the ballot but the last, which has one. */
    private static String[] options(String... candidates) {
        return Stream.concat(
                        Arrays.stream(candidates), Arrays.stream(candidates).limit(candidates.length - 1))
                .toArray(String[]::new);
    }

    private static void take(Step step, ElectionInBytes election) {
        String[] rows = step.rows().toArray(String[]::new);
        switch (step) {
            case Delivery delivery -> {
                ElectionInBytes.Given given = ElectionInBytes.given(delivery.owner())
                        .in(delivery.contest())
                        .provenance(delivery.provenance());
                if (delivery.published() != null) {
                    given.published(delivery.published());
                }
                if (delivery.isPart()) {
                    given.part();
                }
                if (delivery.isAnnounced()) {
                    election.announced(given, delivery.figures(), rows);
                } else {
                    election.copies(given, delivery.figures(), rows);
                }
            }
            case RegisterGiven register -> election.register(register.owner(), rows);
            case Decided decided -> election.decidedIn(decided.contest(), decided.kind(), rows);
        }
    }

    /** The steps in another order, those of one owner among themselves as before, and the rows inside each shuffled. */
    RandomElection shuffled(Random random) {
        List<Step> waiting = new ArrayList<>(steps);
        List<String> turns = new ArrayList<>(steps.stream().map(Step::owner).toList());
        Collections.shuffle(turns, random);
        List<Step> order = new ArrayList<>();
        for (String owner : turns) {
            Step next = waiting.stream()
                    .filter(step -> step.owner().equals(owner))
                    .findFirst()
                    .orElseThrow();
            waiting.remove(next);
            List<String> rows = new ArrayList<>(next.rows());
            Collections.shuffle(rows, random);
            order.add(next.withRows(rows));
        }
        return new RandomElection(contests, sides, announcer, stationsInAll, roll, order);
    }

    /** Takes away steps, rows and statements as long as {@code fails} holds. */
    RandomElection smallest(Predicate<RandomElection> fails) {
        return smaller()
                .filter(fails)
                .findFirst()
                .map(smaller -> smaller.smallest(fails))
                .orElse(this);
    }

    private Stream<RandomElection> smaller() {
        List<RandomElection> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Step> fewer = new ArrayList<>(steps);
            Step step = fewer.remove(i);
            all.add(withSteps(fewer));
            for (int row = 0; row < step.rows().size() && step.rows().size() > 1; row++) {
                List<String> rows = new ArrayList<>(step.rows());
                rows.remove(row);
                List<Step> changed = new ArrayList<>(steps);
                changed.set(i, step.withRows(rows));
                all.add(withSteps(changed));
            }
        }
        if (announcer != null) {
            all.add(announcedBy(null));
        }
        if (stationsInAll != null || roll != null) {
            all.add(new RandomElection(contests, sides, announcer, null, null, steps));
        }
        return all.stream();
    }

    private RandomElection withSteps(List<Step> changed) {
        return new RandomElection(contests, sides, announcer, stationsInAll, roll, changed);
    }

    @Override
    public String toString() {
        return "contests " + contests + ", sides " + sides + ", announcer " + announcer + ", stations " + stationsInAll
                + ", roll " + roll + "\n  "
                + String.join("\n  ", steps.stream().map(Object::toString).toList());
    }

    /** Draws the parts of an election from a seed. */
    private static final class Dice {
        private final Random random;
        private final List<String> custodians = new ArrayList<>();
        private final List<String> stations = new ArrayList<>();
        private final Map<String, int[]> truth = new HashMap<>();

        Dice(long seed) {
            random = new Random(seed);
        }

        RandomElection election() {
            List<String> contests = new ArrayList<>(List.of(contest("president")));
            if (chance(30)) {
                contests.add(contest("mayor"));
            }
            List<String> sides = new ArrayList<>(SIDES.subList(0, 2 + random.nextInt(3)));
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                int side = random.nextInt(sides.size());
                sides.set(side, sides.get(side) + " c" + i);
                custodians.add("c" + i);
            }
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                stations.add("S" + i);
            }
            List<Step> steps = new ArrayList<>();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                steps.add(delivery(any(contests)));
            }
            for (int i = random.nextInt(3); i > 0 && chance(50); i--) {
                steps.add(random.nextInt(steps.size() + 1), decision(contests));
            }
            String registrar = any(custodians);
            for (int i = random.nextInt(3); i > 0 && chance(60); i--) {
                steps.add(random.nextInt(steps.size() + 1), register(registrar));
            }
            return new RandomElection(
                    contests,
                    sides,
                    chance(40) ? any(custodians) : null,
                    chance(20) ? random.nextInt(9) : null,
                    chance(20) ? (long) random.nextInt(500) : null,
                    steps);
        }

        private String contest(String id) {
            return id + List.of(" A", " A B", " A B C").get(random.nextInt(3));
        }

        private RegisterGiven register(String registrar) {
            return new RegisterGiven(
                    registrar,
                    some(stations, 85).stream()
                            .map(code -> chance(70) ? code + "=" + random.nextInt(12) : code)
                            .toList());
        }

        private Decided decision(List<String> contests) {
            Decision.Kind kind = any(List.of(
                    Decision.Kind.ANNULLED,
                    Decision.Kind.QUARANTINED,
                    Decision.Kind.RELEASED,
                    Decision.Kind.RECOUNT_ORDERED));
            return new Decided(kind, chance(60) ? null : any(contests).split(" ", -1)[0], some(stations, 50));
        }

        private Delivery delivery(String contest) {
            String[] words = contest.split(" ", -1);
            List<String> figures = new ArrayList<>(figures(Arrays.copyOfRange(words, 1, words.length)));
            Collections.shuffle(figures, random);
            Provenance provenance = chance(85) ? Provenance.PUBLISHED : any(List.of(Provenance.values()));
            return new Delivery(
                    any(custodians),
                    chance(35),
                    words[0],
                    String.join(" ", figures),
                    provenance,
                    chance(50) ? any(TIMES) : null,
                    chance(20),
                    some(stations, 75).stream()
                            .map(station -> row(words[0], station, figures))
                            .toList());
        }

        private List<String> figures(String... candidates) {
            List<String> figures = new ArrayList<>();
            boolean isByOption = chance(15);
            for (int i = 0; i < candidates.length; i++) {
                if (i == 0 || chance(85)) {
                    figures.add(isByOption ? "option" + (i + 1) : candidates[i]);
                    if (isByOption && i < candidates.length - 1 && chance(80)) {
                        figures.add("option" + (candidates.length + i + 1));
                    }
                }
            }
            Stream.of("null", "blank", "valid").filter(_ -> chance(55)).forEach(figures::add);
            Stream.of("registered", "voters", "ballots").filter(_ -> chance(20)).forEach(figures::add);
            return figures;
        }

        /** What truly was counted, or a lie, or nothing legible. */
        private String row(String contest, String station, List<String> figures) {
            boolean isTrue = chance(75);
            boolean isZero = chance(10);
            StringBuilder row = new StringBuilder(station);
            row.append(chance(7) ? " opening" : "")
                    .append(chance(20) ? " by_hand" : "")
                    .append(':');
            for (String figure : figures) {
                int[] votes = truth.computeIfAbsent(contest + station, _ -> votes());
                int count = votes[Math.floorMod(figure.hashCode(), votes.length)];
                int lie = chance(30) ? random.nextInt(4) : count;
                row.append(' ').append(chance(3) ? any(List.of("-", "?")) : isZero ? 0 : isTrue ? count : lie);
            }
            return row.toString();
        }

        private int[] votes() {
            return chance(15) ? new int[1] : random.ints(5, 0, 4).toArray();
        }

        private <T> List<T> some(List<T> all, int percent) {
            List<T> some = all.stream().filter(_ -> chance(percent)).toList();
            return some.isEmpty() ? List.of(any(all)) : some;
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }
    }
}
