package org.cotejo.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.crypto.Hash;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.node.log.LogKeys;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo keys revoke DIR --reason ... --head FILE}: ends a log whose key was stolen or lost, and has another go on with its entries. */
final class KeysRevoke implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock;

    KeysRevoke(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        Options.positional(spec, "DIR", "the election folder");
        Options.required(spec, "--reason", "WHY", "stolen, lost or planned");
        Options.required(
                spec,
                "--head",
                "FILE",
                "the old log's last head (checkpoint) that counts, the newest one that you made and witnesses"
                        + " cosigned");
        Options.value(
                spec,
                "--successor",
                "DIR",
                null,
                "the folder with the key that was made to take over; without it one is made now, which nobody knows"
                        + " yet");
        Options.value(spec, "--policy", "FILE", null, "the policy in use: its witnesses and quorum go on");
        Options.required(spec, "--into", "FILE", "the new policy, to be handed out as the old one was");
        Options.about(
                spec,
                "Gives up the key of a log. The successor takes over under a new name and with the same entries: what"
                        + " was logged before stays proven by its place, since the new policy pins the last head that"
                        + " counts, and nothing else that the old key signs is believed any more. Then publish again, and"
                        + " have people accept the new policy.",
                "cotejo keys revoke election --reason stolen --head mirror/site/checkpoint --successor /media/stick"
                        + " --policy cosigned.policy --into new.policy",
                "cotejo publish election public/results");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String why = Objects.requireNonNull(Options.text(spec, "--reason"));
        Succession.Reason reason = Succession.Reason.of(why)
                .orElseThrow(() -> new RefusedException(AppProblem.REASON.at("--reason", why)));
        ElectionFolder folder = ElectionFolder.open(Options.path(spec, 0));
        Vkey old = key(folder);
        KeyNotes notes = console.keys().notes(old.name());
        notes.ended().ifPresent(ended -> {
            throw new RefusedException(AppProblem.KEY_ENDED.at(
                    folder.path().toString(), old.name(), ended.to().name()));
        });
        SignedCheckpoint last = head(folder, old);
        @Nullable Policy policy = policy();
        Skey successor = successor(KeysMake.next(old.name())).keys().getFirst();
        Succession succession = Succession.signed(old, successor, reason, clock.instant(), last);
        if (console.keys().has(old.name())) {
            succession = succession.with(console.keys().read(old.name()).keys().getFirst());
        }
        Path into = Path.of(Objects.requireNonNull(Options.text(spec, "--into")));
        WrittenFile.write(
                into.toString(),
                PublicationPolicy.bytes(new PinnedPolicy(successor(policy, successor.vkey()), null, succession)));
        console.keys().notes(successor.vkey().name()).began(succession);
        notes.ended(succession);
        say(succession, notes.successor(), into);
        return Exit.PROVEN;
    }

    static Vkey key(ElectionFolder folder) {
        PublicLog log = folder.frame(folder.blocks())
                .log()
                .orElseThrow(() -> new RefusedException(
                        AppProblem.NO_LOG_YET.at(folder.path().toString())));
        return new Vkey(log.origin().value(), Vkey.Kind.NOTE, log.key());
    }

    private SignedCheckpoint head(ElectionFolder folder, Vkey old) {
        String file = Objects.requireNonNull(Options.text(spec, "--head"));
        SignedCheckpoint head = switch (SignedCheckpoint.parse(ClockFiles.bytes(file, Note.SIZE_MOST))
                .then(one -> one.verify(List.of(old)).then(_ -> Result.ok(one)))) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint read) -> read;
            case Result.Refused<SignedCheckpoint>(Problem problem) ->
                throw new RefusedException(
                        AppProblem.FOREIGN_HEAD.at(file, old.name(), problem.line("en"), problem.line("es")));
        };
        Checkpoint checkpoint = head.checkpoint();
        boolean isOurs = checkpoint.origin().equals(old.name()) && isOf(folder, checkpoint);
        if (!isOurs) {
            throw new RefusedException(AppProblem.FOREIGN_HEAD.at(
                    file,
                    old.name(),
                    checkpoint.size() + " entries, other bytes",
                    checkpoint.size() + " asientos, otros bytes"));
        }
        return head;
    }

    /** Whether a head is one over the first entries of a folder. */
    static boolean isOf(ElectionFolder folder, Checkpoint head) {
        if (head.size() > folder.entries()) {
            return false;
        }
        Hash root = LogBringer.root(folder.blocks(), head.size());
        return root.equals(head.root());
    }

    private @Nullable Policy policy() {
        String file = Options.text(spec, "--policy");
        return file == null ? null : WitnessFolder.policy(file);
    }

    private LogKeys successor(String origin) {
        LogKeyFolder keys = console.keys();
        String stick = Options.text(spec, "--successor");
        if (keys.has(origin)) {
            return keys.read(origin);
        }
        return stick == null
                ? keys.make(origin, new SecureRandom())
                : keys.bring(
                        origin, new LogKeyFolder(Path.of(stick)).read(origin).keys());
    }

    private static Policy successor(@Nullable Policy before, Vkey key) {
        List<Policy.Log> logs = List.of(new Policy.Log(key, ""));
        return before == null
                ? new Policy(logs, List.of(), List.of(), Policy.NONE)
                : new Policy(logs, before.witnesses(), before.groups(), before.quorum());
    }

    private void say(Succession succession, Optional<Vkey> named, Path into) {
        console.print(new Sentence(
                        "The log {0} ended after {1} entries ({2}); {4} goes on.",
                        "El registro {0} terminó tras {1} asientos ({3}); sigue {4}.")
                .with(
                        succession.from().name(),
                        succession.last().checkpoint().size(),
                        succession.reason().words().en(),
                        succession.reason().words().es(),
                        succession.to().name()));
        KeysCommand.fingerprint(console, succession.to());
        boolean isNamed = named.map(key -> key.equals(succession.to())).orElse(false);
        console.print(
                isNamed
                        ? new Sentence(
                                "This is the successor that was named at the ceremony: old policies vouch for it.",
                                "Es la sucesora que se nombró en la ceremonia: las políticas anteriores responden por"
                                        + " ella.")
                        : new Sentence(
                                "No policy vouches for this key: people must get its fingerprint from you, on paper.",
                                "Ninguna política responde por esta clave: la gente debe recibir de usted su huella,"
                                        + " en papel."));
        console.print(new Sentence(
                        "New policy: {0}. Next: publish again, hand the policy out, have witnesses and readers accept"
                                + " it (keys accept).",
                        "Política nueva: {0}. Ahora: publique de nuevo, reparta la política, que testigos y lectores la"
                                + " acepten (keys accept).")
                .with(into));
    }
}
