package org.cotejo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.dossier.Dossier;
import org.cotejo.entry.EntryBlock;
import org.cotejo.exchange.Compared;
import org.cotejo.exchange.Comparison;
import org.cotejo.exchange.DefinitionDifferences;
import org.cotejo.exchange.ProvenLog;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.Answer;
import org.cotejo.verify.SiteFiles;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo compare A B}: two publications, or election folders, station by station. */
final class CompareCommand implements Callable<Integer> {
    /** One side of the comparison; the verification is null for a folder, of which nobody vouches for anything. */
    record Side(Compared compared, @Nullable Verification verification) {}

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    CompareCommand(Console console) {
        this.console = console;
        Options.positional(spec, "A", "a publication (a folder or an http(s):// address), or an election folder");
        Options.positional(spec, "B", "the other one");
        Options.value(spec, "--policy-a", "FILE", null, "what to pin of A: take it from somewhere else than A");
        Options.value(spec, "--policy-b", "FILE", null, "what to pin of B");
        Options.value(spec, "--csv", "FILE", null, "write every station of every contest into a CSV file");
        Options.flag(spec, "--no-pages", "do not make the pages again when verifying");
        Options.json(spec);
        Options.about(
                spec,
                "Verifies two publications and lays them beside each other: for each contest and station the same"
                        + " figures, different ones, or only in one; differences of definition and register; the totals of"
                        + " each. It says where they differ, never which one is right. Exit code 0 it ran, 1 one of them"
                        + " is refuted.",
                "cotejo compare public/authority https://party-b.example/2027/ --policy-a authority.policy --policy-b"
                        + " b.policy",
                "cotejo compare folder-a folder-b --csv differences.csv");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        FastSignatures.prefer();
        try {
            Side a = side(Options.positional(spec, 0), "--policy-a");
            Side b = side(Options.positional(spec, 1), "--policy-b");
            console.say(new Sentence("Comparing {0} and {1} ...", "Comparando {0} y {1} ...")
                    .with(a.compared().where(), b.compared().where()));
            List<Comparison> contests = Comparison.of(a.compared(), b.compared());
            DefinitionDifferences definition = DefinitionDifferences.of(a.compared(), b.compared());
            String csv = Options.text(spec, "--csv");
            if (csv != null) {
                ComparisonCsv.write(contests, Path.of(csv));
            }
            if (Options.isSet(spec, "--json")) {
                ComparisonJson.write(a, b, definition, contests, console);
            } else {
                new ComparisonText(a, b, console).write(definition, contests);
            }
            return Exit.PROVEN;
        } catch (NotProvenException e) {
            return e.show(console, Options.isSet(spec, "--json"));
        }
    }

    private Side side(String where, String policyOption) {
        boolean isFolder = !Opened.isOnWeb(where) && ElectionFolder.isFolder(Path.of(where));
        if (isFolder) {
            console.say(new Sentence("Reconciling {0} ...", "Cotejando {0} ...").with(where));
            List<EntryBlock> blocks = ElectionFolder.open(Path.of(where)).blocks();
            return new Side(compared(where, blocks, null), null);
        }
        if (!Opened.isOnWeb(where) && !Files.isRegularFile(Path.of(where).resolve("checkpoint"))) {
            throw new RefusedException(AppProblem.COMPARED_WHAT.at(where));
        }
        String file = Options.text(spec, policyOption);
        Policy policy = file == null ? null : Policy.parse(bytes(file)).orThrow();
        console.say(new Sentence("Verifying {0} ...", "Verificando {0} ...").with(where));
        Progress progress = console.progress();
        try (Opened site = Opened.of(where)) {
            Verifier.Outcome outcome = Verifier.verify(
                    site.files(), new Verifier.Trust(policy, null, !Options.isSet(spec, "--no-pages")), progress);
            if (outcome.verification().verdict() == Answer.REFUTED) {
                throw new NotProvenException(outcome.verification(), null);
            }
            SignedCheckpoint head = outcome.head().orElseGet(() -> head(site.files()));
            ProvenLog log = ProvenLog.read(where, site.files(), head, progress);
            return new Side(compared(where, log.blocks(), head.checkpoint().origin()), outcome.verification());
        }
    }

    private static Compared compared(String where, List<EntryBlock> blocks, @Nullable String log) {
        Dossier dossier = Dossier.of(blocks);
        String origin = log != null
                ? log
                : dossier.frame().log().map(own -> own.origin().value()).orElse(null);
        return new Compared(where, origin, dossier.frame().chronicle().entries(), Reconciler.reconcile(dossier));
    }

    /** The head of a publication for which nobody vouches. */
    private static SignedCheckpoint head(SiteFiles files) {
        try (InputStream in = files.open("checkpoint").orElseThrow()) {
            return SignedCheckpoint.parse(in.readNBytes(Note.SIZE_MOST + 1)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the checkpoint", e);
        }
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
