package org.cotejo.app;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command line: finds the verb, runs its command and turns what happened into an exit code. */
public final class Main {
    static final String VERSION = "0.1.0";

    private final List<Verb> verbs;
    private final PrintStream out;
    private final PrintStream err;

    Main(List<Verb> verbs, PrintStream out, PrintStream err) {
        this.verbs = List.copyOf(verbs);
        this.out = out;
        this.err = err;
    }

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        end(new Main(Verb.all(), System.out, System.err).run(args));
    }

    /** Ends the process with a code, unless nobody could read what it printed. */
    static void end(int exit) {
        int code = exit;
        System.out.flush();
        if (System.out.checkError() && code == Exit.PROVEN) {
            System.err.println("Standard output could not be written: is the disk full, or the reader gone?");
            code = Exit.MACHINE_FAILED;
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command line and returns its exit code; never throws for what a user or a disk did. */
    int run(String... args) {
        if (args.length == 0) {
            printHelp(err);
            return Exit.BAD_INPUT;
        }
        return switch (args[0]) {
            case "--version", "-V" -> {
                out.println("cotejo " + VERSION);
                yield Exit.PROVEN;
            }
            case "--help", "-h", "help" -> {
                printHelp(out);
                yield Exit.PROVEN;
            }
            default -> runVerb(args[0], Arrays.copyOfRange(args, 1, args.length));
        };
    }

    private int runVerb(String name, String[] rest) {
        FastSignatures.allow();
        for (Verb verb : verbs) {
            if (verb.name().equals(name)) {
                return Commands.run(verb, rest, out, err);
            }
        }
        return unknown(name);
    }

    private int unknown(String word) {
        Optional<String> nearest =
                NearestWord.to(word, verbs.stream().map(Verb::name).toList());
        err.println("There is no verb \"" + word + "\"; "
                + nearest.map(verb -> "did you mean \"" + verb + "\"?").orElse("\"cotejo --help\" lists them."));
        return Exit.BAD_INPUT;
    }

    private void printHelp(PrintStream to) {
        int width = 0;
        for (Verb verb : verbs) {
            width = Math.max(width, verb.name().length());
        }
        to.println(
                "cotejo VERB [options]: lays the tally sheets of an election beside each other and beside what was announced.");
        to.println();
        for (Verb verb : verbs) {
            to.println("  " + verb.name() + " ".repeat(width - verb.name().length() + 2) + verb.summary());
        }
        to.println();
        to.println("\"cotejo VERB --help\" says more and gives an example; \"cotejo --version\" prints the version.");
        to.println(
                "Exit codes: 0 it ran and is proven, 1 refuted, 2 bad input or usage, 3 could not check, 4 the machine failed.");
    }
}
