package org.cotejo.app;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Timestamped;
import org.cotejo.verify.Verifier;
import org.cotejo.verify.time.TimeTrust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** {@code cotejo log show SITE|URL}: the head of a log, who signed it, and who else gave a time for it. */
final class LogShow implements Callable<Integer> {
    static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogShow(Console console) {
        this.console = console;
        Options.positional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.value(spec, "--policy", "FILE", null, "whose keys to believe; without it no signature is checked");
        ClockFiles.options(spec);
        Options.json(spec);
        Options.about(
                spec,
                "Shows the head of a log: origin, entries, root, signatures, and the timestamps that are attached. It looks at the"
                        + " head alone; 'cotejo verify' recomputes the log. Exit code: 1 where a signature or timestamp is refuted,"
                        + " 3 where certificates or headers were given and prove no timestamp.",
                "cotejo log show public/venezuela --policy venezuela.policy");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        try (LogAt log = LogAt.open(Options.positional(spec, 0))) {
            @Nullable String file = Options.text(spec, "--policy");
            @Nullable
            Policy policy = file == null
                    ? null
                    : Policy.parse(ClockFiles.bytes(file, 1 << 20)).orThrow();
            TimeTrust time = ClockFiles.trust(spec);
            List<Timestamped> timestamps =
                    Verifier.timestamps(log.files(), log.head().checkpoint(), time);
            if (Options.isSet(spec, "--json")) {
                json(log, policy, timestamps);
            } else {
                text(log, policy, timestamps);
            }
            return exit(log, policy, timestamps, time.isAsked());
        }
    }

    /** By what was asked: a policy asks who signed, certificates and headers ask for a time. */
    private static int exit(LogAt log, @Nullable Policy policy, List<Timestamped> timestamps, boolean isTimeAsked) {
        boolean isRefuted =
                isRefused(log, policy) || timestamps.stream().anyMatch(one -> one.answer() == Answer.REFUTED);
        if (isRefuted) {
            return Exit.REFUTED;
        }
        return isTimeAsked && timestamps.stream().noneMatch(one -> one.answer() == Answer.PROVEN)
                ? Exit.UNCHECKED
                : Exit.PROVEN;
    }

    private static boolean isRefused(LogAt log, @Nullable Policy policy) {
        return policy != null && policy.verify(log.head()) instanceof Result.Refused<Policy.Verdict>;
    }

    private void text(LogAt log, @Nullable Policy policy, List<Timestamped> timestamps) {
        Checkpoint head = log.head().checkpoint();
        console.print(new Sentence("log      {0}", "registro {0}").with(head.origin()));
        console.print(new Sentence("entries  {0}", "asientos {0}").with(head.size()));
        console.print(
                new Sentence("root     {0}", "raíz     {0}").with(head.root().hex()));
        for (NoteSignature line : log.head().note().signatures()) {
            console.print(new Sentence("signed   {0}+{1}", "firmado  {0}+{1}").with(line.name(), keyId(line)));
        }
        policy(log, policy);
        if (timestamps.isEmpty()) {
            console.print(new Sentence("no timestamps", "sin sellos de tiempo"));
        }
        for (Timestamped one : timestamps) {
            console.print("[" + one.answer().sentence().in(console.language()) + "] " + one.file() + ": "
                    + one.evidence().in(console.language()));
        }
    }

    private void policy(LogAt log, @Nullable Policy policy) {
        if (policy == null) {
            console.print(new Sentence(
                    "[could not check] who signed: no policy was given (--policy)",
                    "[no se pudo comprobar] quién firmó: no se dio ninguna política (--policy)"));
            return;
        }
        switch (policy.judge(log.head())) {
            case Result.Refused<Policy.Verdict>(Problem problem) ->
                console.print(
                        new Sentence("[refuted] {0}", "[refutado] {1}").with(problem.line("en"), problem.line("es")));
            case Result.Ok<Policy.Verdict>(Policy.Verdict verdict) -> {
                if (policy.verify(log.head()) instanceof Result.Refused<Policy.Verdict>(Problem problem)) {
                    console.print(new Sentence("[refuted] {0}", "[refutado] {1}")
                            .with(problem.line("en"), problem.line("es")));
                } else {
                    console.print(new Sentence(
                                    "[proven] signed by the pinned key {0}+{1}; cosigned by: {2}",
                                    "[probado] firmado con la clave fijada {0}+{1}; cofirmado por: {2}")
                            .with(verdict.log().name(), verdict.log().hexId(), cosigners(verdict)));
                }
                WitnessWords.quorum(verdict).forEach(console::print);
            }
        }
    }

    private static String cosigners(Policy.Verdict verdict) {
        List<String> names =
                verdict.cosigned().stream().map(one -> one.witness().name()).toList();
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    private static String keyId(NoteSignature line) {
        return HexFormat.of().toHexDigits(line.id());
    }

    private void json(LogAt log, @Nullable Policy policy, List<Timestamped> timestamps) {
        Checkpoint head = log.head().checkpoint();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("origin", head.origin());
            json.writeNumberProperty("entries", head.size());
            json.writeStringProperty("root", head.root().hex());
            json.writeArrayPropertyStart("signatures");
            for (NoteSignature line : log.head().note().signatures()) {
                json.writeString(line.name() + "+" + keyId(line));
            }
            json.writeEndArray();
            json.writeStringProperty(
                    "answer", policy == null ? "unchecked" : isRefused(log, policy) ? "refuted" : "proven");
            json.writeArrayPropertyStart("cosigners");
            if (policy != null && policy.verify(log.head()) instanceof Result.Ok<Policy.Verdict>(var verdict)) {
                verdict.cosigned().forEach(one -> json.writeString(one.witness().name()));
            }
            json.writeEndArray();
            if (policy != null && policy.judge(log.head()) instanceof Result.Ok<Policy.Verdict>(var verdict)) {
                json.writeStringProperty("quorum", policy.quorum());
                json.writeBooleanProperty(
                        "witnessed", verdict.isReached() && !verdict.cosigned().isEmpty());
            }
            VerificationJson.timestamps(timestamps, console.language(), json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
