package org.cotejo.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.node.web.WebServer;
import org.cotejo.node.witness.Held;
import org.cotejo.node.witness.LogWitness;
import org.cotejo.node.witness.SqliteWitnessStore;
import org.cotejo.node.witness.WitnessKeys;
import org.cotejo.node.witness.WitnessService;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Vkey;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** {@code cotejo witness init|trust|serve|show}: a log witness, which a party can run on a laptop. */
final class WitnessCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    WitnessCommand(Console console) {
        this.console = console;
        Options.about(
                spec,
                "Runs a log witness: it remembers the newest head of each log that it knows, and cosigns a newer one"
                        + " only if it continues that. So a log can't show different people different things unseen. Key,"
                        + " known logs and heads lie in $COTEJO_KEYS (default: ~/.cotejo/keys). docs/witness.md says how"
                        + " to run one.",
                "cotejo witness init party.example.org/witness",
                "cotejo witness trust party.example.org/witness results.policy",
                "cotejo witness serve --port 8800",
                "cotejo witness show");
        Parts.add(spec, "init", new Init().spec);
        Parts.add(spec, "trust", new Trust().spec);
        Parts.add(spec, "serve", new Serve().spec);
        Parts.add(spec, "show", new Show().spec);
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }

    private LogKeyFolder keys() {
        return console.keys();
    }

    private void trusted(List<Policy.Log> fresh) {
        fresh.forEach(log -> console.print(
                new Sentence("  knows   {0}", "  conoce  {0}").with(log.key().name())));
    }

    private void lines(WitnessKeys keys) {
        console.print(new Sentence(
                "For the policies of those who believe this witness (add its address at the end of each line):",
                "Para las políticas de quienes crean a este testigo (añada su dirección al final de cada línea):"));
        console.print("  witness NAME " + keys.vkeys().getFirst());
    }

    /** The key that no quantum computer forges has 1,800 characters: it goes by file. */
    private void longKey(WitnessFolder folder) {
        console.print(new Sentence(
                        "Its second key (ML-DSA-44) is too long for paper: {0}",
                        "Su segunda clave (ML-DSA-44) es demasiado larga para el papel: {0}")
                .with(folder.publicKeys()));
    }

    /** Makes a witness. */
    private final class Init implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Init() {
            Options.positional(spec, "NAME", "its name, an address without https:// that nobody else uses");
            Options.values(spec, "--policy", "FILE", "policies of logs that it shall know");
            Options.about(
                    spec,
                    "Makes the keys and the store of a new witness, once. Print the public keys that it shows and hand"
                            + " them out on paper: whoever believes this witness needs them from you and not from a"
                            + " website.",
                    "cotejo witness init party.example.org/witness --policy results.policy");
        }

        @Override
        public Integer call() {
            String name = Options.positional(spec, 0);
            if (!Vkey.isName(name) || name.startsWith("http") || name.startsWith("/")) {
                throw new RefusedException(AppProblem.WITNESS_NAME.at("NAME", name));
            }
            List<String> policies = Options.texts(spec, "--policy");
            policies.forEach(WitnessFolder::policy);
            WitnessFolder folder = WitnessFolder.of(keys(), name);
            WitnessKeys made = folder.make(name, new SecureRandom());
            console.print(new Sentence("A witness was made in {0}", "Se creó un testigo en {0}").with(folder.folder()));
            policies.forEach(policy -> trusted(folder.trust(policy)));
            lines(made);
            longKey(folder);
            return Exit.PROVEN;
        }
    }

    /** Names logs. */
    private final class Trust implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Trust() {
            Options.positional(spec, "NAME", "the witness");
            Options.positionals(spec, "POLICY", "policies whose logs it shall know from now on");
            Options.about(
                    spec,
                    "Has a witness know the logs of a policy. It trusts them with nothing: it only remembers what they"
                            + " showed. A witness that is being served knows them when it is started again.",
                    "cotejo witness trust party.example.org/witness results.policy");
        }

        @Override
        public Integer call() {
            WitnessFolder folder = WitnessFolder.found(keys(), Options.positional(spec, 0));
            List<String> policies = Options.words(spec, 1);
            if (policies.isEmpty()) {
                throw new RefusedException(AppProblem.MISSING_OPTION.at("POLICY", "POLICY"));
            }
            policies.forEach(WitnessFolder::policy);
            List<Policy.Log> fresh = new ArrayList<>();
            policies.forEach(policy -> fresh.addAll(folder.trust(policy)));
            trusted(fresh);
            if (fresh.isEmpty()) {
                console.print(new Sentence("It knows them all already.", "Ya los conoce todos."));
            }
            return Exit.PROVEN;
        }
    }

    /** Answers. */
    private final class Serve implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Serve() {
            Options.optional(spec, "NAME", "the witness; may be left out where there is one alone");
            Options.value(spec, "--port", "P", "8800", "the port");
            Options.value(
                    spec,
                    "--host",
                    "H",
                    "127.0.0.1",
                    "the address to listen on; 0.0.0.0 lets others of the network ask");
            Options.about(
                    spec,
                    "Answers requests to cosign (C2SP tlog-witness) until it is stopped. A head is on the disk before"
                            + " its cosignature leaves. One witness, one computer: never run a copy of it elsewhere.",
                    "cotejo witness serve --port 8800 --host 0.0.0.0");
        }

        @Override
        public Integer call() {
            WitnessFolder folder = WitnessFolder.found(keys(), Options.optional(spec, 0));
            int port = (int) Options.number(spec, "--port", 0, 65_535);
            String host = java.util.Objects.requireNonNull(Options.text(spec, "--host"));
            try (SqliteWitnessStore store = SqliteWitnessStore.open(folder.heads())) {
                List<Policy.Log> logs = folder.logs();
                if (logs.isEmpty()) {
                    throw new RefusedException(
                            AppProblem.NO_LOGS.at(folder.folder().toString()));
                }
                LogWitness witness = new LogWitness(folder.keys(), logs, store, Clock.systemUTC());
                Optional<WebServer> started =
                        WebServer.start(host, port, WebServer.Limits.LAPTOP, new WitnessService(witness));
                if (started.isEmpty()) {
                    throw new RefusedException(AppProblem.PORT.at("--port", port));
                }
                try (WebServer server = started.get()) {
                    return until(witness, host, server.port());
                }
            }
        }

        private int until(LogWitness witness, String host, int port) {
            console.print(new Sentence(
                            "The witness answers at http://{0}:{1}/ for {2} logs (stop with Ctrl+C)",
                            "El testigo responde en http://{0}:{1}/ para {2} registros (pare con Ctrl+C)")
                    .with(host, port, witness.origins().size()));
            console.out().flush();
            while (!witness.isStopped()) {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Exit.PROVEN;
                }
            }
            console.say(new Sentence(
                    "The disk failed while a head was being kept: this witness has stopped. Look at the disk,"
                            + " then start it again.",
                    "El disco falló mientras se guardaba una cabeza: este testigo se detuvo. Revise el disco y"
                            + " reinícielo."));
            return Exit.MACHINE_FAILED;
        }
    }

    /** Tells. */
    private final class Show implements Callable<Integer> {
        private final CommandSpec spec = Options.of(this);

        Show() {
            Options.optional(spec, "NAME", "the witness; may be left out where there is one alone");
            Options.json(spec);
            Options.about(
                    spec,
                    "Shows a witness: its public keys, the logs that it knows, the newest head of each that it"
                            + " cosigned, and forks that it saw. Exit code 1 if it saw a fork. A witness that is being"
                            + " served is asked over the web instead.",
                    "cotejo witness show party.example.org/witness --json");
        }

        @Override
        public Integer call() {
            WitnessFolder folder = WitnessFolder.found(keys(), Options.optional(spec, 0));
            try (SqliteWitnessStore store = SqliteWitnessStore.open(folder.heads())) {
                LogWitness witness = new LogWitness(folder.keys(), folder.logs(), store, Clock.systemUTC());
                long forks = witness.origins().stream().mapToInt(witness::forks).sum();
                if (Options.isSet(spec, "--json")) {
                    json(witness);
                } else {
                    text(folder, witness);
                }
                return forks > 0 ? Exit.REFUTED : Exit.PROVEN;
            }
        }

        private void text(WitnessFolder folder, LogWitness witness) {
            lines(folder.keys());
            longKey(folder);
            for (String origin : witness.origins()) {
                Optional<Held> held = witness.held().stream()
                        .filter(one -> one.checkpoint().origin().equals(origin))
                        .findFirst();
                console.print(
                        held.isEmpty()
                                ? new Sentence("{0}: nothing cosigned yet", "{0}: aún no cofirmó nada").with(origin)
                                : new Sentence(
                                                "{0}: {1} entries, cosigned {2}, root {3}",
                                                "{0}: {1} asientos, cofirmado {2}, raíz {3}")
                                        .with(
                                                origin,
                                                held.get().checkpoint().size(),
                                                Instant.ofEpochSecond(held.get().seconds()),
                                                held.get().checkpoint().root()));
                if (witness.forks(origin) > 0) {
                    console.print(new Sentence(
                                    "  [refuted] this log signed {0} heads that can't be true beside the one above: a"
                                            + " fork",
                                    "  [refutado] este registro firmó {0} cabezas que no pueden ser ciertas junto a la"
                                            + " de arriba: una bifurcación")
                            .with(witness.forks(origin)));
                }
            }
        }

        private void json(LogWitness witness) {
            try (JsonGenerator json = LogShow.JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
                json.writeStartObject();
                json.writeArrayPropertyStart("keys");
                witness.vkeys().forEach(key -> json.writeString(key.toString()));
                json.writeEndArray();
                json.writeArrayPropertyStart("logs");
                for (String origin : witness.origins()) {
                    json.writeStartObject();
                    json.writeStringProperty("origin", origin);
                    witness.held().stream()
                            .filter(one -> one.checkpoint().origin().equals(origin))
                            .forEach(held -> {
                                json.writeNumberProperty(
                                        "entries", held.checkpoint().size());
                                json.writeStringProperty(
                                        "root", held.checkpoint().root().hex());
                                json.writeStringProperty(
                                        "cosigned",
                                        Instant.ofEpochSecond(held.seconds()).toString());
                            });
                    json.writeNumberProperty("forks", witness.forks(origin));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }
}
