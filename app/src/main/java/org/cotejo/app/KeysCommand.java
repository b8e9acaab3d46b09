package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.definition.SpokenHash;
import org.cotejo.node.keys.KeyBackup;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo keys WHAT ...}: the keys of logs from the ceremony to their end. */
final class KeysCommand implements Callable<Integer> {
    private static final int FILE_MOST = 1 << 20;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    KeysCommand(Console console, Clock clock) {
        this.console = console;
        Options.about(
                spec,
                "The keys of a log: made at a ceremony with fingerprints that people read aloud, kept in shares of"
                        + " which so many restore them, looked after, and given up when they are stolen or lost, so that"
                        + " what was logged before stays proven. docs/keys.md tells the whole way.",
                "cotejo keys make results.example.org/2027 --successor /media/stick --into ceremony.html",
                "cotejo keys confirm results.example.org/2027 --typed \"0123 4567 ...\"",
                "cotejo keys backup results.example.org/2027 --shares 5 --need 3 --into shares",
                "cotejo keys restore share-1-of-5.txt share-4-of-5.txt share-5-of-5.txt --check",
                "cotejo keys look election https://results.example.org/2027/",
                "cotejo keys revoke election --reason stolen --head checkpoint --successor /media/stick --into"
                        + " new.policy",
                "cotejo keys accept new.policy --policy old.policy");
        Parts.add(spec, "list", new Listing().spec);
        Parts.add(spec, "make", new KeysMake(console, clock).spec());
        Parts.add(spec, "confirm", new Confirm().spec);
        Parts.add(spec, "fingerprint", new Fingerprint().spec);
        Parts.add(spec, "backup", new KeysBackup(console, clock).spec());
        Parts.add(spec, "restore", new KeysRestore(console).spec());
        Parts.add(spec, "look", new KeysLook(console).spec());
        Parts.add(spec, "revoke", new KeysRevoke(console, clock).spec());
        Parts.add(spec, "accept", new KeysAccept(console).spec());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }

    /** A key and the groups to read aloud. */
    static void fingerprint(Console console, Vkey key) {
        console.print("  " + key.name() + "+" + key.hexId());
        console.print("  " + KeyBackup.spoken(key));
    }

    /** Whether what a person typed is the fingerprint of a key, which is said. */
    static int typed(Console console, Vkey key, String typed) {
        SpokenHash spoken = KeyBackup.spoken(key);
        boolean isSame = spoken.isTyped(typed);
        console.print(
                isSame
                        ? new Sentence(
                                "[proven] equal: this is the key that was read aloud.",
                                "[probado] igual: es la clave que se leyó en voz alta.")
                        : new Sentence("[refuted] not equal: here it is {0}.", "[refutado] distinto: aquí es {0}.")
                                .with(spoken));
        return isSame ? Exit.PROVEN : Exit.REFUTED;
    }

    /** Lists. */
    private final class Listing implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Listing() {
            Options.json(spec);
            Options.about(
                    spec, "Lists the logs whose keys are here, with their fingerprints.", "cotejo keys list --json");
        }

        @Override
        public Integer call() {
            List<Skey> keys = console.keys().all();
            if (Options.isSet(spec, "--json")) {
                json(keys);
                return Exit.PROVEN;
            }
            if (keys.isEmpty()) {
                console.print(new Sentence("No log's keys are in {0}.", "No hay claves de registros en {0}.")
                        .with(console.keys().root()));
            }
            for (Skey key : keys) {
                fingerprint(console, key.vkey());
                KeyNotes notes = console.keys().notes(key.vkey().name());
                if (notes.isUnconfirmed()) {
                    console.print(new Sentence("  not confirmed yet", "  aún sin confirmar"));
                }
                notes.successor()
                        .ifPresent(next -> console.print(new Sentence("  successor {0}", "  sucesora {0}")
                                .with(next.name() + "+" + next.hexId())));
                notes.ended()
                        .ifPresent(ended -> console.print(
                                new Sentence("  given up after {0} entries: {1}", "  abandonada tras {0} asientos: {2}")
                                        .with(
                                                ended.last().checkpoint().size(),
                                                ended.reason().words().en(),
                                                ended.reason().words().es())));
            }
            return Exit.PROVEN;
        }

        private void json(List<Skey> keys) {
            try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
                json.writeStartObject();
                json.writeArrayPropertyStart("logs");
                for (Skey key : keys) {
                    KeyNotes notes = console.keys().notes(key.vkey().name());
                    json.writeStartObject();
                    json.writeStringProperty("origin", key.vkey().name());
                    json.writeStringProperty("key", key.vkey().toString());
                    json.writeStringProperty(
                            "fingerprint", KeyBackup.spoken(key.vkey()).groups());
                    json.writeBooleanProperty("confirmed", !notes.isUnconfirmed());
                    json.writeStringProperty(
                            "successor", notes.successor().map(Vkey::toString).orElse(""));
                    json.writeStringProperty(
                            "ended",
                            notes.ended().map(one -> one.reason().key()).orElse(""));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }

    /** Takes what a person typed at the ceremony. */
    private final class Confirm implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Confirm() {
            Options.positional(spec, "ORIGIN", "the log");
            Options.required(
                    spec, "--typed", "GROUPS", "its fingerprint as a person typed it from what was read aloud");
            Options.about(
                    spec,
                    "Ends the ceremony: nothing is signed with keys that nobody has confirmed. Exit code 1 where the"
                            + " groups are others.",
                    "cotejo keys confirm results.example.org/2027 --typed \"0123 4567 ...\"");
        }

        @Override
        public Integer call() {
            String origin = Options.positional(spec, 0);
            Vkey key = console.keys().read(origin).keys().getFirst().vkey();
            int exit = typed(console, key, Objects.requireNonNull(Options.text(spec, "--typed")));
            if (exit == Exit.PROVEN) {
                console.keys().notes(origin).confirmed();
            }
            return exit;
        }
    }

    /** Shows fingerprints. */
    private final class Fingerprint implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Fingerprint() {
            Options.positional(spec, "ORIGIN|FILE|KEY", "a log whose keys are here, a policy, or a public key itself");
            Options.value(spec, "--typed", "GROUPS", null, "groups to compare with, as they stand on paper");
            Options.about(
                    spec,
                    "Shows the fingerprints of keys in groups to read aloud, or compares one with what stands on paper:"
                            + " exit code 0 equal, 1 not.",
                    "cotejo keys fingerprint results.policy --typed \"0123 4567 ...\"");
        }

        @Override
        public Integer call() {
            List<Vkey> keys = subjects(Options.positional(spec, 0));
            String typed = Options.text(spec, "--typed");
            if (typed == null) {
                keys.forEach(key -> fingerprint(console, key));
                return Exit.PROVEN;
            }
            return typed(
                    console,
                    keys.stream()
                            .filter(key -> KeyBackup.spoken(key).isTyped(typed))
                            .findFirst()
                            .orElse(keys.getFirst()),
                    typed);
        }

        private List<Vkey> subjects(String what) {
            if (console.keys().has(what)) {
                return List.of(console.keys().read(what).keys().getFirst().vkey());
            }
            if (Vkey.parse(what) instanceof Result.Ok<Vkey>(Vkey key)) {
                return List.of(key);
            }
            if (Files.isRegularFile(Path.of(what))
                    && Policy.parse(ClockFiles.bytes(what, FILE_MOST)) instanceof Result.Ok<Policy>(Policy policy)
                    && !policy.logs().isEmpty()) {
                return policy.logs().stream().map(Policy.Log::key).toList();
            }
            throw new RefusedException(AppProblem.KEYS_OF_WHAT.at("", what));
        }
    }
}
