package org.cotejo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two implementations share no line, so what they both say is what the documents say: on samples of everything that is read,
 * and on 10,000 random changes of them, they must give the same answer, with the same code where it is a refusal.
 */
class TwoVerifiersAgreeTest {
    private static final int MUTATIONS = Integer.getInteger("cotejo.mutations", 10_000);
    private static final long SEED = Long.getLong("cotejo.mutations.seed", 20_240_728);

    @TempDir
    private static Path temporary;

    private static Questions questions;
    private static SecondVerifier second;

    @BeforeAll
    static void prepare() throws IOException {
        assumeTrue(SecondVerifier.canRun(), "node is not here");
        Path root = Path.of(System.getProperty("cotejo.root"));
        questions = Questions.of(root, temporary);
        second = new SecondVerifier(root);
    }

    @Test
    void onEverySampleBothAnswerAlikeAndTakeIt() {
        List<Questions.Question> all = questions.samples();
        compare(all);
        for (Questions.Question one : all) {
            assertTrue(one.expected().startsWith("ok"), one.kind() + ": " + one.expected() + ": " + one.json());
        }
    }

    @Test
    void onTenThousandRandomChangesBothAnswerAlike() {
        Mutator mutator = new Mutator(SEED);
        List<Questions.Question> changed = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            changed.add(questions.changed(mutator));
        }
        compare(changed);
        Map<String, Integer> counts = new TreeMap<>();
        changed.forEach(one -> counts.merge(
                one.kind() + " " + (one.expected().startsWith("ok") ? "taken" : "refused"), 1, Integer::sum));
        for (String kind : Questions.KINDS) {
            assertTrue(counts.getOrDefault(kind + " refused", 0) > MUTATIONS / 40, kind + ": " + counts);
        }
        assertTrue(counts.getOrDefault("entry taken", 0) > MUTATIONS / 100, () -> "too few are taken: " + counts);
    }

    private static void compare(List<Questions.Question> all) {
        List<String> answers =
                second.answers(all.stream().map(Questions.Question::json).toList());
        assertEquals(all.size(), answers.size(), "answers");
        Map<String, List<String>> differences = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            String kind = all.get(i).kind();
            String other = Questions.inWords(kind, answers.get(i).getBytes(UTF_8));
            if (!other.equals(all.get(i).expected())) {
                differences
                        .computeIfAbsent(
                                kind + ": first says " + all.get(i).expected() + ", second says " + other,
                                _ -> new ArrayList<>())
                        .add(all.get(i).json() + "\n    " + answers.get(i));
            }
        }
        if (!differences.isEmpty()) {
            fail(differences.entrySet().stream()
                    .map(one -> one.getValue().size() + " x " + one.getKey() + ", such as\n    "
                            + one.getValue().getFirst())
                    .collect(Collectors.joining("\n")));
        }
    }
}
