package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.publication.Succession;
import org.cotejo.site.VerifyPage;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.verify.Answer;
import org.cotejo.verify.PublicationProblem;
import org.cotejo.verify.SiteFiles;
import org.cotejo.verify.Verifier;
import org.cotejo.verify.time.TimeTrust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo verify SITE|URL [--policy FILE] [--json]}. */
final class VerifyCommand implements Callable<Integer> {
    /** A publication may be replaced while it is read over the web; then it is read again, so often. */
    private static final int TRIES = 3;

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock;
    private TimeTrust time = TimeTrust.NONE;
    private @Nullable Succession succession;
    private Runnable hashed = () -> {};

    VerifyCommand(Console console, Clock clock) {
        this.clock = clock;
        this.console = console;
        Options.optional(spec, "SITE|URL", "a publication: a folder, or an http:// or https:// address");
        Options.value(spec, "--policy", "FILE", null, "what to pin: take it from somewhere else than the site");
        Options.value(spec, "--head", "FILE", null, "a checkpoint seen before that the log must continue");
        ClockFiles.options(spec);
        Options.value(
                spec,
                "--page",
                "OUT.html",
                null,
                "write the verify page instead: one file that checks a paper in any browser, offline");
        Options.flag(spec, "--no-pages", "leave the pages out, which then could not be checked");
        Options.flag(spec, "--forget", "neither use nor keep the head that was verified here before");
        Options.json(spec);
        Options.about(
                spec,
                "Recomputes everything that a publication claims, from its bytes: the log's tree and signatures, every"
                        + " file, every verdict and page. Exit code 0 proven, 1 refuted, 3 could not check.",
                "cotejo verify public/venezuela --policy venezuela.policy",
                "cotejo verify https://results.example.org/2024/ --policy venezuela.policy --json",
                "cotejo verify public/venezuela --policy venezuela.policy --tsa-cert tsa.pem",
                "cotejo verify --page verify.html --policy venezuela.policy");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String page = Options.text(spec, "--page");
        @Nullable String given = Options.optional(spec, 0);
        if (page != null) {
            return writePage(page, given);
        }
        if (given == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("SITE|URL", "SITE, URL, --page OUT.html"));
        }
        Future<?> loading = FastSignatures.loadBeside();
        hashed = () -> Workers.await(loading);
        String where = given;
        @Nullable Policy policy = policy();
        time = ClockFiles.trust(spec);
        console.say(new Sentence("Verifying {0} ...", "Verificando {0} ...").with(where));
        Verifier.Outcome outcome = where.startsWith("http://") || where.startsWith("https://")
                ? overWeb(where, policy)
                : verify(new DiskFiles(folder(where)), policy);
        if (!Options.isSet(spec, "--forget")) {
            outcome.head().ifPresent(console.heads()::keep);
        }
        if (Options.isSet(spec, "--json")) {
            VerificationJson.write(outcome.verification(), console.language(), console.out());
        } else {
            new VerificationText(outcome.verification(), console).write();
        }
        return switch (outcome.verification().verdict()) {
            case PROVEN, NONE -> Exit.PROVEN;
            case REFUTED -> Exit.REFUTED;
            case UNCHECKED -> Exit.UNCHECKED;
        };
    }

    /** The page alone, with the policy that whoever makes it hands on; checked first, so that nobody hands on one that is none. */
    private int writePage(String file, @Nullable String site) {
        if (site != null) {
            throw new RefusedException(AppProblem.PAGE_ALONE.at("--page", site));
        }
        String pinned = Options.text(spec, "--policy");
        byte @Nullable [] policy = pinned == null ? null : bytes(pinned);
        if (policy != null) {
            Policy.parse(policy).orThrow();
        }
        byte[] page = VerifyPage.html(policy);
        WrittenFile.write(file, page);
        console.print(
                new Sentence("{0}: {1} bytes; open it in any browser", "{0}: {1} bytes; ábralo en cualquier navegador")
                        .with(file, page.length));
        return Exit.PROVEN;
    }

    private static Path folder(String where) {
        Path folder = Path.of(where);
        if (!Files.isDirectory(folder)) {
            throw new RefusedException(AppProblem.NO_PUBLICATION.at(where));
        }
        return folder;
    }

    private Verifier.Outcome overWeb(String address, @Nullable Policy policy) {
        try (WebFiles files = new WebFiles(address)) {
            Verifier.Outcome outcome = verify(files, policy);
            for (int i = 1; i < TRIES && isReplaced(outcome, files); i++) {
                outcome = verify(files, policy);
            }
            return outcome;
        }
    }

    /** Whether something does not fit and the head is another one by now. */
    private static boolean isReplaced(Verifier.Outcome outcome, WebFiles files) {
        boolean mayBe = outcome.verification().verdict() == Answer.REFUTED
                && outcome.verification().problems().stream()
                        .noneMatch(problem -> problem.kind() == PublicationProblem.OTHER_LOG
                                || problem.kind() == PublicationProblem.REVOKED);
        try {
            var now = files.open("checkpoint");
            if (!mayBe || now.isEmpty()) {
                return false;
            }
            try (var in = now.get()) {
                return SignedCheckpoint.parse(in.readNBytes(org.cotejo.tlog.Note.SIZE_MOST))
                                instanceof org.cotejo.base.Result.Ok<SignedCheckpoint>(var head)
                        && head.checkpoint().size() != outcome.verification().entries();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private Verifier.Outcome verify(SiteFiles files, @Nullable Policy policy) {
        return Verifier.verify(
                files,
                new Verifier.Trust(
                        policy, kept(policy), !Options.isSet(spec, "--no-pages"), time, clock.instant(), succession),
                console.progress(),
                hashed);
    }

    private @Nullable Policy policy() {
        String file = Options.text(spec, "--policy");
        if (file == null) {
            return null;
        }
        PinnedPolicy pinned = PinnedPolicy.parse(bytes(file)).orThrow();
        succession = pinned.succession() != null ? pinned.succession() : accepted(pinned.policy());
        return pinned.policy();
    }

    /** A succession that was accepted here before, of a log that the policy names. */
    private @Nullable Succession accepted(Policy policy) {
        return policy.logs().stream()
                .flatMap(log -> console.heads().succession(log.key().name()).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Checkpoint kept(@Nullable Policy policy) {
        String file = Options.text(spec, "--head");
        if (file != null) {
            return SignedCheckpoint.parse(bytes(file)).orThrow().checkpoint();
        }
        if (policy == null || Options.isSet(spec, "--forget")) {
            return null;
        }
        return policy.logs().stream()
                .flatMap(log -> console.heads().of(log.key().name()).stream())
                .map(SignedCheckpoint::checkpoint)
                .findFirst()
                .orElse(null);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
