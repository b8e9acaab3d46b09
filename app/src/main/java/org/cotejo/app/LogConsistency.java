package org.cotejo.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Consistency;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo log consistency SITE|URL --from HEAD}: whether a log continues a head that was seen before. */
final class LogConsistency implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogConsistency(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.required(spec, "--from", "HEAD", "a checkpoint of the log that was seen before, from anywhere");
        Options.value(spec, "--policy", "FILE", null, "whose keys to believe; without it nobody vouches for the heads");
        Options.json(spec);
        Options.about(
                spec,
                "Proves that a log only grew since a head that was seen before: its first entries are the same. Exit code 0"
                        + " proven, 1 refuted, 3 could not check (nobody's keys are pinned).",
                "cotejo log consistency https://results.example.org/2024/ --from seen.checkpoint --policy venezuela.policy");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String from = Objects.requireNonNull(Options.text(spec, "--from"));
        SignedCheckpoint older = switch (SignedCheckpoint.parse(ClockFiles.bytes(from, Note.SIZE_MOST))) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint read) -> read;
            case Result.Refused<SignedCheckpoint>(Problem problem) -> throw new RefusedException(problem.in(from));
        };
        String file = Options.text(spec, "--policy");
        @Nullable
        Policy policy = file == null
                ? null
                : Policy.parse(ClockFiles.bytes(file, 1 << 20)).orThrow();
        try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
            // A head that the log never signed says nothing against it, whatever stands in it.
            boolean isSigned = policy != null && signatures(policy, older) == null;
            Sentence broken = broken(log, older);
            if (broken == null && policy != null) {
                broken = signatures(policy, log.head());
            }
            return tell(older.checkpoint(), log.head().checkpoint(), broken, isSigned);
        }
    }

    /** Why the log does not continue the older head; null if it does. */
    private static @Nullable Sentence broken(LogAt log, SignedCheckpoint olderHead) {
        Checkpoint older = olderHead.checkpoint();
        Checkpoint head = log.head().checkpoint();
        if (!older.origin().equals(head.origin())) {
            return new Sentence(
                            "this is the log \"{0}\", that head is of \"{1}\"",
                            "este es el registro «{0}», esa cabeza es de «{1}»")
                    .with(head.origin(), older.origin());
        }
        if (older.size() > head.size()) {
            return new Sentence("it had {0} entries, now it has {1}", "tenía {0} asientos, ahora tiene {1}")
                    .with(older.size(), head.size());
        }
        if (older.size() == 0) {
            return null;
        }
        Result<List<Hash>> proof = older.size() == head.size()
                ? Result.ok(List.of())
                : log.tiles().then(tiles -> tiles.consistency(older.size()));
        return switch (proof.then(
                hashes -> Consistency.verify(older.size(), head.size(), older.root(), head.root(), hashes))) {
            case Result.Ok<Hash> _ -> null;
            case Result.Refused<Hash>(Problem problem) ->
                new Sentence(
                                "its first {0} entries are others now, or its tiles are not its own ({1})",
                                "sus primeros {0} asientos ahora son otros, o sus teselas no son suyas ({2})")
                        .with(older.size(), problem.line("en"), problem.line("es"));
        };
    }

    /** Why a head is not the log's; an older one may not have been cosigned yet when it was seen, so the log's own signature is what counts. */
    private static @Nullable Sentence signatures(Policy policy, SignedCheckpoint head) {
        return policy.judge(head) instanceof Result.Refused<Policy.Verdict>(Problem problem)
                ? new Sentence("the head of {0} entries: {1}", "la cabeza de {0} asientos: {2}")
                        .with(head.checkpoint().size(), problem.line("en"), problem.line("es"))
                : null;
    }

    private int tell(Checkpoint older, Checkpoint head, @Nullable Sentence broken, boolean isSigned) {
        String verdict = !isSigned ? "unchecked" : broken != null ? "refuted" : "proven";
        Sentence words = words(older, head, broken, isSigned);
        if (Options.isSet(spec, "--json")) {
            try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
                json.writeStartObject();
                json.writeStringProperty("verdict", verdict);
                json.writeStringProperty("origin", head.origin());
                json.writeNumberProperty("from", older.size());
                json.writeNumberProperty("entries", head.size());
                json.writeStringProperty("message", words.in(console.language()));
                json.writeEndObject();
                json.writeRaw('\n');
            }
        } else {
            console.print(words);
        }
        return !isSigned ? Exit.UNCHECKED : broken != null ? Exit.REFUTED : Exit.PROVEN;
    }

    private static Sentence words(Checkpoint older, Checkpoint head, @Nullable Sentence broken, boolean isSigned) {
        if (broken != null) {
            return isSigned
                    ? new Sentence("REFUTED: {0}.", "REFUTADO: {1}.").with(broken.en(), broken.es())
                    : new Sentence(
                                    "COULD NOT CHECK: {0}, but nobody vouches for the older head: no policy is pinned, or it is not signed by the log.",
                                    "NO SE PUDO COMPROBAR: {1}, pero nadie responde por la cabeza anterior: no hay política fijada, o el registro no la firmó.")
                            .with(broken.en(), broken.es());
        }
        return isSigned
                ? new Sentence(
                                "PROVEN: the {1} entries of the log begin with the {0} that were seen before.",
                                "PROBADO: los {1} asientos del registro empiezan por los {0} que se vieron antes.")
                        .with(older.size(), head.size())
                : new Sentence(
                                "COULD NOT CHECK: the {1} entries begin with the {0} that were seen before, but nobody vouches for the older head: no policy is pinned, or it is not signed by the log.",
                                "NO SE PUDO COMPROBAR: los {1} asientos empiezan por los {0} que se vieron antes, pero nadie responde por la cabeza anterior: no hay política fijada, o el registro no la firmó.")
                        .with(older.size(), head.size());
    }
}
