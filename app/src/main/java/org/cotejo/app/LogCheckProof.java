package org.cotejo.app;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.merkle.TreeHash;
import org.cotejo.receipt.StationSlip;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.TlogProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo log check-proof FILE (--policy P [--entry FILE] | --printed LINE)}: whether an entry is in a pinned log, without the log. */
final class LogCheckProof implements Callable<Integer> {
    private static final int POLICY_MOST = 1 << 20;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogCheckProof(Console console) {
        this.console = console;
        Options.positional(
                spec, "FILE", "a proof, as 'cotejo log prove' writes it, or a slip, as 'cotejo log stations' does");
        Options.value(
                spec, "--policy", "FILE", null, "what to pin for a proof: take it from somewhere else than the proof");
        Options.value(
                spec,
                "--printed",
                "LINE",
                null,
                "for a slip: the line 'COTEJO STATIONS ...' as it stands in the gazette or a newspaper");
        Options.value(spec, "--entry", "FILE", null, "the entry's bytes, where the proof does not carry them");
        Options.json(spec);
        Options.about(
                spec,
                "Checks a proof that an entry is in a log: the log's signature, the policy's quorum, and the hashes from the entry"
                        + " up to the root; or a station's slip against the root that was printed when the log was frozen, which"
                        + " needs no signature. Exit code 0 proven, 1 refuted, 3 could not check.",
                "cotejo log check-proof entry-12.tlog-proof --policy venezuela.policy",
                "cotejo log check-proof entry-12.tlog-proof --policy venezuela.policy --entry entry-12",
                "cotejo log check-proof station.slip --printed \"COTEJO STATIONS 30026 0f3c...\"");
    }

    CommandSpec spec() {
        return spec;
    }

    /** What it came to. */
    private record Answered(int exit, String key, Sentence words) {}

    @Override
    public Integer call() {
        String file = Options.positional(spec, 0);
        byte[] bytes = ClockFiles.bytes(file, TlogProof.SIZE_MOST);
        if (StationSlip.isSlip(bytes)) {
            return new SlipCheck(console, Options.isSet(spec, "--json"))
                    .check(bytes, file, Options.text(spec, "--printed"));
        }
        TlogProof proof = switch (TlogProof.parse(bytes)) {
            case Result.Ok<TlogProof>(TlogProof read) -> read;
            case Result.Refused<TlogProof>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
        String pinned = Options.text(spec, "--policy");
        if (pinned == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at(file, "--policy FILE"));
        }
        Policy policy = Policy.parse(ClockFiles.bytes(pinned, POLICY_MOST)).orThrow();
        String given = Options.text(spec, "--entry");
        byte @Nullable [] entry = given != null
                ? ClockFiles.bytes(given, EntryBundle.ENTRY_MOST)
                : proof.extra().isEmpty() ? null : Base64.getDecoder().decode(proof.extra());
        Answered answer = answer(proof, policy, entry, given != null);
        if (Options.isSet(spec, "--json")) {
            json(proof, answer);
        } else {
            console.print(answer.words());
            if (answer.exit() == Exit.PROVEN && entry != null) {
                words(entry).forEach(console::print);
            }
        }
        return answer.exit();
    }

    private static Answered answer(TlogProof proof, Policy policy, byte @Nullable [] entry, boolean isGiven) {
        if (policy.verify(proof.checkpoint()) instanceof Result.Refused<Policy.Verdict>(Problem problem)) {
            return refuted(problem);
        }
        if (entry == null) {
            return new Answered(
                    Exit.UNCHECKED,
                    "unchecked",
                    new Sentence(
                            "COULD NOT CHECK: the head is signed as the policy asks; give the entry's bytes with --entry.",
                            "NO SE PUDO COMPROBAR: la cabeza está firmada como pide la política; dé los bytes del asiento con --entry."));
        }
        Hash leaf = new TreeHash().leaf(entry, 0, entry.length);
        return switch (proof.verify(leaf, policy)) {
            case Result.Ok<Policy.Verdict> _ ->
                new Answered(
                        Exit.PROVEN,
                        "proven",
                        new Sentence(
                                        "PROVEN: this is entry {0} of the {1} entries of the log \"{2}\".",
                                        "PROBADO: este es el asiento {0} de los {1} asientos del registro «{2}».")
                                .with(
                                        proof.index(),
                                        proof.checkpoint().checkpoint().size(),
                                        proof.checkpoint().checkpoint().origin()));
            case Result.Refused<Policy.Verdict>(Problem problem) ->
                isGiven
                        ? refuted(problem)
                        : new Answered(
                                Exit.UNCHECKED,
                                "unchecked",
                                new Sentence(
                                        "COULD NOT CHECK: what the proof carries is not the entry that it is about, or the proof is false; give the entry's bytes with --entry.",
                                        "NO SE PUDO COMPROBAR: lo que trae la prueba no es el asiento del que trata, o la prueba es falsa; dé los bytes del asiento con --entry."));
        };
    }

    private static Answered refuted(Problem problem) {
        return new Answered(
                Exit.REFUTED,
                "refuted",
                new Sentence("REFUTED: {0}", "REFUTADO: {1}").with(problem.line("en"), problem.line("es")));
    }

    private static List<String> words(byte[] entry) {
        return EntryReader.read(entry, 0, entry.length) instanceof Result.Ok<Entry>(Entry read)
                ? EntryWords.lines(read)
                : List.of();
    }

    private void json(TlogProof proof, Answered answer) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("verdict", answer.key());
            json.writeStringProperty("origin", proof.checkpoint().checkpoint().origin());
            json.writeNumberProperty("entry", proof.index());
            json.writeNumberProperty("entries", proof.checkpoint().checkpoint().size());
            json.writeStringProperty("message", answer.words().in(console.language()));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
