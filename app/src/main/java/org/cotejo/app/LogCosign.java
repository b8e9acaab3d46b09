package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.witness.Cosigning;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TileReader;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo log cosign SITE --policy FILE}: collects cosignatures of the witnesses of a policy, and adds them to the head. */
final class LogCosign implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    LogCosign(Console console) {
        this.console = console;
        Options.positional(spec, "SITE", "the folder of a publication");
        Options.required(spec, "--policy", "FILE", "the log, its witnesses with their addresses, groups and quorum");
        Options.value(spec, "--wait", "SECONDS", "10", "how long a witness may take to answer");
        Options.json(spec);
        Options.about(
                spec,
                "Asks every witness of a policy to cosign the head of a publication, and adds what they answer to the"
                        + " file 'checkpoint'. A witness that is away stops nothing: it is said, and you ask again later."
                        + " Exit code 0 where the quorum is reached, 1 where a witness holds a head that this one does not"
                        + " continue, 3 where cosignatures are missing.",
                "cotejo log cosign public/venezuela --policy cosigned.policy",
                "In the policy:  witness party-a a.example.org/w+5dd1f1c3+BHk... http://a.example.org:8800/",
                "                group parties 2 party-a party-b party-c",
                "                group all all parties civil abroad",
                "                quorum all");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path site = Options.path(spec, 0);
        if (!Files.isDirectory(site)) {
            throw new RefusedException(AppProblem.NO_PUBLICATION.at(site.toString()));
        }
        Policy policy = WitnessFolder.policy(Objects.requireNonNull(Options.text(spec, "--policy")));
        if (policy.witnesses().stream().allMatch(one -> one.url().isEmpty())) {
            throw new RefusedException(AppProblem.NO_WITNESSES.at(String.valueOf(Options.text(spec, "--policy"))));
        }
        Duration wait = Duration.ofSeconds(Options.number(spec, "--wait", 1, 600));
        try (LogAt log = LogAt.open(site.toString());
                HttpWeb web = new HttpWeb(wait)) {
            if (policy.judge(log.head()) instanceof Result.Refused<Policy.Verdict>(Problem problem)) {
                throw new RefusedException(
                        AppProblem.OTHER_HEAD.at(site.toString(), problem.line("en"), problem.line("es")));
            }
            TileReader tiles = log.tiles().orThrow();
            Cosigning.Collected collected = Cosigning.collect(log.head(), proofs(tiles), policy, web);
            keep(site, log.head(), collected);
            Policy.Verdict verdict = policy.judge(collected.head()).orThrow();
            if (Options.isSet(spec, "--json")) {
                json(collected, verdict);
            } else {
                text(collected, verdict);
            }
            boolean isOther = collected.came().values().stream().anyMatch(Cosigning.Came.OtherView.class::isInstance);
            return isOther ? Exit.REFUTED : verdict.isReached() ? Exit.PROVEN : Exit.UNCHECKED;
        }
    }

    private static Cosigning.Proofs proofs(TileReader tiles) {
        return size -> {
            Result<List<Hash>> proof = tiles.consistency(size);
            return proof;
        };
    }

    /** The head takes the place of the one that was asked about; if another one stands there by now, that is left alone. */
    private static void keep(Path site, SignedCheckpoint asked, Cosigning.Collected collected) {
        Path file = site.resolve(SitePath.CHECKPOINT);
        byte[] now = ClockFiles.bytes(file.toString(), org.cotejo.tlog.Note.SIZE_MOST);
        if (collected.added() > 0 && java.util.Arrays.equals(now, asked.bytes())) {
            Path place = site.toAbsolutePath().normalize();
            WrittenFile.write(
                    file,
                    place.resolveSibling("." + place.getFileName() + ".cosigned.new"),
                    collected.head().bytes());
        }
    }

    private void text(Cosigning.Collected collected, Policy.Verdict verdict) {
        for (Map.Entry<Policy.Witness, Cosigning.Came> one : collected.came().entrySet()) {
            console.print(
                    "  " + one.getKey().name() + ": " + words(one.getValue()).in(console.language()));
        }
        WitnessWords.quorum(verdict).forEach(console::print);
    }

    private static Sentence words(Cosigning.Came came) {
        return switch (came) {
            case Cosigning.Came.Cosigned(var _, long seconds) ->
                new Sentence("cosigned at {0}", "cofirmó a las {0}").with(Instant.ofEpochSecond(seconds));
            case Cosigning.Came.OtherView(Sentence why, var view) ->
                new Sentence("LOOK INTO THIS: {0}{1}", "MIRE ESTO: {2}{3}")
                        .with(
                                why.en(),
                                view.map(LogCosign::head).orElse(""),
                                why.es(),
                                view.map(LogCosign::head).orElse(""));
            case Cosigning.Came.Refused(Sentence why) ->
                new Sentence("did not cosign: {0}", "no cofirmó: {1}").with(why.en(), why.es());
            case Cosigning.Came.Away(Sentence why) ->
                new Sentence("is away: {0}", "no está: {1}").with(why.en(), why.es());
        };
    }

    private static String head(SignedCheckpoint view) {
        return " [" + view.checkpoint().size() + ", " + view.checkpoint().root() + "]";
    }

    private void json(Cosigning.Collected collected, Policy.Verdict verdict) {
        try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            json.writeStartObject();
            json.writeStringProperty("origin", verdict.checkpoint().origin());
            json.writeNumberProperty("entries", verdict.checkpoint().size());
            json.writeStringProperty("quorum", verdict.quorum().name());
            json.writeBooleanProperty("reached", verdict.isReached());
            json.writeArrayPropertyStart("witnesses");
            collected.came().forEach((witness, came) -> {
                json.writeStartObject();
                json.writeStringProperty("name", witness.name());
                json.writeStringProperty("answer", key(came));
                json.writeStringProperty("message", words(came).in(console.language()));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static String key(Cosigning.Came came) {
        return switch (came) {
            case Cosigning.Came.Cosigned _ -> "cosigned";
            case Cosigning.Came.OtherView _ -> "other_view";
            case Cosigning.Came.Refused _ -> "refused";
            case Cosigning.Came.Away _ -> "away";
        };
    }
}
