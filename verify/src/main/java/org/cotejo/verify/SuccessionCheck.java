package org.cotejo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TileSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds a log against a succession of keys: the new log must begin with the entries of the old one, byte for byte; of the old one nothing
 * counts but its last head.
 */
final class SuccessionCheck {
    private static final Spot HEAD = Spot.file(SitePath.CHECKPOINT);

    private final Findings findings;
    private final List<Claim> claims = new ArrayList<>();

    SuccessionCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Checkpoint head, @Nullable Succession succession, @Nullable Policy policy, TileSource tiles) {
        if (succession == null) {
            return;
        }
        if (head.origin().equals(succession.from().name())) {
            ended(head, succession);
        } else if (head.origin().equals(succession.to().name())) {
            goesOn(head, succession, policy, tiles);
        }
    }

    /** The log whose key was given up. */
    private void ended(Checkpoint head, Succession succession) {
        Checkpoint last = succession.last().checkpoint();
        Sentence what = new Sentence("a log that was ended: {0}", "un registro que terminó: {1}")
                .with(
                        succession.reason().words().en(),
                        succession.reason().words().es());
        if (head.equals(last)) {
            claims.add(Claim.of(
                    what,
                    Answer.PROVEN,
                    new Sentence(
                                    "this is its last head that counts; it goes on as {0}",
                                    "esta es su última cabeza que cuenta; sigue como {0}")
                            .with(succession.to().name())));
            return;
        }
        Trouble trouble = PublicationProblem.REVOKED.at(
                HEAD, last.size(), head.size(), succession.to().name());
        findings.add(Level.SIGNATURES, trouble);
        claims.add(Claim.of(what, Answer.REFUTED, trouble.sentence()));
    }

    /** The log that took over. */
    private void goesOn(Checkpoint head, Succession succession, @Nullable Policy policy, TileSource tiles) {
        Checkpoint last = succession.last().checkpoint();
        Sentence what = new Sentence(
                        "it goes on from the log \"{0}\" with its {1} entries ({2})",
                        "continúa el registro «{0}» con sus {1} asientos ({3})")
                .with(
                        last.origin(),
                        last.size(),
                        succession.reason().words().en(),
                        succession.reason().words().es());
        Sentence broken = broken(head, succession, tiles);
        if (broken != null) {
            Trouble trouble = PublicationProblem.NOT_SUCCEEDED.because(HEAD, broken);
            findings.add(Level.BYTES, trouble);
            claims.add(Claim.of(what, Answer.REFUTED, trouble.sentence()));
            return;
        }
        if (policy == null) {
            return;
        }
        if (succession.witnessed(policy) instanceof Result.Ok<Policy.Verdict>(Policy.Verdict verdict)
                && verdict.isReached()) {
            claims.add(Claim.of(what, Answer.PROVEN, evidence(verdict)));
            return;
        }
        Trouble trouble = PublicationProblem.LAST_UNWITNESSED.at(HEAD, policy.quorum());
        findings.add(Level.SIGNATURES, trouble);
        claims.add(Claim.of(what, Answer.UNCHECKED, trouble.sentence()));
    }

    private static Sentence evidence(Policy.Verdict verdict) {
        String cosigners =
                verdict.cosigned().stream().map(one -> one.witness().name()).collect(Collectors.joining(", "));
        return cosigners.isEmpty()
                ? new Sentence(
                        "the root over them is that of the pinned last head, which the old key signed; no witness was"
                                + " asked for",
                        "la raíz sobre ellos es la de la última cabeza fijada, que firmó la clave anterior; no se"
                                + " pidió ningún testigo")
                : new Sentence(
                                "the root over them is that of the pinned last head, which the old key signed and {0}"
                                        + " cosigned",
                                "la raíz sobre ellos es la de la última cabeza fijada, que firmó la clave anterior y"
                                        + " cofirmaron {0}")
                        .with(cosigners);
    }

    private static @Nullable Sentence broken(Checkpoint head, Succession succession, TileSource tiles) {
        if (succession.verify() instanceof Result.Refused<Succession>(Problem problem)) {
            return problem.sentence();
        }
        Checkpoint last = succession.last().checkpoint();
        if (last.size() > head.size()) {
            return new Sentence("it had {0} entries, here are {1}", "tenía {0} asientos, aquí hay {1}")
                    .with(last.size(), head.size());
        }
        if (last.size() == 0) {
            return null;
        }
        Result<Hash> root = last.size() == head.size()
                ? Result.ok(head.root())
                : TileReader.open(head, tiles).then(reader -> reader.root(last.size()));
        return root instanceof Result.Ok<Hash>(Hash now) && now.equals(last.root())
                ? null
                : new Sentence("its first {0} entries are others", "sus primeros {0} asientos son otros")
                        .with(last.size());
    }

    List<Claim> claims() {
        return claims;
    }
}
