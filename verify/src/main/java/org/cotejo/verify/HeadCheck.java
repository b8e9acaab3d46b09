package org.cotejo.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.merkle.TreeHash;
import org.cotejo.publication.MirrorList;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/** Reads the head of a log and holds it against the pinned policy. */
final class HeadCheck {
    private final Findings findings;
    private final List<Claim> claims = new ArrayList<>();
    private long signatures;

    HeadCheck(Findings findings) {
        this.findings = findings;
    }

    /** The head of the log, or null if there is none that can be read. */
    @Nullable
    SignedCheckpoint read(FileReader files) {
        byte[] bytes = files.bytes(SitePath.CHECKPOINT, Note.SIZE_MOST).orElse(null);
        if (bytes == null) {
            return unreadable(new Sentence("it is missing", "falta"));
        }
        return switch (SignedCheckpoint.parse(bytes)) {
            case Result.Ok<SignedCheckpoint>(var head) -> {
                if (head.checkpoint().size() > TreeHash.SIZE_MOST) {
                    yield unreadable(new Sentence("it names too large a tree", "nombra un árbol demasiado grande"));
                }
                yield head;
            }
            case Result.Refused<SignedCheckpoint>(Problem problem) -> unreadable(problem.sentence());
        };
    }

    private @Nullable SignedCheckpoint unreadable(Sentence why) {
        findings.add(Level.BYTES, PublicationProblem.CHECKPOINT.because(Spot.file(SitePath.CHECKPOINT), why));
        return null;
    }

    /** Holds the head against the policy; returns the origin that it pins, or null. */
    @Nullable
    String judge(SignedCheckpoint head, @Nullable Policy policy) {
        String origin = head.checkpoint().origin();
        Sentence what = new Sentence(
                        "the head of the log \"{0}\", {1} entries", "la cabeza del registro «{0}», {1} asientos")
                .with(origin, head.checkpoint().size());
        if (policy == null) {
            findings.answer(Level.SIGNATURES, Answer.UNCHECKED);
            claims.add(Claim.of(
                    what,
                    Answer.UNCHECKED,
                    new Sentence(
                            "no policy was pinned, so nobody vouches for the key: give --policy with a file"
                                    + " that you have from elsewhere than this site",
                            "no se fijó ninguna política, así que nadie responde por la clave: dé --policy con"
                                    + " un archivo que tenga de otra parte que este sitio")));
            return null;
        }
        boolean isNamed =
                policy.logs().stream().anyMatch(log -> log.key().name().equals(origin));
        String pinned = policy.logs().getFirst().key().name();
        if (!isNamed) {
            refuse(what, PublicationProblem.OTHER_LOG.at(Spot.file(SitePath.CHECKPOINT), origin, pinned));
            return pinned;
        }
        switch (policy.judge(head)) {
            case Result.Refused<Policy.Verdict>(Problem problem) ->
                refuse(
                        what,
                        PublicationProblem.LOG_SIGNATURE.because(Spot.file(SitePath.CHECKPOINT), problem.sentence()));
            case Result.Ok<Policy.Verdict>(Policy.Verdict verdict) -> accept(what, head, verdict, policy);
        }
        witnesses(head, policy);
        strangers(head, policy);
        return origin;
    }

    /** The list of mirrors, if the publication carries one: a list that the log's key did not sign leads readers astray. */
    void mirrors(FileReader files, SignedCheckpoint head, @Nullable Policy policy) {
        byte[] bytes = files.bytes(SitePath.MIRRORS, MirrorList.SIZE_MOST).orElse(null);
        if (bytes == null) {
            return;
        }
        Result<MirrorList> list =
                MirrorList.parse(bytes).then(read -> read.of(head.checkpoint().origin()));
        if (policy != null) {
            List<Vkey> keys = policy.logs().stream().map(Policy.Log::key).toList();
            list = list.then(read -> read.verify(keys));
        }
        Sentence what = new Sentence("the list of mirrors", "la lista de réplicas");
        switch (list) {
            case Result.Refused<MirrorList>(Problem problem) ->
                refuse(what, PublicationProblem.MIRRORS.because(Spot.file(SitePath.MIRRORS), problem.sentence()));
            case Result.Ok<MirrorList>(MirrorList read) ->
                claims.add(Claim.of(
                        what,
                        policy == null ? Answer.UNCHECKED : Answer.PROVEN,
                        new Sentence("{0} mirrors, made at {1}", "{0} réplicas, hecha a las {1}")
                                .with(read.mirrors().size(), read.at())));
        }
    }

    /** Who has cosigned and when, and who has not: an un-witnessed head is said to be one. */
    private void witnesses(SignedCheckpoint head, Policy policy) {
        if (!(policy.judge(head) instanceof Result.Ok<Policy.Verdict>(Policy.Verdict verdict))) {
            return;
        }
        for (Policy.Witness witness : policy.witnesses()) {
            verdict.cosigned().stream()
                    .filter(one -> one.witness().equals(witness))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> claims.add(Claim.of(
                                    new Sentence("seen by the witness {0}", "vista por el testigo {0}")
                                            .with(witness.name()),
                                    Answer.PROVEN,
                                    new Sentence(
                                                    "cosigned at {0} by the clock of the witness",
                                                    "cofirmada a las {0} según el reloj del testigo")
                                            .with(Instant.ofEpochSecond(one.seconds())))),
                            () -> claims.add(Claim.of(
                                    new Sentence("seen by the witness {0}", "vista por el testigo {0}")
                                            .with(witness.name()),
                                    Answer.UNCHECKED,
                                    new Sentence(
                                            "not cosigned: of this head the witness has said nothing",
                                            "sin cofirmar: de esta cabeza el testigo no ha dicho nada"))));
        }
    }

    /** Signature lines of keys that the policy does not name: they prove nothing here, and that is said and not passed over. */
    private void strangers(SignedCheckpoint head, Policy policy) {
        List<Vkey> known = Stream.concat(
                        policy.logs().stream().map(Policy.Log::key),
                        policy.witnesses().stream().map(Policy.Witness::key))
                .toList();
        for (NoteSignature line : head.note().signatures()) {
            if (known.stream().noneMatch(line::isBy)) {
                claims.add(Claim.of(
                        new Sentence("a signature line by {0}", "una línea de firma de {0}")
                                .with(line.name() + "+" + HexFormat.of().toHexDigits(line.id())),
                        Answer.UNCHECKED,
                        new Sentence(
                                "the policy names no such key, so that the line proves nothing here",
                                "la política no nombra esa clave, así que la línea no prueba nada aquí")));
            }
        }
    }

    /** The keys of the log that have signed: under a policy that accepts the head, no line by a key that it names is false. */
    private static List<Vkey> signers(SignedCheckpoint head, Policy policy) {
        return policy.logs().stream()
                .map(Policy.Log::key)
                .filter(key -> key.name().equals(head.checkpoint().origin()))
                .filter(key -> head.note().signatures().stream().anyMatch(line -> line.isBy(key)))
                .toList();
    }

    private void accept(Sentence what, SignedCheckpoint head, Policy.Verdict verdict, Policy policy) {
        List<Vkey> signers = signers(head, policy);
        String keys =
                signers.stream().map(key -> key.name() + "+" + key.hexId()).collect(Collectors.joining(", "));
        signatures += signers.size() + verdict.cosigned().size();
        if (!verdict.isReached()) {
            refuse(
                    what,
                    PublicationProblem.QUORUM.because(
                            Spot.file(SitePath.CHECKPOINT), new Sentence(policy.quorum(), policy.quorum())));
            return;
        }
        findings.answer(Level.SIGNATURES, Answer.PROVEN);
        List<String> cosigners =
                verdict.cosigned().stream().map(one -> one.witness().name()).toList();
        claims.add(Claim.of(
                what,
                Answer.PROVEN,
                cosigners.isEmpty()
                        ? new Sentence("signed by the pinned key {0}", "firmada con la clave fijada {0}").with(keys)
                        : new Sentence(
                                        "signed by the pinned key {0}, cosigned by {1}",
                                        "firmada con la clave fijada {0}, cofirmada por {1}")
                                .with(keys, String.join(", ", cosigners))));
    }

    private void refuse(Sentence what, Trouble trouble) {
        findings.add(Level.SIGNATURES, trouble);
        claims.add(Claim.of(what, Answer.REFUTED, trouble.sentence()));
    }

    /** Signatures that were computed and are true. */
    long signatures() {
        return signatures;
    }

    List<Claim> claims() {
        return claims;
    }
}
