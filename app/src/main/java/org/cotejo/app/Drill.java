package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Sentence;
import org.cotejo.node.witness.WitnessKeys;

/** A drill: an attack with real parts in a sandbox. What each of them has in common is here. */
abstract class Drill {
    static final String ORIGIN = "drill.example.org/2027";
    private static final String WITNESS = "party.example.org/witness";

    private final DrillSandbox sandbox;
    private final DrillReport report;
    final DrillSandbox.Person authority;
    final DrillSandbox.Person reader;
    final DrillSandbox.Person newcomer;
    final DrillSandbox.Person party;
    final DrillSandbox.Person university;

    Drill(DrillSandbox sandbox, DrillReport report) {
        this.sandbox = sandbox;
        this.report = report;
        this.authority = sandbox.person("authority");
        this.reader = sandbox.person("reader");
        this.newcomer = sandbox.person("newcomer");
        this.party = sandbox.person("party");
        this.university = sandbox.person("university");
    }

    /** All of them by name, in the order in which they are best understood. */
    enum Name {
        FORK,
        ROLLBACK,
        KEY_THEFT,
        BLOCKED_DOMAIN,
        DEAD_SITE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Drill of(DrillSandbox sandbox, DrillReport report) {
            return switch (this) {
                case FORK -> new DrillFork(sandbox, report);
                case ROLLBACK -> new DrillRollback(sandbox, report);
                case KEY_THEFT -> new DrillKeyTheft(sandbox, report);
                case BLOCKED_DOMAIN -> new DrillBlockedDomain(sandbox, report);
                case DEAD_SITE -> new DrillDeadSite(sandbox, report);
            };
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Name::word).toList();
        }
    }

    /** What it is about, in two sentences. */
    abstract Sentence about();

    /** Does it. */
    abstract void happen();

    DrillSandbox sandbox() {
        return sandbox;
    }

    Path election() {
        return authority.at("election");
    }

    Path site() {
        return authority.at("public");
    }

    Path keyPolicy() {
        return authority.at("public.policy");
    }

    Path cosignedPolicy() {
        return authority.at("cosigned.policy");
    }

    Path mirror() {
        return university.at("mirror");
    }

    /** A simulated election, published. */
    void publish() {
        ready(
                "authority",
                "autoridad",
                "a simulated election of 40 stations",
                "una elección simulada de 40 mesas",
                authority,
                "sim",
                "country",
                "--stations",
                40,
                "--copies",
                3,
                "--seed",
                7,
                "--into",
                election());
        ready(
                "authority",
                "autoridad",
                "published with a signed log",
                "publicada con un registro firmado",
                authority,
                "publish",
                election(),
                site(),
                "--origin",
                ORIGIN);
    }

    /** Whatever the election folder has got since, published. */
    void publishMore() {
        ready(
                "authority",
                "autoridad",
                "publishes one entry more",
                "publica un asiento más",
                authority,
                "publish",
                election(),
                site());
    }

    /** The signed list of the log's own address and of its mirror. */
    void listMirrors(String main, String mirrored) {
        DrillSandbox.write(authority.at("mirrors.txt"), "main " + main + "\nuniversity " + mirrored + "\n");
        ready(
                "authority",
                "autoridad",
                "the list of mirrors",
                "la lista de réplicas",
                authority,
                "mirrors",
                "sign",
                site(),
                authority.at("mirrors.txt"));
    }

    /** A log witness that answers, and the policy that asks for it. */
    DrillSandbox.Running witness() {
        ready(
                "party",
                "partido",
                "makes a log witness",
                "crea un testigo del registro",
                party,
                "witness",
                "init",
                WITNESS,
                "--policy",
                keyPolicy());
        DrillSandbox.Running serving = sandbox.start(party, "witness", "serve", "--port", 0);
        cosigned(keyPolicy(), serving.address(), cosignedPolicy());
        cosign();
        return serving;
    }

    /** A policy that asks for the witness at an address. */
    void cosigned(Path bare, String address, Path into) {
        WitnessKeys keys = WitnessFolder.found(party.places().keys(), WITNESS).keys();
        DrillSandbox.write(
                into,
                DrillSandbox.text(bare).replace("quorum none\n", "") + "witness party "
                        + keys.vkeys().getFirst() + " " + address + "\nquorum party\n");
    }

    void cosign() {
        ready(
                "party's witness",
                "testigo del partido",
                "has seen the head and cosigns it",
                "vio la cabeza y la cofirma",
                authority,
                "log",
                "cosign",
                site(),
                "--policy",
                cosignedPolicy());
    }

    void readerVerifies(String address) {
        ready(
                "reader",
                "lector",
                "verifies, and keeps the head that was seen",
                "verifica, y guarda la cabeza que vio",
                reader,
                "verify",
                address,
                "--policy",
                keyPolicy());
    }

    void mirrorLooks(String address) {
        ready(
                "university's mirror",
                "réplica de la universidad",
                "brings everything, checked byte by byte",
                "trae todo, comprobado byte por byte",
                university,
                "mirror",
                address,
                mirror(),
                "--once",
                "--policy",
                keyPolicy());
    }

    /** A step that is as it should be. */
    void ready(String who, String quien, String what, String que, DrillSandbox.Person as, Object... words) {
        step(
                DrillStep.Kind.READY,
                new Sentence(who, quien),
                new Sentence(what, que),
                Exit.PROVEN,
                "",
                DrillStep.NOTHING,
                as,
                words);
    }

    /** The attacker types a command, which works. */
    void attack(String what, String que, DrillSandbox.Person as, Object... words) {
        step(
                DrillStep.Kind.ATTACK,
                new Sentence("attacker", "atacante"),
                new Sentence(what, que),
                Exit.PROVEN,
                "",
                DrillStep.NOTHING,
                as,
                words);
    }

    /** The attacker does what no command does. */
    void attack(String what, String que) {
        report.add(new DrillStep(
                DrillStep.Kind.ATTACK,
                new Sentence("attacker", "atacante"),
                new Sentence(what, que),
                List.of(),
                0,
                0,
                "",
                true,
                "",
                0,
                DrillStep.NOTHING));
    }

    /** Somebody must shout, with this code or these words; then a person does something. */
    void shouts(
            Sentence who,
            Sentence what,
            int exit,
            String mark,
            Sentence then,
            DrillSandbox.Person as,
            Object... words) {
        step(DrillStep.Kind.SHOUTS, who, what, exit, mark, then, as, words);
    }

    /** Somebody can't see it, and that is told too. */
    void blind(Sentence who, Sentence what, DrillSandbox.Person as, Object... words) {
        step(DrillStep.Kind.BLIND, who, what, Exit.PROVEN, "", DrillStep.NOTHING, as, words);
    }

    /** What sets it right. */
    void remedy(Sentence who, Sentence what, DrillSandbox.Person as, Object... words) {
        step(DrillStep.Kind.REMEDY, who, what, Exit.PROVEN, "", DrillStep.NOTHING, as, words);
    }

    /** Something that must hold and that no command says. */
    void holds(Sentence who, Sentence what, boolean isSo) {
        report.add(new DrillStep(
                DrillStep.Kind.SHOUTS, who, what, List.of(), 0, isSo ? 0 : 1, "", isSo, "", 0, DrillStep.NOTHING));
    }

    private void step(
            DrillStep.Kind kind,
            Sentence who,
            Sentence what,
            int expected,
            String mark,
            Sentence then,
            DrillSandbox.Person as,
            Object... words) {
        List<String> command = new ArrayList<>(List.of("cotejo"));
        Arrays.stream(words).map(String::valueOf).forEach(command::add);
        DrillSandbox.Ran ran = sandbox.run(as, words);
        List<String> lines = ran.said().lines().filter(line -> !line.isBlank()).toList();
        String said = lines.stream()
                .filter(line -> !mark.isEmpty() && line.contains(mark))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
        report.add(new DrillStep(
                kind,
                who,
                what,
                command,
                expected,
                ran.exit(),
                mark,
                mark.isEmpty() || ran.said().contains(mark),
                said.strip(),
                ran.millis(),
                then));
    }

    static Sentence in(String en, String es) {
        return new Sentence(en, es);
    }
}
