package org.cotejo.app;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One verb of the command line.
 *
 * @param name what the user types
 * @param summary one line for {@code cotejo --help}, without a full stop
 * @param command makes the picocli command, a {@code Callable<Integer>} that returns an exit code of {@link Exit}: an
 *     object with picocli's annotations, or a {@link Options#of} with options added to
 *     it, which starts some 40 ms sooner. Only the verb that was typed makes its command, so the others' classes are
 *     never loaded
 */
record Verb(String name, String summary, Function<Console, Object> command) {

    /** Every verb, in the order of the help. */
    static List<Verb> all() {
        return Stream.of(ofFolders(), ofPublications(), ofNumbers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Verb> ofFolders() {
        return List.of(
                new Verb(
                        "demo",
                        "simulate an election, reconcile it and show its report",
                        console -> new DemoCommand(console).spec()),
                new Verb(
                        "new",
                        "make an empty election folder with templates",
                        console -> new NewCommand(console).spec()),
                new Verb("import", "read files into an election folder", console -> new ImportCommand(console).spec()),
                new Verb("read", "read pictures of tally sheets", console -> new ReadCommand(console).spec()),
                new Verb(
                        "redact",
                        "cover what is personal in a picture, and prove that the rest is unchanged",
                        console -> new RedactCommand(console).spec()),
                new Verb(
                        "reconcile",
                        "compare all copies and announcements of a folder",
                        console -> new ReconcileCommand(console).spec()),
                new Verb(
                        "open",
                        "reconcile a folder, write its report and serve it",
                        console -> new OpenCommand(console).spec()),
                new Verb("serve", "serve a written report", console -> new ServeCommand(console).spec()),
                new Verb(
                        "definition",
                        "show, freeze and check a definition, or compare registers",
                        console -> new DefinitionCommand(console).spec()),
                new Verb(
                        "station",
                        "run a polling station's day on its voting machine",
                        console -> new StationCommand(console).spec()),
                new Verb(
                        "intake",
                        "take the signed sheets that voting machines send",
                        console -> new IntakeCommand(console).spec()),
                new Verb(
                        "capture",
                        "pictures signed on devices: tickets, sending, import, receipts",
                        console -> new CaptureCommand(console).spec()),
                new Verb("sim", "simulate a country and its liars", console -> new SimCommand(console).spec()));
    }

    private static List<Verb> ofPublications() {
        return List.of(
                new Verb(
                        "publish",
                        "write static files with a signed log that nobody can edit unseen",
                        console -> new PublishCommand(console).spec()),
                new Verb(
                        "verify",
                        "recompute everything that a publication claims",
                        console -> new VerifyCommand(console, Clock.systemUTC()).spec()),
                new Verb(
                        "log",
                        "look into a public log, prove entries, attach timestamps",
                        console -> new LogCommand(console).spec()),
                new Verb(
                        "keys",
                        "make, back up, look after and give up the keys of a log",
                        console -> new KeysCommand(console, Clock.systemUTC()).spec()),
                new Verb(
                        "witness",
                        "be a log witness: remember the heads of logs and cosign what continues them",
                        console -> new WitnessCommand(console).spec()),
                new Verb(
                        "mirror",
                        "follow a publication, check every byte and serve it on",
                        console -> new MirrorCommand(console).spec()),
                new Verb(
                        "mirrors",
                        "sign, show and watch the list of mirrors; print a poster",
                        console -> new MirrorsCommand(console).spec()),
                new Verb(
                        "drill",
                        "build an attack in a sandbox and show who shouts",
                        console -> new DrillCommand(console).spec()),
                new Verb(
                        "compare",
                        "lay two publications beside each other, station by station",
                        console -> new CompareCommand(console).spec()));
    }

    private static List<Verb> ofNumbers() {
        return List.of(
                new Verb(
                        "bounds",
                        "say what the missing stations could still change, and when that ended",
                        console -> new BoundsCommand(console).spec()),
                new Verb(
                        "audit",
                        "audit boxes against sheets: plan, draw, record, risk",
                        console -> new AuditCommand(console, java.time.Clock.systemUTC()).spec()),
                new Verb(
                        "quickcount",
                        "plan, draw and estimate a quick count; compare stations held and lacking",
                        console -> new QuickcountCommand(console).spec()),
                new Verb(
                        "exitpoll",
                        "hold an exit poll beside the results",
                        console -> new ExitpollCommand(console).spec()),
                new Verb(
                        "forensics",
                        "run statistics that may hint at a falsification; none is a proof",
                        console -> new ForensicsCommand(console).spec()),
                new Verb(
                        "conformance",
                        "recompute published test vectors",
                        console -> new ConformanceCommand(console).spec()));
    }
}
