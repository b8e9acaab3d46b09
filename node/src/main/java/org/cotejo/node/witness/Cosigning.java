package org.cotejo.node.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.web.LimitException;
import org.cotejo.node.web.Web;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;

/**
 * Asks every witness of a policy to cosign a head, all at the same time. A witness that is away, refuses or lies costs its own cosignature
 * and nothing else.
 */
public final class Cosigning {
    /** What came of asking one witness. */
    public sealed interface Came {
        /** It cosigned; the line was verified. */
        record Cosigned(NoteSignature line, long seconds) implements Came {}

        /** It holds a head of this log that this one does not continue, or a newer one: to be looked into at once. */
        record OtherView(Sentence why, Optional<SignedCheckpoint> view) implements Came {}

        /** It answered something else. */
        record Refused(Sentence why) implements Came {}

        /** It could not be reached, or has no address in the policy. */
        record Away(Sentence why) implements Came {}
    }

    /** Makes the proof from an older size of the log to the head. */
    @FunctionalInterface
    public interface Proofs {
        /** The hashes, or why there are none. */
        Result<List<Hash>> from(long size);
    }

    /** The head with what was collected, and what came of each witness, in the order of the policy. */
    public record Collected(SignedCheckpoint head, Map<Policy.Witness, Came> came) {
        /** How many lines are new. */
        public long added() {
            return came.values().stream()
                    .filter(Came.Cosigned.class::isInstance)
                    .count();
        }
    }

    private static final int ANSWER_MOST = 1 << 15;

    private final SignedCheckpoint head;
    private final Proofs proofs;
    private final Policy policy;
    private final Web web;

    private Cosigning(SignedCheckpoint head, Proofs proofs, Policy policy, Web web) {
        this.head = head;
        this.proofs = proofs;
        this.policy = policy;
        this.web = web;
    }

    /** Collects cosignatures of a head that the log has signed. */
    public static Collected collect(SignedCheckpoint head, Proofs proofs, Policy policy, Web web) {
        return new Cosigning(head, proofs, policy, web).run();
    }

    private Collected run() {
        Map<Policy.Witness, Future<Came>> asked = new LinkedHashMap<>();
        Map<Policy.Witness, Came> came = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Policy.Witness witness : policy.witnesses()) {
                asked.put(witness, threads.submit(() -> ask(witness)));
            }
            asked.forEach((witness, answer) -> came.put(witness, await(answer)));
        }
        return new Collected(with(head, came), came);
    }

    private static Came await(Future<Came> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Came.Away(new Sentence("interrupted", "interrumpido"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking a witness", e);
        }
    }

    /** The head with the new lines; an older line of the same key goes, so that a note does not grow with each round. */
    private static SignedCheckpoint with(SignedCheckpoint head, Map<Policy.Witness, Came> came) {
        List<NoteSignature> lines = new ArrayList<>(head.note().signatures());
        came.forEach((witness, one) -> {
            if (one instanceof Came.Cosigned(NoteSignature line, long _)) {
                lines.removeIf(older -> older.isBy(witness.key()));
                if (lines.size() < Note.SIGNATURES_MOST) {
                    lines.add(line);
                }
            }
        });
        return new SignedCheckpoint(head.checkpoint(), new Note(head.note().text(), lines));
    }

    private Came ask(Policy.Witness witness) {
        if (witness.url().isEmpty()) {
            return new Came.Away(new Sentence("the policy gives no address", "la política no da su dirección"));
        }
        try {
            Web.Answer answer = post(witness, 0);
            if (answer.status() == 409) {
                Optional<Long> size = size(answer.body());
                if (size.isEmpty()) {
                    return refused(answer);
                }
                if (size.get() > head.checkpoint().size()) {
                    return otherView(
                            witness,
                            new Sentence(
                                            "it has cosigned {0} entries already: this head is an old one, or the log"
                                                    + " went back",
                                            "ya cofirmó {0} asientos: esta cabeza es vieja, o el registro retrocedió")
                                    .with(size.get()));
                }
                answer = post(witness, size.get());
            }
            return judge(witness, answer);
        } catch (NoProof e) {
            return new Came.Refused(e.sentence);
        } catch (LimitException e) {
            return new Came.Away(e.sentence());
        } catch (IOException e) {
            return new Came.Away(
                    new Sentence("it can't be reached ({0})", "no se puede alcanzar ({0})").with(reason(e)));
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Thrown where the log itself can't prove that it continues what the witness holds. */
    private static final class NoProof extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Sentence sentence;

        NoProof(Problem problem) {
            super(problem.line("en"));
            this.sentence = problem.sentence();
        }
    }

    private Web.Answer post(Policy.Witness witness, long old) throws IOException {
        Checkpoint checkpoint = head.checkpoint();
        List<Hash> proof = List.of();
        if (old > 0 && old < checkpoint.size()) {
            // Tiles are read by one thread at a time.
            synchronized (proofs) {
                proof = switch (proofs.from(old)) {
                    case Result.Ok<List<Hash>>(List<Hash> made) -> made;
                    case Result.Refused<List<Hash>>(Problem problem) -> throw new NoProof(problem);
                };
            }
        }
        // The log's own lines suffice, and a witness may bound what it reads.
        List<NoteSignature> own = head.note().signatures().stream()
                .filter(line -> policy.logs().stream().anyMatch(log -> line.isBy(log.key())))
                .toList();
        byte[] note = new Note(head.note().text(), own).bytes();
        return web.post(prefix(witness) + "add-checkpoint", new AddCheckpoint(old, proof, note).bytes(), ANSWER_MOST);
    }

    private static String prefix(Policy.Witness witness) {
        return witness.url().endsWith("/") ? witness.url() : witness.url() + "/";
    }

    private Came judge(Policy.Witness witness, Web.Answer answer) throws IOException {
        if (answer.status() == 422 || answer.status() == 409) {
            return otherView(
                    witness,
                    new Sentence(
                            "it holds a head that this one does not continue: the log may show different people"
                                    + " different things",
                            "guarda una cabeza que esta no continúa: el registro puede mostrar cosas distintas a"
                                    + " personas distintas"));
        }
        if (answer.status() != 200) {
            return refused(answer);
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        for (String line : text.split("\n", -1)) {
            Optional<NoteSignature> signature = NoteSignature.parse(line).filter(one -> one.isBy(witness.key()));
            if (signature.isPresent()
                    && new Note(head.note().text(), List.of(signature.get())).verify(List.of(witness.key()))
                            instanceof Result.Ok<List<Note.Verified>>(List<Note.Verified> verified)) {
                return new Came.Cosigned(signature.get(), verified.getFirst().seconds());
            }
        }
        return new Came.Refused(new Sentence(
                "its answer holds no true signature by the key that the policy names",
                "su respuesta no trae ninguna firma verdadera de la clave que nombra la política"));
    }

    private Came otherView(Policy.Witness witness, Sentence why) throws IOException {
        String hash = Sha256.of(head.checkpoint().origin().getBytes(StandardCharsets.UTF_8))
                .hex();
        java.io.ByteArrayOutputStream view = new java.io.ByteArrayOutputStream();
        int status = web.get(prefix(witness) + hash + "/checkpoint", Note.SIZE_MOST, view);
        return new Came.OtherView(
                why,
                status == 200
                                && SignedCheckpoint.parse(view.toByteArray())
                                        instanceof Result.Ok<SignedCheckpoint>(SignedCheckpoint theirs)
                        ? Optional.of(theirs)
                        : Optional.empty());
    }

    private static Came refused(Web.Answer answer) {
        String said = new String(answer.body(), StandardCharsets.UTF_8).strip();
        String shown = said.codePoints()
                .filter(c -> c >= ' ' && c != 0x7f)
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Came.Refused(
                new Sentence("it answered {0}: {1}", "respondió {0}: {1}").with(answer.status(), shown));
    }

    private static Optional<Long> size(byte[] body) {
        String text = new String(body, StandardCharsets.US_ASCII);
        String digits = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return !digits.isEmpty() && digits.length() <= 13 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }
}
